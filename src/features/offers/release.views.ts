import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { groupBy } from '../../lib/group';
import { inLocale } from '../../lib/local-text';
import { dateOf, type Instant } from '../../lib/time';
import type { Recipient } from '../../mail/email';
import type { PageModel } from '../../web/render';
import { constituencyText, slateMachine, slatePaths, type Board, type BoardCandidate } from '../selection';
import { kindSlot, letterCodes, personSlot, type LetterTexts } from './letter';
import { answerBy } from './offer';
import { offerPaths } from './offer.paths';
import type { PlannedDecision } from './release';
import { procedurePaths } from './procedure.paths';
import { releasePaths } from './release.paths';

type KindOfLetter = PlannedDecision['kind'] | 'held';

interface LetterRow {
  readonly href: string;
  readonly link: string;
  readonly name: string;
  readonly reference: string;
  readonly kind: string;
  readonly edited: string | null;
  readonly constituency: string;
  readonly language: string;
  readonly to: string;
}

export interface CountRow {
  readonly kind: string;
  readonly languages: readonly { readonly language: string; readonly count: string }[];
  readonly all: string;
}

export interface ReleaseView extends PageModel {
  readonly kicker: string;
  readonly lead: string;
  readonly back: string;
  readonly action: string | null;
  readonly version: string;
  readonly button: string;
  readonly notice: string | null;
  readonly wholeCycle: string | null;
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly counts: readonly CountRow[];
  /** Students offered a seat without a guardian's consent; the release waits for it. */
  readonly withoutConsent: string | null;
  readonly withoutAddress: string | null;
  readonly letters: readonly LetterRow[];
  readonly wordings: readonly { readonly href: string; readonly text: string; readonly state: string }[];
}

declare module '../../web/render' {
  interface Views {
    'offers/release': ReleaseView;
  }
}

interface Facts {
  readonly board: Board;
  readonly plan: readonly PlannedDecision[];
  /** Offers to students without a guardian's consent. */
  readonly lacking: readonly PlannedDecision[];
  readonly texts: LetterTexts;
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly now: Instant;
  readonly mayRelease: boolean;
  readonly mayReleaseAll: boolean;
}

const kinds: readonly KindOfLetter[] = ['offer', 'alternate', 'not_selected', 'held'];

/** Every letter a release would send, by kind and language, before anything happens; afterwards those that were sent. */
export function releaseView(t: Translate, facts: Facts): ReleaseView {
  const { board, plan, recipients, now } = facts;
  const { cycle, collaborative, slate } = board;
  const params = { code: cycle.code, slug: collaborative.slug };
  const letters = plan.filter((decision) => !decision.isHeld);
  const unreachable = letters.filter((decision) => (recipients.get(decision.candidate.applicationId)?.address ?? '') === '').length;
  const may = facts.mayRelease && slateMachine.can(slate.status, 'release');
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
    ...linksOf(t, facts),
    counts: slate.status === 'released' ? [] : countsOf(t, plan),
    withoutConsent:
      facts.lacking.length === 0
        ? null
        : t('offers.release.withoutConsent', { names: facts.lacking.map(({ candidate }) => candidate.name).join(', ') }),
    withoutAddress: unreachable === 0 ? null : t('offers.release.withoutAddress', { count: unreachable }),
    letters: letterRows(t, facts),
    wordings: wordingLinks(t, facts),
  };
}

function linksOf(
  t: Translate,
  { board: { cycle, collaborative, slate }, mayReleaseAll }: Facts,
): Pick<ReleaseView, 'links' | 'wholeCycle'> {
  const params = { code: cycle.code, slug: collaborative.slug };
  const later = [
    { href: offerPaths.board(params), text: t('offers.board.title') },
    { href: procedurePaths.list(params), text: t('offers.procedure.listTitle') },
    { href: releasePaths.record(params), text: t('offers.record.title') },
  ];
  return {
    links: slate.status === 'released' ? later : [],
    wholeCycle: mayReleaseAll ? releasePaths.cycle({ code: cycle.code }) : null,
  };
}

const kindOf = (decision: PlannedDecision): KindOfLetter => (decision.isHeld ? 'held' : decision.kind);

/** Letters of a plan by kind and language. */
export function countsOf(t: Translate, plan: readonly PlannedDecision[]): CountRow[] {
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

function letterRows(t: Translate, facts: Facts): LetterRow[] {
  const planned = new Map(facts.plan.map((decision) => [decision.candidacyId, decision]));
  return facts.board.candidates.flatMap((candidate) => {
    const decision = planned.get(candidate.id);
    if (decision !== undefined) {
      const isOwn = (facts.texts.get(personSlot(candidate.id))?.wordings ?? null) !== null;
      const kind = decision.isHeld ? t('offers.letter.held') : t(`offers.code.${decision.code}`);
      return [
        { ...letterRow(t, facts, candidate), kind, link: t('offers.release.read'), edited: isOwn ? t('offers.release.edited') : null },
      ];
    }
    if (facts.board.slate.status !== 'released') return [];
    const kind = t(`selection.candidacy.${candidate.status}`);
    return [{ ...letterRow(t, facts, candidate), kind, link: t('offers.release.readSent'), edited: null }];
  });
}

function letterRow(t: Translate, { board, recipients }: Facts, candidate: BoardCandidate) {
  return {
    href: releasePaths.letter({ code: board.cycle.code, slug: board.collaborative.slug, id: candidate.id }),
    name: candidate.name,
    reference: candidate.reference,
    constituency: constituencyText(t, candidate.constituency),
    language: languageText(t, candidate.locale),
    to: recipients.get(candidate.applicationId)?.address || t('offers.release.noAddress'),
  };
}

function wordingLinks(t: Translate, { board, texts }: Facts): ReleaseView['wordings'] {
  const params = { code: board.cycle.code, slug: board.collaborative.slug };
  return letterCodes.map((code) => {
    const text = texts.get(kindSlot(code));
    return {
      href: releasePaths.wording({ ...params, letter: code }),
      text: t(`offers.code.${code}`),
      state: (text?.wordings ?? null) === null ? t('offers.release.usual') : t('offers.release.changed', { version: text?.version ?? 0 }),
    };
  });
}

const languageText = (t: Translate, locale: string): string =>
  locale === 'en' || locale === 'es' ? t(`common.language.${locale}`) : locale;
