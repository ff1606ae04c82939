import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { askForApproval } from './approval.actions';
import { meetingToMinute, personalIn } from './minutes.actions';
import type { MinutesText } from './minutes';
import { noteInHistory } from './minutes.history';
import { getMinutes } from './minutes.queries';
import { isSameText, proposedVersion, standingVersion, withdrawCorrection, type MinutesVersion } from './version';
import { addVersion, listVersions, saveStage } from './version.queries';

interface Amendment {
  readonly meetingId: string;
  /** The number of the newest version when the form was read. */
  readonly newest: number;
  readonly reason: string;
  readonly text: MinutesText;
}

export type Amended =
  | { readonly kind: 'proposed'; readonly isOnAgenda: boolean }
  /** `personal`: it seems to hold an address, a telephone number or a birth date. */
  | { readonly kind: 'stale' | 'same' | 'personal' };

/**
 * Proposes a corrected wording of approved minutes and asks the next meeting to approve it. What is approved stays as it
 * is: the correction supersedes it once a motion passes (domain.md 11).
 */
export function proposeAmendment(deps: Deps, actor: Actor & { readonly id: string }, wanted: Amendment): Promise<Amended> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToMinute(tx, actor, wanted.meetingId);
    const minutes = await getMinutes(tx.db, meeting.id);
    const versions = await listVersions(tx.db, minutes.id);
    if (minutes.status !== 'approved' || proposedVersion(versions) !== undefined) throw new Conflict('errors.conflict.notNow');
    const fault = faultOf(wanted, versions);
    if (fault !== null) return fault;
    const { reason, text } = wanted;
    const waiting = { minutesId: minutes.id, stage: 'proposed' as const, approvedAt: null, approvedByMotion: null };
    const version = await addVersion(tx.db, { ...waiting, text, reason, savedAt: tx.clock.now(), savedBy: actor.id });
    await noteInHistory(tx, actor, { action: 'minutes.amendmentProposed', meeting, after: { version: version.number, reason } });
    return { kind: 'proposed', isOnAgenda: await askForApproval(tx, actor, meeting) };
  });
}

function faultOf({ newest, text }: Amendment, versions: readonly MinutesVersion[]): Amended | null {
  if (versions.at(-1)?.number !== newest) return { kind: 'stale' };
  const standing = standingVersion(versions);
  if (standing !== undefined && isSameText(standing.text, text)) return { kind: 'same' };
  return personalIn(text).length > 0 ? { kind: 'personal' } : null;
}

/** Takes a proposed correction back. Its line on an agenda is taken off at the desk there; a motion on it changes nothing. */
export function withdrawAmendment(deps: Deps, actor: Actor, meetingId: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToMinute(tx, actor, meetingId);
    const proposed = proposedVersion(await listVersions(tx.db, (await getMinutes(tx.db, meeting.id)).id));
    if (proposed === undefined) throw new Conflict('errors.conflict.notNow');
    await saveStage(tx.db, withdrawCorrection(proposed));
    await noteInHistory(tx, actor, { action: 'minutes.amendmentWithdrawn', meeting, after: { version: proposed.number } });
  });
}
