import { Conflict } from '../../lib/errors';
import type { Instant } from '../../lib/time';
import type { AgendaItem, ItemOutcome } from '../agendas';
import type { Meeting } from '../meetings';
import { isDecided, isOnFloor, type Motion } from './motion';

/** Nobody is called to order before the time that was posted. The posted minute itself will do. Throws Conflict. */
export function checkStart(meeting: Pick<Meeting, 'startsAt'>, now: Instant): void {
  if (now < meeting.startsAt) throw new Conflict('inSession.errors.beforeStart');
}

/** Throws Conflict unless the meeting is going on. */
export function checkInSession(meeting: Pick<Meeting, 'status'>): void {
  if (meeting.status !== 'in_session') throw new Conflict('inSession.errors.notInSession');
}

/** The action items of the agenda that still need an outcome (domain.md 10). */
export const withoutOutcome = <Item extends Pick<AgendaItem, 'isAction' | 'outcome'>>(items: readonly Item[]): Item[] =>
  items.filter(({ isAction, outcome }) => isAction && outcome === null);

/** Refuses to adjourn with a motion on the floor or an action item without an outcome. A lost quorum never holds a meeting. */
export function checkAdjournment(items: readonly AgendaItem[], motions: readonly Motion[]): void {
  if (motions.some(isOnFloor)) throw new Conflict('inSession.errors.motionOpen');
  const open = withoutOutcome(items);
  if (open.length > 0) throw new Conflict('inSession.errors.outcomesMissing', { numbers: open.map(({ place }) => place).join(', ') });
}

/** The outcomes an item may have by hand; it is decided by a vote alone, since each vote stands on record (54953). */
export const outcomesFor = (motions: readonly Motion[]): readonly ItemOutcome[] =>
  motions.some(isDecided) ? ['decided', 'postponed', 'no_action'] : ['postponed', 'no_action'];
