import { defineMachine } from '../../lib/state-machine';
import type { Instant } from '../../lib/time';

export type SlateStatus = 'draft' | 'sent' | 'approved' | 'returned' | 'released';
export type SlateEvent = 'send' | 'recall' | 'approve' | 'return' | 'reopen' | 'release';

/** What was approved is what is released: a change takes the slate back to a draft. */
export const slateMachine = defineMachine<SlateStatus, SlateEvent>({
  draft: { send: 'sent' },
  sent: { approve: 'approved', return: 'returned', recall: 'draft' },
  approved: { release: 'released', reopen: 'draft' },
  returned: { send: 'sent' },
  released: {},
});

export interface Slate {
  readonly id: string;
  readonly cycleId: string;
  readonly collaborativeId: string;
  readonly status: SlateStatus;
  readonly sentBy: string | null;
  readonly sentAt: Instant | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  /** The approver in whose place a deputy decided; null where it was in their own right. */
  readonly decidedFor: string | null;
  readonly returnWords: string | null;
  readonly releasedBy: string | null;
  readonly releasedAt: Instant | null;
  readonly version: number;
}

/** Why somebody was chosen before a person with a higher total; `words` stands for a reason of one's own. */
export const reasons = [
  'targets',
  'balance_of_schools',
  'balance_of_areas',
  'balance_of_languages',
  'new_voice',
  'continuity',
  'experience_needed',
  'availability',
  'conflict',
  'words',
] as const;
export type Reason = (typeof reasons)[number];

/** A person on the slate: in a seat, or an alternate at a place (1 is asked first) among those of the same constituency. */
export interface Entry {
  readonly candidacyId: string;
  readonly seatId: string | null;
  readonly alternatePlace: number | null;
  readonly reason: Reason | null;
  readonly reasonWords: string | null;
}

/** Staff may change a slate until it is sent, and again when it came back. */
export const isEditable = (slate: Pick<Slate, 'status'>): boolean => slate.status === 'draft' || slate.status === 'returned';

/** Cycle states in which slates are built, approved and released. */
export const mayChooseIn = (cycleStatus: string): boolean => cycleStatus === 'in_review' || cycleStatus === 'deciding';

/** Sends the slate to its approvers. */
export const send = (slate: Slate, by: string, at: Instant): Slate => ({
  ...slate,
  status: slateMachine.next(slate.status, 'send'),
  sentBy: by,
  sentAt: at,
  decidedBy: null,
  decidedAt: null,
  decidedFor: null,
});

/** Who decides: a person, and the approver in whose place they do it, if any. */
export interface Decider {
  readonly by: string;
  readonly inPlaceOf: string | null;
}

export const approve = (slate: Slate, { by, inPlaceOf }: Decider, at: Instant): Slate => ({
  ...slate,
  status: slateMachine.next(slate.status, 'approve'),
  decidedBy: by,
  decidedAt: at,
  decidedFor: inPlaceOf,
  returnWords: null,
});

/** Sends the slate back to staff with words on what to change. */
export const sendBack = (slate: Slate, { by, inPlaceOf }: Decider, { at, words }: { at: Instant; words: string }): Slate => ({
  ...slate,
  status: slateMachine.next(slate.status, 'return'),
  decidedBy: by,
  decidedAt: at,
  decidedFor: inPlaceOf,
  returnWords: words,
});

/** Takes a sent or approved slate back for a change; it must then be approved anew. */
export const takeBack = (slate: Slate): Slate => ({
  ...slate,
  status: slateMachine.next(slate.status, slate.status === 'approved' ? 'reopen' : 'recall'),
  decidedBy: null,
  decidedAt: null,
  decidedFor: null,
});

export const release = (slate: Slate, by: string, at: Instant): Slate => ({
  ...slate,
  status: slateMachine.next(slate.status, 'release'),
  releasedBy: by,
  releasedAt: at,
});
