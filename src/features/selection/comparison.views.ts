import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { PageModel } from '../../web/render';
import { compositionView, targetsMet } from '../composition';
import { composedOf, factsOf, type Board } from './board';
import { constituencyText, meanOfSeated, pointsText } from './placed.views';
import { outOfRankOrder } from './placement';
import { placementTag } from './ranking.views';
import { slatePaths, whatIfPaths } from './selection.paths';
import type { Entry } from './slate';
import { theSlate, type WhatIf } from './what-if';

type Tag = { readonly text: string; readonly tone: string };
type Tried = WhatIf & { readonly entries: readonly Entry[] };

interface Line {
  readonly label: string;
  readonly cells: readonly string[];
}

export interface ComparisonView extends PageModel {
  readonly kicker: string;
  readonly back: string;
  readonly columns: readonly { readonly name: string; readonly href: string }[];
  readonly summary: readonly Line[];
  readonly people: readonly {
    readonly name: string;
    readonly facts: string;
    readonly differs: boolean;
    readonly cells: readonly (Tag | null)[];
  }[];
  readonly composition: readonly { readonly caption: string; readonly rows: readonly Line[] }[];
}

declare module '../../web/render' {
  interface Views {
    'selection/comparison': ComparisonView;
  }
}

interface Column {
  readonly name: string;
  readonly href: string;
  readonly board: Board;
}

/** Up to three slates beside each other: who is in, the composition, the mean total, the targets. */
export function comparisonView(t: Translate, board: Board, whatIfs: readonly Tried[], asked: readonly string[]): ComparisonView {
  const { cycle, collaborative } = board;
  const columns = columnsOf(t, board, whatIfs, asked);
  return {
    title: t('selection.comparison.title'),
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    back: whatIfPaths.list({ code: cycle.code, slug: collaborative.slug }),
    columns: columns.map(({ name, href }) => ({ name, href })),
    summary: summaryOf(
      t,
      columns.map((column) => column.board),
    ),
    people: peopleOf(t, board, columns),
    composition: compositionOf(
      t,
      columns.map((column) => column.board),
    ),
  };
}

function columnsOf(t: Translate, board: Board, whatIfs: readonly Tried[], asked: readonly string[]): Column[] {
  const params = { code: board.cycle.code, slug: board.collaborative.slug };
  const wanted = new Set(asked);
  return [
    ...(wanted.has(theSlate) ? [{ name: t('selection.whatIf.theSlate'), href: slatePaths.board(params), board }] : []),
    ...whatIfs
      .filter(({ id }) => wanted.has(id))
      .map((whatIf) => ({
        name: whatIf.name,
        href: whatIfPaths.board({ ...params, whatIf: whatIf.id }),
        board: { ...board, entries: whatIf.entries },
      })),
  ];
}

const summaryOf = (t: Translate, boards: readonly Board[]): Line[] => [
  {
    label: t('selection.comparison.seats'),
    cells: boards.map(({ entries, seats }) =>
      t('selection.comparison.of', { count: entries.filter(({ seatId }) => seatId !== null).length, all: seats.length }),
    ),
  },
  { label: t('selection.comparison.mean'), cells: boards.map((one) => meanOfSeated(t, one) ?? '–') },
  { label: t('selection.comparison.targets'), cells: boards.map((one) => targetsMet(t, composedOf(one))?.text ?? '–') },
  { label: t('selection.comparison.outOfOrder'), cells: boards.map((one) => String(outOfRankOrder(factsOf(one)).size)) },
];

/** Everyone on one of the slates, by rank, with their place on each. */
function peopleOf(t: Translate, { candidates, seats }: Board, columns: readonly Column[]): ComparisonView['people'] {
  const seatOf = new Map(seats.map((seat) => [seat.id, seat.code]));
  const entriesOf = columns.map((column) => new Map(column.board.entries.map((entry) => [entry.candidacyId, entry])));
  return candidates
    .filter(({ id }) => entriesOf.some((entries) => entries.has(id)))
    .map((candidate) => {
      const own = entriesOf.map((entries) => entries.get(candidate.id));
      return {
        name: candidate.name,
        facts: `${constituencyText(t, candidate.constituency)} · ${pointsText(t, candidate)}`,
        differs: new Set(own.map(kindOfPlace)).size > 1,
        cells: own.map((entry) => (entry === undefined ? null : placementTag(t, entry, seatOf))),
      };
    });
}

/** In, alternate or out: which seat it is makes no difference. */
const kindOfPlace = (entry: Entry | undefined): string => (entry === undefined ? 'out' : entry.seatId === null ? 'alternate' : 'in');

/** Seated people by group, a column for each slate; a small group in no number. */
function compositionOf(t: Translate, boards: readonly Board[]): ComparisonView['composition'] {
  const tables = boards.map((one) => compositionView(t, composedOf(one)));
  return (tables[0] ?? []).map(({ caption, rows }, at) => ({
    caption,
    rows: rows.map((row) => ({
      label: row.group,
      cells: tables.map((table) => {
        const same = table[at]?.rows.find(({ group }) => group === row.group);
        return same === undefined ? '–' : cellOf(same);
      }),
    })),
  }));
}

const cellOf = ({
  placed,
  target,
}: {
  readonly placed: string;
  readonly target: { readonly tag: Tag; readonly text: string } | null;
}): string => [placed === '' ? (target?.text ?? '') : placed, ...(target === null ? [] : [target.tag.text])].join(' · ');
