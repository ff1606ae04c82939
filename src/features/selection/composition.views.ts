import type { Translate } from '../../i18n/translate';
import type { Board, BoardCandidate } from './board';
import { compositionOf } from './composition';

/** One dimension of the composition, as a small table. */
export interface CompositionTable {
  readonly caption: string;
  readonly rows: readonly { readonly group: string; readonly applicants: string; readonly placed: string }[];
}

/** Who is on the slate beside who applied: constituency, language, first-timers; small groups not shown. */
export function compositionView(t: Translate, board: Board): CompositionTable[] {
  const seated = new Set(board.entries.filter((entry) => entry.seatId !== null).map((entry) => entry.candidacyId));
  const table = (caption: string, groupOf: (candidate: BoardCandidate) => string): CompositionTable => ({
    caption,
    rows: compositionOf(
      board.candidates.map((candidate) => ({ group: groupOf(candidate), isPlaced: seated.has(candidate.id) })),
      board.collaborative.settings.smallGroup,
    ).map(({ group, applicants, placed }) => ({
      group,
      applicants: shown(t, board, applicants),
      placed: placed === null ? '–' : String(placed),
    })),
  });
  return [
    table(t('selection.composition.constituency'), (candidate) => t(`common.constituency.${candidate.constituency}`)),
    table(t('selection.composition.language'), (candidate) => languageName(t, candidate.locale)),
    table(t('selection.composition.served'), (candidate) =>
      t(candidate.isFirstTimer ? 'selection.composition.firstTime' : 'selection.composition.before'),
    ),
  ];
}

const languageName = (t: Translate, locale: string): string =>
  locale === 'en' || locale === 'es'
    ? t(`common.language.${locale}`)
    : (new Intl.DisplayNames([t.locale], { type: 'language' }).of(locale) ?? locale);

const shown = (t: Translate, board: Board, count: number | null): string =>
  count === null ? t('selection.composition.small', { number: board.collaborative.settings.smallGroup }) : String(count);
