import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { rawText } from '../../lib/form';
import { errorSummary, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import type { Lot } from './lot';
import type { Tie } from './lot.actions';
import { lotPaths } from './lot.paths';
import { lotTag, planView, type Place, type PlanView } from './lot.views';

export interface LotsView extends PageModel {
  readonly kicker: string;
  readonly back: string;
  readonly lots: readonly {
    readonly href: string;
    readonly name: string;
    readonly when: string;
    readonly tag: { readonly text: string; readonly tone: string };
  }[];
  readonly ties: readonly {
    readonly value: string;
    readonly label: string;
    readonly names: string;
    readonly decides: boolean;
    readonly isChecked: boolean;
  }[];
  readonly announce: { readonly action: string; readonly plan: PlanView } | null;
}

declare module '../../web/render' {
  interface Views {
    'lots/list': LotsView;
  }
}

interface Shown extends Place {
  readonly lots: readonly Lot[];
  readonly ties: readonly Tie[];
  readonly state: FormState;
  readonly mayArrange: boolean;
}

/** Names of a tie that are told; the rest is a number. */
const mostNames = 6;

/** The ties of a board and the lots among them. */
export function lotsView(t: Translate, { cycle, collaborative, lots, ties, state, mayArrange }: Shown): LotsView {
  const params = { code: cycle.code, slug: collaborative.slug };
  const asked = rawText(state.raw, 'candidacy');
  const sorted = [...ties].sort((a, b) => Number(b.decides) - Number(a.decides));
  return {
    title: t('lots.list.title'),
    district: collaborative.slug,
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    back: `/staff/cycles/${cycle.code}/${collaborative.slug}/slate`,
    lots: lots.map((lot) => ({
      href: lotPaths.desk({ id: lot.id }),
      name: t('lots.list.lot', { constituency: t.loosely(`common.constituency.${lot.constituency}`), count: lot.references.length }),
      when: t('lots.list.when', { at: formatShortMoment(t, lot.drawAt) }),
      tag: lotTag(t, lot),
    })),
    ties: sorted.map((tie, at) => tieView(t, tie, { asked, isFirst: at === 0 })),
    announce: mayArrange && ties.length > 0 ? { action: lotPaths.list(params), plan: planView(t, state) } : null,
  };
}

function tieView(
  t: Translate,
  { constituency, decides, people }: Tie,
  { asked, isFirst }: { asked: string; isFirst: boolean },
): LotsView['ties'][number] {
  const names = people.slice(0, mostNames).map(({ name }) => name);
  const more = people.length - names.length;
  return {
    value: people[0]?.candidacyId ?? '',
    label: t('lots.list.tie', { constituency: t.loosely(`common.constituency.${constituency}`), count: people.length }),
    names: more > 0 ? t('lots.list.namesMore', { names: names.join(', '), count: more }) : names.join(', '),
    decides,
    isChecked: asked === '' ? isFirst : people.some(({ candidacyId }) => candidacyId === asked),
  };
}
