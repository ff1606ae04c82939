import { Conflict } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import { isOnFloor, type Floor, type Motion } from './motion';

/** What a motion said before its mover changed it. */
export interface Wording {
  readonly motionId: string;
  /** 1, 2, 3 … of the motion. */
  readonly number: number;
  readonly text: string;
  readonly replacedAt: Instant;
}

/**
 * Changes the words of a motion on the floor: its mover asks for it and who seconded it consents, so both are there. Answers the
 * motion and the wording that goes. Throws Conflict once it is off the floor, or when one of them has left.
 */
export function reword(
  motion: Motion,
  change: { readonly text: string; readonly at: Instant },
  { present, earlier }: Pick<Floor, 'present'> & { readonly earlier: readonly Wording[] },
): { readonly motion: Motion; readonly wording: Wording } {
  if (!isOnFloor(motion)) throw new Conflict('errors.conflict.notNow');
  if (!areThere(motion, present)) throw new Conflict('inSession.errors.notThere');
  const wording = { motionId: motion.id, number: earlier.length + 1, text: motion.text, replacedAt: change.at };
  return { motion: { ...motion, text: change.text }, wording };
}

/** Whether those whose motion it is are there: its mover, and its seconder if it has one. */
export const areThere = ({ moverId, seconderId }: Pick<Motion, 'moverId' | 'seconderId'>, present: ReadonlySet<string>): boolean =>
  present.has(moverId) && (seconderId === null || present.has(seconderId));

/** What a motion said before, the oldest first. */
export const wordsBefore = (wordings: readonly Wording[], motionId: string): string[] =>
  wordings.filter((wording) => wording.motionId === motionId).map(({ text }) => text);
