import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent, type Details } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import type { Meeting } from './meeting';
import { meetingPolicy } from './meeting.policy';
import { getMeeting } from './meeting.queries';
import { takesRecordings, type Recording, type RecordingLinks } from './recording';
import type { RecordingValues } from './recording.form';
import { deleteRecording, findRecording, insertRecording, saveRecording } from './recording.queries';

type Signed = Actor & { readonly id: string };

/** Adds a link to a recording, which anyone sees from then on. Throws Conflict for a meeting that is not held. */
export function addRecording(
  deps: Deps,
  actor: Signed,
  { meetingId, key, links }: Pick<RecordingValues, 'key' | 'links'> & { readonly meetingId: string },
): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToRecord(tx, actor, meetingId);
    if (!takesRecordings(meeting)) throw new Conflict('errors.conflict.notNow');
    const recording: Recording = { ...links, id: tx.newId(), meetingId, addedAt: tx.clock.now(), addedBy: actor.id, version: 1 };
    if (!(await insertRecording(tx.db, recording, key))) return;
    await record(tx, actor, 'recordings.added', meeting, { after: said(links) });
  });
}

/**
 * Changes a recording, as when its captions have come. Answers null, or the recording as it is when another changed it since
 * the form was read. Throws NotFound when it is gone.
 */
export function changeRecording(
  deps: Deps,
  actor: Actor,
  { meetingId, id, links, version }: Omit<RecordingValues, 'key'> & { readonly meetingId: string; readonly id: string },
): Promise<Recording | null> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToRecord(tx, actor, meetingId);
    const before = await findRecording(tx.db, meetingId, id);
    if (before === undefined) throw new NotFound();
    if (before.version !== version) return before;
    await saveRecording(tx.db, { ...before, ...links, version });
    await record(tx, actor, 'recordings.changed', meeting, { before: said(before), after: said(links) });
    return null;
  });
}

/** Takes a link away; the history keeps what it was. A second press changes nothing. */
export function removeRecording(deps: Deps, actor: Actor, { meetingId, id }: { meetingId: string; id: string }): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToRecord(tx, actor, meetingId);
    const recording = await findRecording(tx.db, meetingId, id);
    if (recording === undefined || (await deleteRecording(tx.db, id)) === 0) return;
    await record(tx, actor, 'recordings.removed', meeting, { before: said(recording) });
  });
}

/** A meeting the public knows of, for those who run it. Throws NotFound for a draft, and for anyone else. */
export async function meetingToRecord(tx: Pick<Deps, 'db'>, actor: Actor, meetingId: string): Promise<Meeting> {
  const meeting = await getMeeting(tx.db, meetingId);
  conceal(meetingPolicy.run(actor, meeting));
  if (meeting.status === 'draft') throw new NotFound();
  return meeting;
}

const said = ({ url, language, captionsUrl, transcriptUrl }: RecordingLinks): Details => ({ url, language, captionsUrl, transcriptUrl });

const record = (
  tx: Deps,
  actor: Actor,
  action: Action,
  { id, collaborativeId }: Meeting,
  change: { readonly before?: Details; readonly after?: Details },
): Promise<void> => recordEvent(tx, { action, actor, subject: { kind: 'meeting', id }, collaborativeId, ...change });
