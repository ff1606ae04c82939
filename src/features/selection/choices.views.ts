import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { PageModel } from '../../web/render';
import { factsOf, type Board } from './board';
import { constituencyText, pathsOf, placedRows, type PlacedRow } from './placed.views';
import { outOfRankOrder, passedOver } from './placement';
import { placementTag } from './ranking.views';

type Tag = { readonly text: string; readonly tone: string };

/** A choice out of rank order: who, where, why, and who was passed over. */
export interface ChoiceRow extends PlacedRow {
  readonly constituency: string;
  readonly placement: Tag;
  readonly passedOver: string;
}

export interface ChoicesView extends PageModel {
  readonly kicker: string;
  readonly back: { readonly href: string; readonly text: string };
  readonly lead: string;
  readonly rows: readonly ChoiceRow[];
}

declare module '../../web/render' {
  interface Views {
    'selection/choices': ChoicesView;
  }
}

/** Every choice out of rank order with its reason. */
export function choicesView(t: Translate, board: Board): ChoicesView {
  const rows = choiceRows(t, board);
  const { cycle, collaborative, whatIf } = board;
  return {
    title: t('selection.choices.title'),
    district: collaborative.slug,
    unlisted: true,
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    back: { href: pathsOf(board).board, text: whatIf === null ? t('selection.board.title') : whatIf.name },
    lead: t('selection.choices.lead', { count: rows.length }),
    rows,
  };
}

/** Names of those passed over that are told; the rest is a number. */
const mostNames = 3;

/** The choices out of rank order, in seats first, then alternates in their order. */
export function choiceRows(t: Translate, board: Board): ChoiceRow[] {
  const facts = factsOf(board);
  const outOfOrder = outOfRankOrder(facts);
  const rows = placedRows(t, board);
  const people = new Map(board.candidates.map((candidate) => [candidate.id, candidate]));
  const seatOf = new Map(board.seats.map((seat) => [seat.id, seat.code]));
  return [...board.entries]
    .filter(({ candidacyId }) => outOfOrder.has(candidacyId))
    .sort((a, b) => (a.alternatePlace ?? 0) - (b.alternatePlace ?? 0))
    .flatMap((entry) => {
      const row = rows.get(entry.candidacyId);
      const candidate = people.get(entry.candidacyId);
      if (row === undefined || candidate === undefined) return [];
      const passed = passedOver(facts, candidate.id).map(({ candidacyId }) => people.get(candidacyId)?.name ?? '');
      return [
        {
          ...row,
          constituency: constituencyText(t, candidate.constituency),
          placement: placementTag(t, entry, seatOf),
          passedOver: passedText(t, passed),
        },
      ];
    });
}

function passedText(t: Translate, names: readonly string[]): string {
  const told = names.slice(0, mostNames).join(', ');
  const more = names.length - mostNames;
  return more > 0 ? t('selection.choices.passedMore', { names: told, count: more }) : t('selection.choices.passed', { names: told });
}
