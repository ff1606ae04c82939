import { formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { PageModel } from '../../web/render';
import type { Candidate } from '../applications';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { mayAssignIn, reviewPaths, type TotalElsewhere } from '../reviews';
import { constituencyText } from './placed.views';
import { slatePaths } from './selection.paths';

interface LowerChoiceRow {
  readonly name: string;
  readonly href: string;
  readonly reference: string;
  readonly constituency: string;
  readonly place: string;
  readonly elsewhere: readonly string[];
  readonly state: string | null;
  readonly ask: string | null;
}

export interface LowerChoicesView extends PageModel {
  readonly kicker: string;
  readonly back: string;
  readonly lead: string;
  readonly rows: readonly LowerChoiceRow[];
}

declare module '../../web/render' {
  interface Views {
    'selection/lower-choices': LowerChoicesView;
  }
}

interface Facts {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly everyone: readonly Candidate[];
  readonly elsewhere: ReadonlyMap<string, readonly TotalElsewhere[]>;
  readonly areas: ReadonlyMap<string, string>;
}

/** Who names this collaborative second or third, and what their other panels gave by the same rubric. */
export function lowerChoicesView(t: Translate, facts: Facts): LowerChoicesView {
  const { cycle, collaborative } = facts;
  const lower = facts.everyone.filter(({ preference, status }) => preference > 1 && status === 'in_review');
  const mayAsk = cycle.settings.reviewsLowerChoices && mayAssignIn(cycle.status);
  return {
    title: t('selection.lowerChoices.title'),
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    back: slatePaths.board({ code: cycle.code, slug: collaborative.slug }),
    lead: t(mayAsk ? 'selection.lowerChoices.lead' : 'selection.lowerChoices.off', { count: lower.length }),
    rows: lower.map((candidate) => rowOf(t, facts, candidate, mayAsk)),
  };
}

function rowOf(t: Translate, { cycle, collaborative, elsewhere, areas }: Facts, candidate: Candidate, mayAsk: boolean): LowerChoiceRow {
  const { id, isReviewed } = candidate;
  return {
    name: candidate.name,
    href: reviewPaths.file({ id }),
    reference: candidate.reference,
    constituency: constituencyText(t, candidate.constituency),
    place: t('selection.lowerChoices.place', { place: candidate.preference }),
    elsewhere: (elsewhere.get(id) ?? []).map((total) =>
      t('selection.lowerChoices.gave', {
        area: areas.get(total.collaborativeId) ?? '',
        points: formatNumber(t.locale, total.weighted, 1),
        count: total.reviews,
      }),
    ),
    state: isReviewed ? t('selection.lowerChoices.joined') : null,
    ask: mayAsk && !isReviewed ? slatePaths.askReview({ code: cycle.code, slug: collaborative.slug, id }) : null,
  };
}
