import type { LocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { AgendaItem, ItemDraft } from '../agendas';
import { kindTakesAction, type MeetingKind } from '../meetings';

/** A line of business as a template keeps it. */
export type TemplateLine = Pick<ItemDraft, 'title' | 'purpose' | 'presenter' | 'minutes' | 'text' | 'isAction'>;

/** One version of the usual lines of a body's agendas. */
export interface AgendaTemplate {
  /** The same in all versions. */
  readonly id: string;
  /** 1, 2, 3 …: the version. */
  readonly number: number;
  readonly collaborativeId: string;
  readonly name: LocalText;
  readonly lines: readonly TemplateLine[];
  /** No longer offered; it can be saved anew. */
  readonly isRetired: boolean;
  readonly savedAt: Instant;
}

/** Most lines of one template. */
export const mostLines = 20;

/** The business of an agenda as lines of a template; minutes to approve and the lines every agenda has stay out. */
export const linesOf = (items: readonly AgendaItem[]): TemplateLine[] =>
  items
    .filter(({ kind }) => kind === 'business')
    .slice(0, mostLines)
    .map(({ title, purpose, presenter, minutes, text, isAction }) => ({ title, purpose, presenter, minutes, text, isAction }));

/**
 * The lines of the last agenda that come again: not what was carried over to it or waits to be carried over from it, not a
 * note brought to it, and not what its members took up off the posted agenda (`elsewhere` holds the ids of what waits and of
 * what was taken up; `present` is what the new agenda has by now).
 */
export const usualOf = (
  items: readonly AgendaItem[],
  present: readonly AgendaItem[],
  elsewhere: ReadonlySet<string | null>,
): AgendaItem[] => {
  const carried = new Set(present.map(({ carriedFrom }) => carriedFrom?.itemId));
  return items.filter(({ id, carriedFrom, noteId }) => carriedFrom === null && noteId === null && !elsewhere.has(id) && !carried.has(id));
};

/** A line for a meeting of this kind; where the kind decides nothing, the line is none to decide. */
export const draftOf = (line: TemplateLine, kind: MeetingKind): ItemDraft => ({
  ...line,
  kind: 'business',
  isAction: line.isAction && kindTakesAction(kind),
});
