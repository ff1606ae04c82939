import { Conflict } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import { isPostedAsConsent, type AgendaItem, type Posting } from '../agendas';
import { isAbout, isOnFloor, type Motion } from './motion';

/** An item that a member asked to take out of the consent group: it is handled alone. */
export interface TakenOut {
  readonly itemId: string;
  readonly membershipId: string;
  readonly at: Instant;
}

/** The routine items of a meeting: what one motion may still take together, and what members took out. */
export interface ConsentGroup {
  /** In the order of the agenda; without those that have an outcome. */
  readonly together: readonly AgendaItem[];
  readonly takenOut: readonly TakenOut[];
}

/** The consent group as it stands: marked on the posting in time, not taken out, and still open. */
export const consentGroup = (items: readonly AgendaItem[], posting: Posting | undefined, takenOut: readonly TakenOut[]): ConsentGroup => ({
  together: items.filter(
    (item) => item.outcome === null && isPostedAsConsent(item, posting) && !takenOut.some(({ itemId }) => itemId === item.id),
  ),
  takenOut,
});

const isIn = (item: Pick<AgendaItem, 'id'>, { together }: ConsentGroup): boolean => together.some(({ id }) => id === item.id);

/** Refuses a motion of its own on an item of the group: it is taken out first. Throws Conflict. */
export function checkNotInGroup(item: Pick<AgendaItem, 'id'>, group: ConsentGroup): void {
  if (isIn(item, group)) throw new Conflict('consentGroup.errors.inGroup');
}

/** Refuses to change an item by itself while the motion on the group is on the floor. Throws Conflict. */
export function checkNotVotedTogether(item: Pick<AgendaItem, 'id'>, motions: readonly Motion[]): void {
  const isOpen = motions.some((motion) => isOnFloor(motion) && motion.alsoItemIds !== undefined && isAbout(motion, item.id));
  if (isOpen) throw new Conflict('inSession.errors.motionOpen');
}

/** Takes an item out for a voting member who is there. Throws Conflict once a motion on it is on the floor, or when it is not in the group. */
export function takeOutOfGroup(
  wanted: TakenOut,
  { group, motions, present }: { readonly group: ConsentGroup; readonly motions: readonly Motion[]; readonly present: ReadonlySet<string> },
): TakenOut {
  checkNoMotion(wanted.itemId, motions);
  if (!isIn({ id: wanted.itemId }, group)) throw new Conflict('consentGroup.errors.notInGroup');
  if (!present.has(wanted.membershipId)) throw new Conflict('consentGroup.errors.memberGone');
  return wanted;
}

/** Puts an item back that was taken out by mistake. Throws Conflict once it was dealt with alone. */
export function checkPuttingBack(item: AgendaItem, group: ConsentGroup, motions: readonly Motion[]): void {
  checkNoMotion(item.id, motions);
  const wasTaken = group.takenOut.some(({ itemId }) => itemId === item.id);
  if (!wasTaken || item.outcome !== null) throw new Conflict('consentGroup.errors.notInGroup');
}

function checkNoMotion(itemId: string, motions: readonly Motion[]): void {
  if (motions.some((motion) => isOnFloor(motion) && isAbout(motion, itemId))) throw new Conflict('inSession.errors.motionOpen');
}
