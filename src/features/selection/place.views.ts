import type { Translate } from '../../i18n/translate';
import { choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { versionOf, type Board, type BoardCandidate } from './board';
import { constituencyText, pathsOf, pointsText } from './placed.views';
import { fits } from './placement';
import { reasons } from './slate';

export interface PlaceView extends PageModel {
  readonly kicker: string;
  readonly back: string;
  readonly action: string;
  readonly version: string;
  readonly candidacy: string;
  readonly lead: string;
  readonly why: string | null;
  readonly seat: ChoiceView;
  readonly reason: ChoiceView;
  readonly words: FieldView;
}

declare module '../../web/render' {
  interface Views {
    'selection/place': PlaceView;
  }
}

/** Placing one person: in which seat or as an alternate, and, out of rank order, why. */
export function placeView(
  t: Translate,
  board: Board,
  candidate: BoardCandidate,
  { state, asksWhy }: { state: FormState; asksWhy: boolean },
): PlaceView {
  const paths = pathsOf(board);
  const taken = new Set(board.entries.filter((entry) => entry.candidacyId !== candidate.id).map((entry) => entry.seatId));
  const free = board.seats.filter((seat) => !taken.has(seat.id) && fits(seat, candidate.constituency));
  return {
    title: t('selection.place.title', { name: candidate.name }),
    district: board.collaborative.slug,
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    kicker: constituencyText(t, candidate.constituency),
    back: paths.board,
    action: paths.place,
    version: String(versionOf(board)),
    candidacy: candidate.id,
    lead: t('selection.place.lead', { total: pointsText(t, candidate), count: candidate.total.reviews }),
    why: asksWhy ? t('selection.place.why') : null,
    seat: choiceView(t, state, 'seat', t('selection.place.seat'), [
      ...free.map(
        (seat) =>
          [seat.id, t('selection.place.seatOption', { code: seat.code, constituency: constituencyText(t, seat.constituency) })] as const,
      ),
      ['alternate', t('selection.place.alternate')] as const,
    ]),
    reason: choiceView(
      t,
      state,
      'reason',
      t('selection.place.reason'),
      reasons.map((reason) => [reason, t(`selection.reason.${reason}`)] as const),
      { required: false, hint: t('selection.place.reasonHint') },
    ),
    words: fieldView(t, state, 'words', t('selection.place.words'), { type: 'textarea', rows: 3, required: false }),
  };
}
