import { Conflict } from '../../lib/errors';
import type { LocalText } from '../../lib/local-text';
import { defineMachine } from '../../lib/state-machine';
import type { Instant } from '../../lib/time';
import { kindTakesAction, type MeetingKind } from '../meetings';
import { callVotes, isCarried, tally, type Answers, type Floor, type Vote, type VotingBody } from './motion';

export type ExceptionStatus = 'proposed' | 'carried' | 'failed' | 'withdrawn';
export type ExceptionEvent = 'carry' | 'fail' | 'withdraw';

/** A matter that came up after the agenda was posted, and the vote whether it is taken up all the same. */
export interface Exception {
  readonly id: string;
  readonly meetingId: string;
  readonly title: LocalText;
  /** Why it came up after the posting and cannot wait; public. */
  readonly why: string;
  readonly status: ExceptionStatus;
  /** The acts of the bodies that meet, whose rules the vote goes by; the host first, each once. */
  readonly regimes: readonly VotingBody['regime'][];
  /** The line of the agenda that was added when it carried. */
  readonly itemId: string | null;
  readonly proposedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly version: number;
}

export interface ExceptionWithVotes extends Exception {
  /** Empty until the roll-call vote. */
  readonly votes: readonly Vote[];
}

export const exceptionMachine = defineMachine<ExceptionStatus, ExceptionEvent>({
  proposed: { carry: 'carried', fail: 'failed', withdraw: 'withdrawn' },
  carried: {},
  failed: {},
  withdrawn: {},
});

/** A body that votes on an exception, with the seats its quorum counts: the members of which two thirds are asked for. */
export interface ExceptionBody extends VotingBody {
  readonly seats: number;
}

/** What must hold for a matter to be taken up off the posted agenda. */
export interface ExceptionGround extends Pick<Floor, 'hasQuorum' | 'present'> {
  readonly kind: MeetingKind;
  /** An agenda was posted in time for the meeting as it stands. */
  readonly isPostedInTime: boolean;
  readonly bodies: readonly ExceptionBody[];
}

export const obstacles = ['late', 'onlyListed', 'noQuorum'] as const;
export type Obstacle = (typeof obstacles)[number];

/**
 * Why nothing may be taken up off the posted agenda, or null: no agenda was posted in time, the meeting does only what its
 * notice lists (54956, special and emergency meetings under the Brown Act), or too few are there.
 */
export function obstacleTo({ kind, isPostedInTime, hasQuorum, bodies }: ExceptionGround): Obstacle | null {
  if (!isPostedInTime || !kindTakesAction(kind)) return 'late';
  if (kind !== 'regular' && bodies.some(({ regime }) => regime === 'brown')) return 'onlyListed';
  return hasQuorum ? null : 'noQuorum';
}

/**
 * Whether the votes of one body take a matter up. `greene`: every member there says yes (35147(c)). `brown`: two thirds of those
 * there, or all of them when fewer than two thirds of the members are there (54954.2(b)(2)). `policy`: like a motion.
 */
export function isTakenUp(votes: readonly Pick<Vote, 'choice'>[], { regime, rule, seats }: Omit<ExceptionBody, 'voters'>): boolean {
  if (regime === 'policy') return isCarried(votes, rule);
  const { yes, absent } = tally(votes);
  const present = votes.length - absent;
  const mayBeTwoThirds = regime === 'brown' && present * 3 >= seats * 2;
  return present > 0 && (mayBeTwoThirds ? yes * 3 >= present * 2 : yes === present);
}

type NewException = Pick<Exception, 'id' | 'meetingId' | 'title' | 'why' | 'proposedAt'>;

/** A matter put forward; one at a time. Throws Conflict. */
export function proposeException(wanted: NewException, ground: ExceptionGround, others: readonly Exception[]): Exception {
  checkGround(ground);
  if (others.some(({ status }) => status === 'proposed')) throw new Conflict('offAgenda.errors.open');
  const regimes = [...new Set(ground.bodies.map(({ regime }) => regime))];
  return { ...wanted, status: 'proposed', regimes, itemId: null, decidedAt: null, version: 1 };
}

/** Decides by roll call whether a matter is taken up; each body that meets decides for itself. Throws Conflict. */
export function decideException(
  exception: Exception,
  answers: Answers,
  ground: ExceptionGround & { readonly voters: readonly string[]; readonly at: Instant },
): ExceptionWithVotes {
  checkGround(ground);
  const votes = callVotes(answers, ground);
  const isCarriedInEach = ground.bodies.every((body) =>
    isTakenUp(
      votes.filter(({ membershipId }) => body.voters.has(membershipId)),
      body,
    ),
  );
  const status = exceptionMachine.next(exception.status, isCarriedInEach ? 'carry' : 'fail');
  const regimes = [...new Set(ground.bodies.map(({ regime }) => regime))];
  return { ...exception, status, regimes, decidedAt: ground.at, votes };
}

export const withdrawException = (exception: Exception, at: Instant): Exception => ({
  ...exception,
  status: exceptionMachine.next(exception.status, 'withdraw'),
  decidedAt: at,
});

/** A meeting neither ends nor takes up a motion while such a matter waits for its vote. Throws Conflict. */
export function checkNoneOpen(exceptions: readonly Exception[]): void {
  if (exceptions.some(({ status }) => status === 'proposed')) throw new Conflict('offAgenda.errors.open');
}

function checkGround(ground: ExceptionGround): void {
  const obstacle = obstacleTo(ground);
  if (obstacle !== null) throw new Conflict(`offAgenda.obstacle.${obstacle}`);
}
