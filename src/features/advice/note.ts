import { Conflict } from '../../lib/errors';
import type { LocalText } from '../../lib/local-text';
import { defineMachine } from '../../lib/state-machine';
import { dateOf, type CalendarDate, type Instant } from '../../lib/time';
import type { LinkedPriority } from '../priorities';
import { addWorkingDays } from './working-days';

export type NoteStatus = 'draft' | 'open' | 'adopted' | 'delivered' | 'acknowledged' | 'answered' | 'closed' | 'withdrawn';
export type NoteEvent = 'open' | 'revise' | 'adopt' | 'deliver' | 'acknowledge' | 'answer' | 'close' | 'withdraw';

/** An advisory note's life (domain.md 12). Words can change until it is adopted; after delivery nothing of it can. */
export const noteMachine = defineMachine<NoteStatus, NoteEvent>({
  draft: { open: 'open', withdraw: 'withdrawn' },
  open: { revise: 'draft', adopt: 'adopted', withdraw: 'withdrawn' },
  adopted: { deliver: 'delivered', withdraw: 'withdrawn' },
  delivered: { acknowledge: 'acknowledged' },
  acknowledged: { answer: 'answered' },
  answered: { close: 'closed' },
  closed: {},
  withdrawn: {},
});

export const topics = ['attendance', 'family_engagement', 'safety', 'facilities', 'learning', 'wellbeing', 'language', 'general'] as const;
export type Topic = (typeof topics)[number];

export interface Recommendation {
  readonly id: string;
  readonly number: number;
  readonly text: LocalText;
}

export interface Note {
  readonly id: string;
  /** What people cite: `C-2026-03`. */
  readonly reference: string;
  readonly collaborativeId: string;
  readonly status: NoteStatus;
  readonly title: LocalText;
  readonly background: LocalText;
  readonly topic: Topic;
  /** The priority of the local district it serves, in its present words; chosen while it is a draft. */
  readonly priority: LinkedPriority | null;
  readonly addressee: LocalText;
  readonly recommendations: readonly Recommendation[];
  readonly authorIds: readonly string[];
  readonly adoptedByMotion: string | null;
  readonly draftedAt: Instant;
  readonly openedAt: Instant | null;
  readonly adoptedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly acknowledgedAt: Instant | null;
  readonly answeredAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly acknowledgeBy: CalendarDate | null;
  readonly answerBy: CalendarDate | null;
  /** Since this day the clock of the answer stands, as the authors are asked; null: it runs. */
  readonly stoppedOn: CalendarDate | null;
  /** Of the words as they were delivered. */
  readonly sha256: string | null;
  readonly version: number;
}

/** Most recommendations in one note. */
export const mostRecommendations = 5;

const moments = {
  open: 'openedAt',
  adopt: 'adoptedAt',
  deliver: 'deliveredAt',
  acknowledge: 'acknowledgedAt',
  answer: 'answeredAt',
  close: 'closedAt',
} as const;

/** Takes a step and keeps when. Throws Conflict (409) when the note does not stand there. */
export function step(note: Note, event: NoteEvent, at: Instant): Note {
  const status = noteMachine.next(note.status, event);
  return event in moments ? { ...note, status, [moments[event as keyof typeof moments]]: at } : { ...note, status };
}

export interface Clocks {
  /** Working days. */
  readonly acknowledgeDays: number;
  /** Working days. */
  readonly answerDays: number;
}

/** Delivers an adopted note: from this day both clocks run in working days. `sha256` is that of its words. */
export function deliver(note: Note, at: Instant, clocks: Clocks, frozen: { sha256: string; daysOff: ReadonlySet<CalendarDate> }): Note {
  if (note.recommendations.length === 0) throw new Conflict('advice.errors.noRecommendation');
  const day = dateOf(at);
  return {
    ...step(note, 'deliver', at),
    acknowledgeBy: addWorkingDays(day, clocks.acknowledgeDays, frozen.daysOff),
    answerBy: addWorkingDays(day, clocks.answerDays, frozen.daysOff),
    sha256: frozen.sha256,
  };
}

/** The words whose SHA-256 is kept at delivery: reference, title, background and recommendations as canonical JSON. */
export const frozenWords = (note: Note): string =>
  JSON.stringify([note.reference, note.title, note.background, note.recommendations.map(({ number, text }) => [number, text])]);

/** Whether anyone may read it: from its adoption in a public meeting on. A draft is the members' own. */
export const isPublic = (note: Pick<Note, 'status' | 'adoptedAt'>): boolean => note.adoptedAt !== null && note.status !== 'withdrawn';

/** Whether its words may still change. */
export const isEditable = (note: Pick<Note, 'status'>): boolean => note.status === 'draft';

export type Lateness = 'none' | 'acknowledgement' | 'answer';

/** Whether the authors are asked something and have not replied. */
export const isAsked = ({ status, stoppedOn }: Pick<Note, 'status' | 'stoppedOn'>): boolean =>
  status === 'acknowledged' && stoppedOn !== null;

/** What is overdue today, said plainly; the last day itself is in time. While the clock stands, the day it stopped counts. */
export function lateness(note: Pick<Note, 'status' | 'acknowledgeBy' | 'answerBy' | 'stoppedOn'>, today: CalendarDate): Lateness {
  const { status, acknowledgeBy, answerBy, stoppedOn } = note;
  if (status !== 'delivered' && status !== 'acknowledged') return 'none';
  if (isOver(answerBy, stoppedOn ?? today)) return 'answer';
  return status === 'delivered' && isOver(acknowledgeBy, today) ? 'acknowledgement' : 'none';
}

const isOver = (due: CalendarDate | null, day: CalendarDate): boolean => due !== null && day > due;
