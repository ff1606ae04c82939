import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { groupBy } from '../../lib/group';
import { inLocale } from '../../lib/local-text';
import { dateOf, type Instant } from '../../lib/time';
import type { Recipient } from '../../mail/email';
import type { PageModel } from '../../web/render';
import { type Board, constituencyText, slateMachine, slatePaths } from '../selection';
import { answerBy } from './offer';
import type { PlannedDecision } from './release';

type KindOfLetter = PlannedDecision['kind'] | 'held';

interface LetterRow {
  readonly name: string;
  readonly reference: string;
  readonly kind: string;
  readonly constituency: string;
  readonly language: string;
  readonly to: string;
}

export interface ReleaseView extends PageModel {
  readonly kicker: string;
  readonly lead: string;
  readonly back: string;
  readonly action: string | null;
  readonly version: string;
  readonly button: string;
  readonly notice: string | null;
  readonly counts: readonly {
    readonly kind: string;
    readonly languages: readonly { readonly language: string; readonly count: string }[];
    readonly all: string;
  }[];
  readonly withoutAddress: string | null;
  readonly letters: readonly LetterRow[];
}

declare module '../../web/render' {
  interface Views {
    'offers/release': ReleaseView;
  }
}

interface Facts {
  readonly board: Board;
  readonly plan: readonly PlannedDecision[];
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly now: Instant;
  readonly mayRelease: boolean;
}

const kinds: readonly KindOfLetter[] = ['offer', 'alternate', 'not_selected', 'held'];

/** Every letter a release would send, by kind and language, before anything happens. */
export function releaseView(t: Translate, { board, plan, recipients, now, mayRelease }: Facts): ReleaseView {
  const { cycle, collaborative, slate } = board;
  const params = { code: cycle.code, slug: collaborative.slug };
  const letters = plan.filter((decision) => !decision.isHeld);
  const unreachable = letters.filter((decision) => (recipients.get(decision.candidate.applicationId)?.address ?? '') === '').length;
  const may = mayRelease && slateMachine.can(slate.status, 'release');
  return {
    title: t('offers.release.title'),
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    lead: t('offers.release.lead', { by: formatDate(t.locale, dateOf(answerBy(now, cycle.answerDays))) }),
    back: slatePaths.board(params),
    action: may ? slatePaths.release(params) : null,
    version: String(slate.version),
    button: t('offers.release.button', { count: letters.length }),
    notice: may ? null : t(slate.status === 'released' ? 'offers.release.done' : 'offers.release.notApproved'),
    counts: slate.status === 'released' ? [] : countsOf(t, plan),
    withoutAddress: unreachable === 0 ? null : t('offers.release.withoutAddress', { count: unreachable }),
    letters: slate.status === 'released' ? [] : plan.map((decision) => letterRow(t, decision, recipients)),
  };
}

const kindOf = (decision: PlannedDecision): KindOfLetter => (decision.isHeld ? 'held' : decision.kind);

function countsOf(t: Translate, plan: readonly PlannedDecision[]): ReleaseView['counts'] {
  const byKind = groupBy(plan, kindOf);
  return kinds.flatMap((kind) => {
    const own = byKind.get(kind) ?? [];
    if (own.length === 0) return [];
    const languages = [...groupBy(own, (decision) => decision.candidate.locale)].sort(([a], [b]) => a.localeCompare(b));
    return [
      {
        kind: t(`offers.letter.${kind}`),
        languages: languages.map(([locale, some]) => ({ language: languageText(t, locale), count: String(some.length) })),
        all: String(own.length),
      },
    ];
  });
}

const letterRow = (t: Translate, decision: PlannedDecision, recipients: ReadonlyMap<string, Recipient>): LetterRow => ({
  name: decision.candidate.name,
  reference: decision.candidate.reference,
  kind: t(`offers.letter.${kindOf(decision)}`),
  constituency: constituencyText(t, decision.candidate.constituency),
  language: languageText(t, decision.candidate.locale),
  to: recipients.get(decision.candidate.applicationId)?.address || t('offers.release.noAddress'),
});

const languageText = (t: Translate, locale: string): string =>
  locale === 'en' || locale === 'es' ? t(`common.language.${locale}`) : locale;
