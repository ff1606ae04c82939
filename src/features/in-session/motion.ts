import type { Collaborative, CollaborativeSettings } from '../collaboratives';
import { Conflict } from '../../lib/errors';
import { defineMachine } from '../../lib/state-machine';
import type { Instant } from '../../lib/time';

export const voteChoices = ['yes', 'no', 'abstain', 'recused', 'absent'] as const;
export type VoteChoice = (typeof voteChoices)[number];

/** What a member who is there may answer; whoever is not there is recorded as absent. */
export const spokenChoices = ['yes', 'no', 'abstain', 'recused'] as const;
export type SpokenChoice = (typeof spokenChoices)[number];

/** One member's vote by name: there is no secret ballot (54953). */
export interface Vote {
  readonly membershipId: string;
  readonly choice: VoteChoice;
  /** Why they stepped aside; empty for everybody else. */
  readonly reason: string;
}

/** `waiting`: made, and not seconded yet; `died`: nobody seconded it. */
export type MotionStatus = 'waiting' | 'moved' | 'carried' | 'failed' | 'withdrawn' | 'died';
export type MotionEvent = 'second' | 'die' | 'carry' | 'fail' | 'withdraw';

export interface Motion {
  readonly id: string;
  readonly meetingId: string;
  readonly itemId: string;
  /** 1, 2, 3 … in the meeting. */
  readonly number: number;
  readonly text: string;
  /** Memberships of two different voting members; no seconder while it waits for one, or when it died so. */
  readonly moverId: string;
  readonly seconderId: string | null;
  readonly status: MotionStatus;
  readonly movedAt: Instant;
  readonly decidedAt: Instant | null;
  /** The other items of a consent group that it decides with its first; left out where it decides one. */
  readonly alsoItemIds?: readonly string[];
  readonly version: number;
}

export interface MotionWithVotes extends Motion {
  /** Empty until the roll-call vote. */
  readonly votes: readonly Vote[];
}

export const motionMachine = defineMachine<MotionStatus, MotionEvent>({
  waiting: { second: 'moved', die: 'died', withdraw: 'withdrawn' },
  moved: { carry: 'carried', fail: 'failed', withdraw: 'withdrawn' },
  carried: {},
  failed: {},
  withdrawn: {},
  died: {},
});

/** What a motion needs (setting `motionRule` of the collaborative). */
export type MotionRule = CollaborativeSettings['motionRule'];

/** A body that votes: its members, what a motion needs there, and which act it follows. */
export interface VotingBody {
  readonly voters: ReadonlySet<string>;
  readonly rule: MotionRule;
  readonly regime: Collaborative['regime'];
}

/** What must hold for a motion to be made or voted on. */
export interface Floor {
  readonly hasQuorum: boolean;
  /** The item stands on an agenda posted in time as an action item, or was taken up by the vote of the exception (54954.2(b)). */
  readonly mayTakeAction: boolean;
  /** Memberships of the voters who are there. */
  readonly present: ReadonlySet<string>;
  /** The body that meets; in a joint meeting each of them decides for itself. */
  readonly bodies: readonly VotingBody[];
}

/** All items a motion decides. */
export const itemsOfMotion = ({ itemId, alsoItemIds = [] }: Pick<Motion, 'itemId' | 'alsoItemIds'>): readonly string[] => [
  itemId,
  ...alsoItemIds,
];

/** Whether a motion decides this item, alone or with others. */
export const isAbout = (motion: Pick<Motion, 'itemId' | 'alsoItemIds'>, itemId: string): boolean => itemsOfMotion(motion).includes(itemId);

/** Whether a motion holds the floor: it waits for its second or for its vote. */
export const isOnFloor = ({ status }: Pick<Motion, 'status'>): boolean => status === 'waiting' || status === 'moved';

/** Whether a motion was put to a vote. */
export const isDecided = ({ status }: Pick<Motion, 'status'>): boolean => status === 'carried' || status === 'failed';

export const tally = (votes: readonly Pick<Vote, 'choice'>[]): Readonly<Record<VoteChoice, number>> => ({
  yes: votes.filter(({ choice }) => choice === 'yes').length,
  no: votes.filter(({ choice }) => choice === 'no').length,
  abstain: votes.filter(({ choice }) => choice === 'abstain').length,
  recused: votes.filter(({ choice }) => choice === 'recused').length,
  absent: votes.filter(({ choice }) => choice === 'absent').length,
});

/** More yes than no, or yes from more than half of those there; a tie fails, and so does a motion on which nobody voted. */
export function isCarried(votes: readonly Pick<Vote, 'choice'>[], rule: MotionRule): boolean {
  const { yes, no, abstain, recused } = tally(votes);
  return rule === 'majority_of_votes' ? yes > no : yes > no + abstain + recused;
}

