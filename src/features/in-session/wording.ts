import { Conflict } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import type { Floor, Motion } from './motion';

/** What a motion said before its mover changed it. */
export interface Wording {
  readonly motionId: string;
  /** 1, 2, 3 … of the motion. */
  readonly number: number;
  readonly text: string;
  readonly replacedAt: Instant;
}

/**
 * Changes the words of a motion on the floor: its mover asks for it and its seconder consents, so both are there. Answers the
 * motion and the wording that goes. Throws Conflict after the vote, or when one of them has left.
 */
export function reword(
  motion: Motion,
  change: { readonly text: string; readonly at: Instant },
  { present, earlier }: Pick<Floor, 'present'> & { readonly earlier: readonly Wording[] },
): { readonly motion: Motion; readonly wording: Wording } {
  if (motion.status !== 'moved') throw new Conflict('errors.conflict.notNow');
  if (!present.has(motion.moverId) || !present.has(motion.seconderId)) throw new Conflict('inSession.errors.notThere');
  const wording = { motionId: motion.id, number: earlier.length + 1, text: motion.text, replacedAt: change.at };
  return { motion: { ...motion, text: change.text }, wording };
}

/** What a motion said before, the oldest first. */
export const wordsBefore = (wordings: readonly Wording[], motionId: string): string[] =>
  wordings.filter((wording) => wording.motionId === motionId).map(({ text }) => text);
