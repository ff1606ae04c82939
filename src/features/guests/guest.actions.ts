import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { plusElapsed } from '../../lib/time';
import { queueEmails } from '../../mail/queue-email';
import { getMeeting, meetingPolicy, takesGuests, type Meeting } from '../meetings';
import { fits, guestMachine, mayRegister, nextPlaced, type Guest } from './guest';
import { guestMail, type GuestNews } from './guest.emails';
import type { Registered } from './guest.form';
import { deleteGuests, getGuest, insertGuest, listGuests, lockGuestList, saveGuest, savePlaces } from './guest.queries';

/** Registers a party: with a place while there is one, else on the waiting list. Throws Conflict once the session has begun or is off. */
export async function register(
  deps: Deps,
  actor: Actor,
  { meetingId, locale, registered }: { readonly meetingId: string; readonly locale: string; readonly registered: Registered },
): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const now = tx.clock.now();
    const meeting = await getSession(tx, meetingId);
    if (!mayRegister(meeting, now)) throw new Conflict('guests.errors.over');
    const { places } = await lockGuestList(tx.db, meetingId);
    const { key, ...wanted } = registered;
    const status = fits(await listGuests(tx.db, meetingId), wanted.party, places) ? 'placed' : 'waiting';
    const guest: Guest = {
      ...wanted,
      id: tx.newId(),
      meetingId,
      formKey: key,
      locale,
      status,
      registeredAt: now,
      arrivedAt: null,
      version: 1,
    };
    if (!(await insertGuest(tx.db, guest))) return;
    await record(tx, actor, 'guests.registered', { meeting, guest });
    await tell(tx, meeting, [[guest, status]]);
  });
}

/** Gives a place back; who waits moves up. The link in a mail, or staff for somebody who calls. A second press changes nothing. */
export async function giveBack(deps: Deps, actor: Actor, id: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const { meetingId } = await getGuest(tx.db, id);
    const { places } = await lockGuestList(tx.db, meetingId);
    const guest = await getGuest(tx.db, id);
    if (guest.status === 'cancelled') return;
    const meeting = await getMeeting(tx.db, meetingId);
    if (!mayRegister(meeting, tx.clock.now())) throw new Conflict('guests.errors.over');
    const saved = await saveGuest(tx.db, { ...guest, status: guestMachine.next(guest.status, 'cancel') });
    await record(tx, actor, 'guests.cancelled', { meeting, guest: saved });
    await tell(tx, meeting, [[saved, 'cancelled']]);
    await moveUp(tx, meeting, places);
  });
}

/** Says how many places there are; who waits moves up where there are more. Nobody who has a place loses it. */
export async function setPlaces(
  deps: Deps,
  actor: Actor,
  { meetingId, places, version }: { readonly meetingId: string; readonly places: number | null; readonly version: number },
): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const meeting = await getSession(tx, meetingId);
    conceal(meetingPolicy.arrange(actor, meeting.collaborativeId));
    const list = await lockGuestList(tx.db, meetingId);
    if (list.version !== version) throw new Conflict();
    await savePlaces(tx.db, { ...list, places });
    await recordEvent(tx, {
      action: 'guests.placesSet',
      actor,
      subject: { kind: 'meeting', id: meetingId },
      collaborativeId: meeting.collaborativeId,
      before: { places: list.places },
      after: { places },
    });
    if (mayRegister(meeting, tx.clock.now())) await moveUp(tx, meeting, places);
  });
}

/** Checks a party off at the door, or takes that back. */
export async function checkOff(
  deps: Deps,
  actor: Actor,
  { meetingId, guestId, isHere }: { readonly meetingId: string; readonly guestId: string; readonly isHere: boolean },
): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const meeting = await getSession(tx, meetingId);
    conceal(meetingPolicy.arrange(actor, meeting.collaborativeId));
    const guest = await getGuest(tx.db, guestId);
    if (guest.meetingId !== meetingId) throw new NotFound();
    if ((guest.arrivedAt !== null) === isHere) return;
    const saved = await saveGuest(tx.db, { ...guest, arrivedAt: isHere ? tx.clock.now() : null });
    await record(tx, actor, isHere ? 'guests.arrived' : 'guests.arrivalTakenBack', { meeting, guest: saved });
  });
}

/** Days after a session's end for which it is kept who registered (reliability.md 4.12). */
export const daysKept = 30;

/** Worker: who came is of use until the session, and for its head count; then the names go. */
export const forgetGuests = async (deps: Deps): Promise<void> => {
  const count = await deleteGuests(deps.db, plusElapsed(deps.clock.now(), { hours: -24 * daysKept }));
  if (count > 0) deps.logger.info('registrations forgotten', { count });
};

/** A session people register for. Throws NotFound for any other meeting. */
export async function getSession(tx: Pick<Deps, 'db'>, meetingId: string): Promise<Meeting> {
  const meeting = await getMeeting(tx.db, meetingId);
  if (!takesGuests(meeting)) throw new NotFound();
  return meeting;
}

async function moveUp(tx: Deps, meeting: Meeting, places: number | null): Promise<void> {
  const placed: [Guest, GuestNews][] = [];
  for (const guest of nextPlaced(await listGuests(tx.db, meeting.id), places)) {
    placed.push([await saveGuest(tx.db, { ...guest, status: guestMachine.next(guest.status, 'place') }), 'moved_up']);
  }
  await tell(tx, meeting, placed);
}

/** Who left no address calls the office, or is called. */
const tell = (tx: Deps, meeting: Meeting, told: readonly [Guest, GuestNews][]): Promise<number> =>
  queueEmails(
    tx,
    told.filter(([{ email }]) => email !== null).map(([guest, news]) => guestMail(tx, { meeting, guest, news })),
  );

/** The history says that somebody registered and how many come, never who. */
const record = (tx: Deps, actor: Actor, action: Action, { meeting, guest }: { meeting: Meeting; guest: Guest }): Promise<void> =>
  recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'guest', id: guest.id },
    collaborativeId: meeting.collaborativeId,
    after: { meeting: meeting.id, party: guest.party, status: guest.status },
  });
