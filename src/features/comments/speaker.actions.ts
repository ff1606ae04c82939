import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { seal, unseal } from '../../lib/secret';
import { queueEmail } from '../../mail/queue-email';
import { getMeeting, meetingPolicy, type Meeting } from '../meetings';
import { checkSignUp, moved, type NewSpeaker, type Speaker, type SpeakerEvent } from './speaker';
import { signedUpMail } from './speaker.emails';
import { speakerPaths } from './speaker.paths';
import { findSignedUp, getSpeaker, insertSpeaker, listSpeakers, saveSpeaker } from './speaker.queries';

const prefix = 'speaker:';

/** The address of a speaker's own page; it holds which sign-up it is for, sealed. */
export const ownPage = (deps: Pick<Deps, 'config'>, { id }: Pick<Speaker, 'id'>): string =>
  speakerPaths.own({ token: seal(prefix + id, deps.config.secret) });

/** The speaker whose page this is. Throws NotFound for anything that is not of ours. */
export function speakerOf(deps: Pick<Deps, 'config' | 'db'>, token: string): Promise<Speaker> {
  const text = opened(token, deps.config.secret);
  if (!text.startsWith(prefix)) throw new NotFound();
  return getSpeaker(deps.db, text.slice(prefix.length));
}

function opened(token: string, secret: string): string {
  try {
    return unseal(token, secret);
  } catch {
    return '';
  }
}

/** Signs somebody up under the next number: on this site until the start, at the door by those who run the meeting until its end. */
export function signUp(deps: Deps, actor: Actor, wanted: NewSpeaker, isAtDoor: boolean): Promise<Speaker> {
  return inTransaction(deps, async (tx) => {
    const meeting = await getMeeting(tx.db, wanted.meetingId);
    conceal(meetingPolicy.view(actor, meeting));
    if (isAtDoor) authorize(meetingPolicy.run(actor, meeting));
    checkSignUp(meeting, tx.clock.now(), isAtDoor);
    const before = await findSignedUp(tx.db, wanted);
    if (before !== undefined) return before;
    const speaker = await insertSpeaker(tx, wanted);
    await record(tx, actor, 'comments.signedUp', meeting, speaker);
    const link = tx.baseUrl + ownPage(tx, speaker);
    if (speaker.email !== '') await queueEmail(tx, signedUpMail({ meeting, speaker, translate: tx.translate, link }));
    return speaker;
  });
}

/** Takes a sign-up back by its own link; once more changes nothing. */
export function cancelSignUp(deps: Deps, actor: Actor, token: string): Promise<Speaker> {
  return inTransaction(deps, async (tx) => {
    const speaker = await speakerOf(tx, token);
    if (speaker.status === 'cancelled') return speaker;
    const meeting = await getMeeting(tx.db, speaker.meetingId);
    const cancelled = moved(speaker, 'cancel', tx.clock.now());
    await saveSpeaker(tx.db, cancelled);
    await record(tx, actor, 'comments.cancelled', meeting, cancelled);
    return cancelled;
  });
}

type Floor = Exclude<SpeakerEvent, 'cancel'>;
const actions = { call: 'comments.called', finish: 'comments.spoke', miss: 'comments.missed' } as const satisfies Record<Floor, Happened>;

interface Turn {
  readonly meetingId: string;
  readonly speakerId: string;
  readonly version: number;
  readonly event: Floor;
}

/** Gives somebody the floor, notes the end, or that nobody came. One speaks at a time. */
export function giveFloor(deps: Deps, actor: Actor, { meetingId, speakerId, version, event }: Turn): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const meeting = await getMeeting(tx.db, meetingId);
    conceal(meetingPolicy.view(actor, meeting));
    authorize(meetingPolicy.run(actor, meeting));
    if (meeting.status !== 'in_session') throw new Conflict('comments.errors.notInSession');
    const speaker = await getSpeaker(tx.db, speakerId);
    if (speaker.meetingId !== meetingId) throw new NotFound();
    if (speaker.version !== version) throw new Conflict();
    const others = await listSpeakers(tx.db, meetingId);
    if (event === 'call' && others.some(({ status }) => status === 'speaking')) throw new Conflict('comments.errors.otherSpeaks');
    const next = moved(speaker, event, tx.clock.now());
    await saveSpeaker(tx.db, next);
    await record(tx, actor, actions[event], meeting, next);
  });
}

type Happened = 'comments.signedUp' | 'comments.cancelled' | 'comments.called' | 'comments.spoke' | 'comments.missed';

/** The history keeps numbers, no names. */
const record = (tx: Deps, actor: Actor, action: Happened, meeting: Meeting, { number, status }: Speaker): Promise<void> =>
  recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'meeting', id: meeting.id },
    collaborativeId: meeting.collaborativeId,
    after: { speaker: number, status },
  });
