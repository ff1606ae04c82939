import type { Translate } from '../../i18n/translate';
import type { TimelineEntry } from '../../history/timeline.views';
import { rawText } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import { errorSummary, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { dimensions, type GroupNames } from './composition';
import { compositionPaths } from './composition.paths';
import { groupName } from './composition.views';
import { leastName, mostName, type TargetGroup } from './target.form';

interface NumberView {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
}

export interface TargetsView extends PageModel {
  readonly kicker: string;
  readonly back: string;
  readonly lead: string;
  readonly action: string | null;
  readonly version: string;
  readonly groups: readonly {
    readonly caption: string;
    readonly hint: string | null;
    readonly rows: readonly { readonly group: string; readonly least: NumberView | null; readonly most: NumberView }[];
  }[];
  readonly history: readonly TimelineEntry[];
}

declare module '../../web/render' {
  interface Views {
    'composition/targets': TargetsView;
  }
}

export interface TargetsShown {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly groups: readonly TargetGroup[];
  readonly names: GroupNames;
  readonly seats: number;
  readonly version: number;
  readonly state: FormState;
  readonly mayEdit: boolean;
  readonly history: readonly TimelineEntry[];
}

/** The form of targets: for each group at least and at most how many seats. */
export function targetsView(t: Translate, shown: TargetsShown): TargetsView {
  const { cycle, collaborative, state } = shown;
  const params = { code: cycle.code, slug: collaborative.slug };
  return {
    title: t('composition.targets.title'),
    district: collaborative.slug,
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    back: `/staff/cycles/${cycle.code}/${collaborative.slug}/slate`,
    lead: t('composition.targets.lead', { count: shown.seats }),
    action: shown.mayEdit ? compositionPaths.targets(params) : null,
    version: String(shown.version),
    groups: dimensions.map((dimension) => ({
      caption: t(`composition.dimension.${dimension}`),
      hint: dimension === 'school' ? t('composition.targets.schoolHint') : dimension === 'area' ? t('composition.targets.areaHint') : null,
      rows: shown.groups.filter((group) => group.dimension === dimension).map((group) => rowOf(t, shown, group)),
    })),
    history: shown.history,
  };
}

function rowOf(t: Translate, { names, state }: TargetsShown, group: TargetGroup): TargetsView['groups'][number]['rows'][number] {
  const name = groupName(t, names, group.dimension, group.group);
  const number = (field: string, label: string): NumberView => {
    const error = state.errors[field];
    return { name: field, label, value: rawText(state.raw, field), error: error === undefined ? null : t.loosely(error.key, error.values) };
  };
  return {
    group: name,
    least: group.group === 'any_one' ? null : number(leastName(group), t('composition.targets.least', { group: name })),
    most: number(mostName(group), t('composition.targets.most', { group: name })),
  };
}
