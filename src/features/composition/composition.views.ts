import { languageName } from '../../i18n/language-name';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { countedBy, dimensions, noGroup, type Dimension, type GroupCount, type GroupNames, type Member } from './composition';
import { anyOne, standingsOf, type Target, type TargetStanding } from './target';

type Tag = { readonly text: string; readonly tone: string };

interface TargetView {
  readonly text: string;
  readonly tag: Tag;
}

/** One dimension of the composition, as a small table. */
export interface CompositionTable {
  readonly caption: string;
  readonly rows: readonly {
    readonly group: string;
    readonly applicants: string;
    readonly placed: string;
    readonly target: TargetView | null;
  }[];
}

export interface Composed {
  readonly members: readonly Member[];
  readonly targets: readonly Target[];
  readonly names: GroupNames;
  /** Groups under this many applicants are not shown in numbers. */
  readonly smallest: number;
}

/** Small groups beyond this many are told in one line. */
const mostSmallRows = 3;

/** Who is on the slate beside who applied, and how that stands against the targets; small groups in no number. */
export function compositionView(t: Translate, composed: Composed): CompositionTable[] {
  const standings = standingsOf(composed.targets, composed.members);
  return dimensions.map((dimension) => tableOf(t, composed, dimension, standings));
}

/** How many targets are met, of how many; null where none are set. */
export function targetsMet(t: Translate, { targets, members }: Pick<Composed, 'targets' | 'members'>): Tag | null {
  if (targets.length === 0) return null;
  const standings = standingsOf(targets, members);
  const met = standings.filter(({ state }) => state === 'met').length;
  const tone = standings.some(({ state }) => state === 'above') ? 'danger' : met === standings.length ? 'success' : 'warning';
  return { text: t('composition.metOf', { met, all: standings.length }), tone };
}

function tableOf(t: Translate, composed: Composed, dimension: Dimension, standings: readonly TargetStanding[]): CompositionTable {
  const counts = countedBy(composed.members, dimension, composed.smallest);
  const own = new Map(standings.filter((one) => one.dimension === dimension).map((one) => [one.group, one]));
  const small = counts.filter(({ applicants, group }) => applicants === null && !own.has(group));
  const folded = small.length > mostSmallRows ? new Set(small.map(({ group }) => group)) : new Set<string>();
  const absent = [...own.keys()].filter((group) => group !== anyOne && !counts.some((count) => count.group === group));
  const rows = [...counts.filter(({ group }) => !folded.has(group)), ...absent.map((group) => ({ group, applicants: 0, placed: 0 }))];
  const ofAny = own.get(anyOne);
  return {
    caption: t(`composition.dimension.${dimension}`),
    rows: [
      ...(ofAny === undefined ? [] : [{ group: t('composition.anyOne'), applicants: '', placed: '', target: targetView(t, ofAny, true) }]),
      ...rows.map((count) => rowOf(t, composed, { dimension, count, standing: own.get(count.group) })),
      ...(folded.size === 0
        ? []
        : [{ group: t('composition.others', { count: folded.size }), applicants: t('composition.notShown'), placed: '–', target: null }]),
    ],
  };
}

function rowOf(
  t: Translate,
  composed: Composed,
  { dimension, count, standing }: { dimension: Dimension; count: GroupCount; standing: TargetStanding | undefined },
): CompositionTable['rows'][number] {
  const { group, applicants, placed } = count;
  return {
    group: groupName(t, composed.names, dimension, group),
    applicants: applicants === null ? t('composition.notShown') : String(applicants),
    placed: placed === null ? '–' : String(placed),
    target: standing === undefined ? null : targetView(t, standing, placed !== null),
  };
}

const tones = { met: 'success', below: 'warning', above: 'danger' } as const;

/** "2 of at least 3", with its state in words and tone; of a small group the state alone. */
export function targetView(t: Translate, standing: TargetStanding, mayCount: boolean): TargetView {
  const wanted = targetText(t, standing);
  return {
    text: mayCount ? t('composition.placedOf', { placed: standing.placed, wanted }) : wanted,
    tag: { text: t(`composition.state.${standing.state}`), tone: tones[standing.state] },
  };
}

/** "at least 3", "at most 2", "1 to 3". */
export function targetText(t: Translate, { atLeast, atMost }: Pick<Target, 'atLeast' | 'atMost'>): string {
  if (atLeast !== null && atMost !== null) return t('composition.between', { from: atLeast, to: atMost });
  return atLeast !== null ? t('composition.atLeast', { number: atLeast }) : t('composition.atMost', { number: atMost ?? 0 });
}

/** What a group is called in the reader's language. */
export function groupName(t: Translate, names: GroupNames, dimension: Dimension, group: string): string {
  if (group === anyOne) return t('composition.anyOne');
  if (dimension === 'constituency') return t.loosely(`common.constituency.${group}`);
  if (dimension === 'language') return languageName(t, group);
  if (dimension === 'served') return t.loosely(`composition.served.${group}`);
  return group === noGroup ? t(`composition.none.${dimension}`) : placeName(t, names, group);
}

function placeName(t: Translate, { schools, areas }: GroupNames, group: string): string {
  const area = areas.get(group);
  return area === undefined ? (schools.get(group) ?? group) : inLocale(area, t.locale);
}