/** Whether each body that meets carries it by the votes of its own members. */
export const isCarriedByAll = (votes: readonly Omit<Vote, 'reason'>[], bodies: Floor['bodies']): boolean =>
  bodies.every(({ voters, rule }) =>
    isCarried(
      votes.filter(({ membershipId }) => voters.has(membershipId)),
      rule,
    ),
  );

/** What was answered when the names were called. */
export interface Answers {
  readonly choices: ReadonlyMap<string, SpokenChoice>;
  /** Of those who step aside, by membership. */
  readonly reasons?: ReadonlyMap<string, string>;
}

type NewMotion = Pick<Motion, 'id' | 'meetingId' | 'itemId' | 'alsoItemIds' | 'text' | 'moverId' | 'seconderId' | 'movedAt'>;

/** A motion on the floor. One at a time; its mover is a voter who is there, and so is another who seconds it, at once or later. Throws Conflict. */
export function moveMotion(wanted: NewMotion, floor: Floor, others: readonly Motion[]): Motion {
  checkFloor(floor);
  if (others.some(isOnFloor)) throw new Conflict('inSession.errors.motionOpen');
  if (!floor.present.has(wanted.moverId)) throw new Conflict('inSession.errors.notThere');
  const number = Math.max(0, ...others.map((motion) => motion.number)) + 1;
  const made: Motion = { ...wanted, seconderId: null, number, status: 'waiting', decidedAt: null, version: 1 };
  return wanted.seconderId === null ? made : secondMotion(made, wanted.seconderId, floor);
}

/** Another voter who is there seconds a motion; from now on it can be voted on. Throws Conflict. */
export function secondMotion(motion: Motion, seconderId: string, floor: Floor): Motion {
  checkFloor(floor);
  if (motion.moverId === seconderId) throw new Conflict('inSession.errors.sameMember');
  if (!floor.present.has(seconderId)) throw new Conflict('inSession.errors.notThere');
  return { ...motion, seconderId, status: motionMachine.next(motion.status, 'second') };
}

/** A motion that nobody seconds is over without a vote. Throws Conflict once it was seconded. */
export const letDie = (motion: Motion, at: Instant): Motion => ({
  ...motion,
  status: motionMachine.next(motion.status, 'die'),
  decidedAt: at,
});

/**
 * Decides a motion by roll call: everybody who is there answers, and nobody else. Throws Conflict without quorum, off the
 * posted agenda, or when the answers are not those of the members there now.
 */
export function decideMotion(
  motion: Motion,
  answers: Answers,
  floor: Floor & { readonly voters: readonly string[]; readonly at: Instant },
): MotionWithVotes {
  checkFloor(floor);
  if (motion.status === 'waiting') throw new Conflict('inSession.errors.noSecond');
  const votes = callVotes(answers, floor);
  const status = motionMachine.next(motion.status, isCarriedByAll(votes, floor.bodies) ? 'carry' : 'fail');
  return { ...motion, status, decidedAt: floor.at, votes };
}

/**
 * The roll-call vote by name: everybody who is there answers, the rest are absent. Throws Conflict when the answers are not
 * those of the members there now, or a reason is missing.
 */
export function callVotes(
  { choices, reasons }: Answers,
  room: Pick<Floor, 'present' | 'bodies'> & { readonly voters: readonly string[] },
): Vote[] {
  const isComplete = room.present.size === choices.size && [...choices.keys()].every((id) => room.present.has(id));
  if (!isComplete) throw new Conflict('inSession.errors.rollChanged');
  const votes = room.voters.map((membershipId): Vote => {
    const choice = choices.get(membershipId) ?? 'absent';
    return { membershipId, choice, reason: choice === 'recused' ? (reasons?.get(membershipId) ?? '') : '' };
  });
  const mustSay = whoSaysWhy(room.bodies);
  const isSilent = votes.some(({ membershipId, choice, reason }) => choice === 'recused' && reason === '' && mustSay.has(membershipId));
  if (isSilent) throw new Conflict('inSession.form.recusalReason');
  return votes;
}

/**
 * Members who say why when they step aside: those of bodies under an open-meeting act, whose every vote stands on record
 * (54953). The district's own policy leaves it to the member.
 */
export const whoSaysWhy = (bodies: readonly Pick<VotingBody, 'voters' | 'regime'>[]): ReadonlySet<string> =>
  new Set(bodies.filter(({ regime }) => regime !== 'policy').flatMap(({ voters }) => [...voters]));

export const withdrawMotion = (motion: Motion, at: Instant): Motion => ({
  ...motion,
  status: motionMachine.next(motion.status, 'withdraw'),
  decidedAt: at,
});

function checkFloor({ hasQuorum, mayTakeAction }: Floor): void {
  if (!mayTakeAction) throw new Conflict('inSession.errors.notOnAgenda');
  if (!hasQuorum) throw new Conflict('inSession.errors.noQuorum');
}
