import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { targetsMet } from '../composition';
import { composedOf, factsOf, type Board } from './board';
import { meanOfSeated } from './placed.views';
import { outOfRankOrder } from './placement';
import { slatePaths, whatIfPaths } from './selection.paths';
import { mayChooseIn, type Entry } from './slate';
import { beginnings, mostCompared, mostWhatIfs, theSlate, type WhatIf } from './what-if';

type Tag = { readonly text: string; readonly tone: string };
type Tried = WhatIf & { readonly makerName: string | null; readonly entries: readonly Entry[] };

interface WhatIfRow {
  readonly value: string;
  readonly name: string;
  readonly href: string;
  readonly made: string;
  readonly facts: string;
  readonly targets: Tag | null;
  readonly isChecked: boolean;
}

export interface WhatIfsView extends PageModel {
  readonly kicker: string;
  readonly back: string;
  readonly comparison: string;
  readonly most: number;
  readonly rows: readonly WhatIfRow[];
  readonly make: {
    readonly action: string;
    readonly name: FieldView;
    readonly beginning: ChoiceView;
    readonly alternates: FieldView;
  } | null;
  readonly isFull: boolean;
}

declare module '../../web/render' {
  interface Views {
    'selection/what-ifs': WhatIfsView;
  }
}

interface Shown {
  readonly whatIfs: readonly Tried[];
  readonly state: FormState;
  readonly mayPropose: boolean;
}

/** The what-if slates of a board beside the slate, with a form to make another. */
export function whatIfsView(t: Translate, board: Board, { whatIfs, state, mayPropose }: Shown): WhatIfsView {
  const { cycle, collaborative, slate } = board;
  const params = { code: cycle.code, slug: collaborative.slug };
  const mayMake = mayPropose && mayChooseIn(cycle.status) && slate.status !== 'released';
  const isFull = whatIfs.length >= mostWhatIfs;
  return {
    title: t('selection.whatIf.title'),
    district: collaborative.slug,
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    back: slatePaths.board(params),
    comparison: whatIfPaths.comparison(params),
    most: mostCompared,
    rows: [rowOf(t, board, null), ...whatIfs.map((whatIf) => rowOf(t, board, whatIf))].map((row, index) => ({
      ...row,
      isChecked: index < mostCompared,
    })),
    make: mayMake && !isFull ? { action: whatIfPaths.list(params), ...formOf(t, state) } : null,
    isFull: mayMake && isFull,
  };
}

function rowOf(t: Translate, board: Board, whatIf: Tried | null): Omit<WhatIfRow, 'isChecked'> {
  const params = { code: board.cycle.code, slug: board.collaborative.slug };
  const tried = { ...board, entries: whatIf?.entries ?? board.entries };
  const figures = { facts: factsText(t, tried), targets: targetsMet(t, composedOf(tried)) };
  if (whatIf === null) {
    const made = t(`selection.status.${board.slate.status}`);
    return { ...figures, value: theSlate, name: t('selection.whatIf.theSlate'), href: slatePaths.board(params), made };
  }
  return {
    ...figures,
    value: whatIf.id,
    name: whatIf.name,
    href: whatIfPaths.board({ ...params, whatIf: whatIf.id }),
    made: t('selection.whatIf.made', { name: whatIf.makerName ?? '', at: formatShortMoment(t, whatIf.madeAt) }),
  };
}

/** "12 of 15 seats filled · mean total 78.4 · 2 out of rank order". */
export function factsText(t: Translate, board: Board): string {
  const filled = board.entries.filter(({ seatId }) => seatId !== null).length;
  const mean = meanOfSeated(t, board);
  return [
    t('selection.board.filled', { filled, count: board.seats.length }),
    ...(mean === null ? [] : [t('selection.whatIf.mean', { mean })]),
    t('selection.whatIf.outOfOrder', { count: outOfRankOrder(factsOf(board)).size }),
  ].join(' · ');
}

const formOf = (t: Translate, state: FormState): Omit<NonNullable<WhatIfsView['make']>, 'action'> => ({
  name: fieldView(t, state, 'name', t('selection.whatIf.name'), { hint: t('selection.whatIf.nameHint') }),
  beginning: choiceView(
    t,
    state,
    'beginning',
    t('selection.whatIf.beginning'),
    beginnings.map((one) => [one, t(`selection.whatIf.begin.${one}.label`), t(`selection.whatIf.begin.${one}.hint`)] as const),
  ),
  alternates: fieldView(t, state, 'alternates', t('selection.whatIf.alternates'), {
    inputmode: 'numeric',
    narrow: true,
    hint: t('selection.whatIf.alternatesHint'),
  }),
});
