import type { Translate } from '../../i18n/translate';
import { compositionView, dimensions, type GroupNames, type Member as Counted } from '../composition';

export interface MakeupView {
  readonly lead: string;
  readonly tables: readonly {
    readonly caption: string;
    readonly rows: readonly { readonly group: string; readonly count: string }[];
  }[];
}

interface Makeup {
  readonly members: readonly Counted[];
  readonly names: GroupNames;
  /** Groups under this many are in no number. */
  readonly smallest: number;
}

/** Who sits, by constituency, area, language and whether for the first time; small groups, and what would give them away, in no number. */
export function makeupView(t: Translate, { members, names, smallest }: Makeup): MakeupView {
  const tables = compositionView(t, { members, names, smallest, targets: [] });
  return {
    lead: t('roster.makeup.lead', { number: smallest }),
    tables: dimensions.flatMap((dimension, index) =>
      dimension === 'school'
        ? []
        : [
            {
              caption: t(`roster.makeup.${dimension}`),
              rows: (tables[index]?.rows ?? []).map(({ group, applicants }) => ({ group, count: applicants })),
            },
          ],
    ),
  };
}
