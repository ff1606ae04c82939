import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { dateOf, type Instant } from '../../lib/time';
import type { PageModel } from '../../web/render';
import type { Collaborative } from '../collaboratives';
import { cyclePaths, type Cycle } from '../cycles';
import { slatePaths, type Slate } from '../selection';
import { answerBy } from './offer';
import type { PlannedDecision } from './release';
import { releasePaths } from './release.paths';
import { countsOf, type CountRow } from './release.views';

interface SlateRow {
  readonly name: string;
  readonly state: string;
  readonly letters: string;
  readonly held: string;
  readonly href: string;
}

export interface CycleReleaseView extends PageModel {
  readonly kicker: string;
  readonly lead: string;
  readonly back: string;
  readonly notice: string | null;
  readonly warning: string | null;
  readonly slates: readonly SlateRow[];
  readonly counts: readonly CountRow[];
  readonly form: { readonly action: string; readonly versions: string; readonly button: string; readonly offersUntil: string } | null;
}

declare module '../../web/render' {
  interface Views {
    'offers/cycle-release': CycleReleaseView;
  }
}

interface CycleFacts {
  readonly cycle: Cycle;
  readonly collaboratives: readonly Collaborative[];
  readonly slates: readonly Slate[];
  readonly plans: ReadonlyMap<string, readonly PlannedDecision[]>;
  readonly versions: string;
  readonly now: Instant;
}

/** What releasing every approved slate of a cycle at once would send. */
export function cycleReleaseView(t: Translate, facts: CycleFacts): CycleReleaseView {
  const { cycle, plans } = facts;
  const all = [...plans.values()].flat();
  const letters = all.filter((decision) => !decision.isHeld).length;
  const isMissing = facts.collaboratives.some(({ id }) => !plans.has(id) && statusOf(facts, id) !== 'released');
  return {
    title: t('offers.cycleRelease.title'),
    width: 'wide',
    unlisted: true,
    kicker: inLocale(cycle.name, t.locale),
    lead: t('offers.cycleRelease.lead'),
    back: cyclePaths.show({ code: cycle.code }),
    notice: plans.size === 0 ? t('offers.cycleRelease.nothing') : null,
    warning: plans.size > 0 && isMissing ? t('offers.cycleRelease.missing') : null,
    slates: facts.collaboratives.map((collaborative) => slateRow(t, facts, collaborative)),
    counts: countsOf(t, all),
    form:
      plans.size === 0
        ? null
        : {
            action: releasePaths.cycle({ code: cycle.code }),
            versions: facts.versions,
            button: t('offers.release.button', { count: letters }),
            offersUntil: t('offers.release.lead', { by: formatDate(t.locale, dateOf(answerBy(facts.now, cycle.answerDays))) }),
          },
  };
}

const statusOf = ({ slates }: CycleFacts, collaborativeId: string) =>
  slates.find((slate) => slate.collaborativeId === collaborativeId)?.status ?? 'none';

function slateRow(t: Translate, facts: CycleFacts, { id, name, slug }: Collaborative): SlateRow {
  const plan = facts.plans.get(id);
  const held = plan?.filter((decision) => decision.isHeld).length ?? 0;
  return {
    name: inLocale(name, t.locale),
    state: t(`offers.release.state.${statusOf(facts, id)}`),
    letters: plan === undefined ? '–' : String(plan.length - held),
    held: plan === undefined ? '–' : String(held),
    href: slatePaths.release({ code: facts.cycle.code, slug }),
  };
}
