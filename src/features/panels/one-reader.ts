import type { Bar } from './assignment';

/** Why a file is not given to a reviewer with the others. */
export type PassedOver = Bar | 'full' | 'notInReview' | 'yours';

/** A file that was chosen for a reviewer, with what bars it. */
export interface ChosenFile {
  readonly candidacyId: string;
  readonly bar: PassedOver | null;
}

/** Which files are passed over, and why: those barred, and those past the reviewer's room, in the order chosen. `room` null: no limit. */
export function passedOver(files: readonly ChosenFile[], room: number | null): ReadonlyMap<string, PassedOver> {
  let left = room ?? Infinity;
  const passed = new Map<string, PassedOver>();
  for (const { candidacyId, bar } of files) {
    if (bar !== null) passed.set(candidacyId, bar);
    else if (left > 0) left -= 1;
    else passed.set(candidacyId, 'full');
  }
  return passed;
}
