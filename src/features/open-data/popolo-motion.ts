import { dateOf, type CalendarDate, type Instant } from '../../lib/time';
import type { MotionStatus, VoteChoice } from '../in-session';
import type { MinutesRecord } from '../minutes';

/** The words of Popolo for a vote; who stepped aside did not vote. */
const options: Readonly<Record<VoteChoice, string>> = {
  yes: 'yes',
  no: 'no',
  abstain: 'abstain',
  recused: 'not voting',
  absent: 'absent',
};

export type MotionResult = 'pass' | 'fail' | null;

const results: Readonly<Record<MotionStatus, MotionResult>> = {
  carried: 'pass',
  failed: 'fail',
  waiting: null,
  moved: null,
  withdrawn: null,
  died: null,
};

export interface VoteEvent {
  readonly id: string;
  readonly motion_id: string;
  readonly organization_id: string;
  /** When the vote was closed; when it began is not kept. */
  readonly end_date: Instant | null;
  readonly result: MotionResult;
  readonly counts: readonly { readonly option: string; readonly value: number }[];
  readonly votes: readonly { readonly voter: { readonly name: string }; readonly option: string }[];
}

export interface PopoloMotion {
  readonly id: string;
  readonly organization_id: string;
  readonly creator: { readonly name: string };
  readonly text: string;
  readonly date: CalendarDate;
  readonly result: MotionResult;
  /** Ours: 1, 2, 3 … in the meeting, as the minutes cite it. */
  readonly number: number;
  /** Ours: `withdrawn` and `died` are no result. */
  readonly status: MotionStatus;
  /** Ours: Popolo knows who moved it alone. */
  readonly seconder: { readonly name: string } | null;
  readonly vote_events: readonly VoteEvent[];
}

/** The motions of a meeting as its minutes froze them, each once, by number; why somebody stepped aside is left to the minutes. */
export function motionsOf(record: MinutesRecord, organizationId: string): PopoloMotion[] {
  const motions = new Map(record.items.flatMap((item) => item.motions.map((motion) => [motion.id, motion] as const)));
  return [...motions.values()]
    .sort((a, b) => a.number - b.number)
    .map((motion) => ({
      id: motion.id,
      number: motion.number,
      organization_id: organizationId,
      creator: { name: motion.mover },
      text: motion.text,
      date: dateOf(record.meeting.startsAt),
      result: results[motion.status],
      status: motion.status,
      seconder: motion.seconder === null ? null : { name: motion.seconder },
      vote_events: motion.votes.length === 0 ? [] : [voteEventOf(motion, organizationId)],
    }));
}

type RecordMotion = MinutesRecord['items'][number]['motions'][number];

const voteEventOf = ({ id, status, decidedAt, votes }: RecordMotion, organizationId: string): VoteEvent => ({
  id: `${id}-vote`,
  motion_id: id,
  organization_id: organizationId,
  end_date: decidedAt,
  result: results[status],
  counts: Object.entries(options).flatMap(([choice, option]) => {
    const value = votes.filter((vote) => vote.choice === choice).length;
    return value === 0 ? [] : [{ option, value }];
  }),
  votes: votes.map(({ name, choice }) => ({ voter: { name }, option: options[choice] })),
});
