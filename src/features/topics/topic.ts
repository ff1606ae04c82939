import { defineMachine } from '../../lib/state-machine';
import type { Instant } from '../../lib/time';

export type TopicStatus = 'proposed' | 'deferred' | 'accepted' | 'refused';
export const decisions = ['accept', 'defer', 'refuse'] as const;
export type Decision = (typeof decisions)[number];

/** What a member asks to be talked about, in their own language. */
export interface Topic {
  readonly id: string;
  readonly collaborativeId: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly locale: string;
  readonly title: string;
  readonly why: string;
  readonly minutes: number;
  readonly status: TopicStatus;
  readonly itemId: string | null;
  readonly meetingId: string | null;
  /** What the proposer is told with the decision; nobody else but those who decide reads it. */
  readonly answer: string;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly version: number;
}

/** Accepted and refused are final; what was deferred is decided once more. */
export const topicMachine = defineMachine<TopicStatus, Decision>({
  proposed: { accept: 'accepted', defer: 'deferred', refuse: 'refused' },
  deferred: { accept: 'accepted', refuse: 'refused' },
  accepted: {},
  refused: {},
});

/** Where a topic stands: accepted counts while its line is on an agenda that is not called off, and else it waits again. */
export const standing = (topic: Pick<Topic, 'status'>, isOnAgenda: boolean): TopicStatus =>
  topic.status === 'accepted' && !isOnAgenda ? 'deferred' : topic.status;

export const isWaiting = (status: TopicStatus): boolean => status === 'proposed' || status === 'deferred';

interface Decided {
  readonly decision: Decision;
  readonly answer: string;
  readonly at: Instant;
  readonly by: string;
  readonly isOnAgenda: boolean;
}

/** The topic as decided; where it is accepted to is for the caller to add. Throws IllegalTransition. */
export const decide = (topic: Topic, { decision, answer, at, by, isOnAgenda }: Decided): Topic => ({
  ...topic,
  status: topicMachine.next(standing(topic, isOnAgenda), decision),
  itemId: null,
  meetingId: null,
  answer,
  decidedAt: at,
  decidedBy: by,
});
