import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { dateOf, type CalendarDate } from '../../lib/time';
import { begin, end, giveWay, isStubTerm, termsOverlap, type EndReason, type Membership } from './membership';
import { membershipPolicy } from './membership.policy';
import { findHolder, getMembership, insertMembership, listTermsOf, saveMembership } from './membership.queries';
import { tellMembershipEnded, tellSeatBegan } from './notices.actions';
import { endOfficesWith } from './office.queries';
import { getSeat } from './seat.queries';

export interface PendingMembership {
  readonly seatId: string;
  readonly personId: string;
  readonly candidacyId: string | null;
  readonly termStartsOn: CalendarDate;
  readonly termEndsOn: CalendarDate;
}

/** What other features do in the same transaction when a membership is over (the checklist is given up). */
export type WhenEnded = (tx: Deps, actor: Actor | 'system', membership: Membership) => Promise<void>;

/** Takes a seat for somebody who accepted it; it begins with its term, once the checklist is done. Throws Conflict when its days are taken. */
export async function createPendingMembership(tx: Deps, actor: Actor | 'system', wanted: PendingMembership): Promise<Membership> {
  const seat = await getSeat(tx.db, wanted.seatId);
  const terms = await listTermsOf(tx.db, seat.id);
  const taken = terms.filter(({ status, startedOn }) => status !== 'ended' || startedOn !== null);
  if (taken.some((term) => termsOverlap(term, { ...wanted, endedOn: null }))) throw new Conflict('membership.errors.termsOverlap');
  const { termStartsOn, termEndsOn } = wanted;
  const isStub = isStubTerm(termStartsOn, termEndsOn, seat.termYears);
  const open = { startedOn: null, endedOn: null, endReason: null, leaveFrom: null, leaveUntil: null };
  const membership = await insertMembership(tx, { ...wanted, ...open, isStub, status: 'pending' });
  await record(tx, actor, { membership, action: 'membership.accepted', after: { seat: seat.code, termStartsOn, termEndsOn } });
  return membership;
}

/** Begins a seat today: the one before gives way, the member and the staff are told. The caller has made sure that it may begin. */
export async function activateMembership(tx: Deps, actor: Actor | 'system', membership: Membership): Promise<Membership> {
  const today = dateOf(tx.clock.now());
  const begun = begin(membership, today);
  const holder = await findHolder(tx.db, membership.seatId);
  if (holder !== undefined) await replace(tx, actor, { holder, startsOn: today });
  const saved = await saveMembership(tx.db, begun);
  await record(tx, actor, { membership: saved, action: 'membership.begun', after: { status: 'active', startedOn: today } });
  await tellSeatBegan(tx, saved);
  return saved;
}

interface Ending {
  readonly reason: EndReason;
  readonly lastDay: CalendarDate;
  readonly version: number;
}

/** Ends a membership with its reason on a date, its offices with it; the letter goes to the member and the staff. */
export async function endMembership(deps: Deps, actor: Actor, id: string, ending: Ending & { whenEnded: WhenEnded }): Promise<Membership> {
  return inTransaction(deps, async (tx) => {
    const membership = await getMembership(tx.db, id);
    conceal(membershipPolicy.view(actor, membership));
    authorize(membershipPolicy.change(actor, membership));
    const ended = end({ ...membership, version: ending.version }, ending.reason, ending.lastDay, dateOf(tx.clock.now()));
    const saved = await saveMembership(tx.db, ended);
    await endOfficesWith(tx.db, id, ending.lastDay);
    const after = { status: saved.status, endedOn: saved.endedOn, reason: saved.endReason };
    await record(tx, actor, { membership: saved, action: 'membership.ended', before: { status: membership.status }, after });
    await tellMembershipEnded(tx, saved);
    if (membership.status === 'pending') await ending.whenEnded(tx, actor, saved);
    return saved;
  });
}

async function replace(
  tx: Deps,
  actor: Actor | 'system',
  { holder, startsOn }: { holder: Membership; startsOn: CalendarDate },
): Promise<void> {
  if (holder.termEndsOn >= startsOn && (holder.endedOn === null || holder.endedOn >= startsOn))
    throw new Conflict('membership.errors.termsOverlap');
  const saved = await saveMembership(tx.db, giveWay(holder, startsOn));
  const lastDay = saved.endedOn ?? holder.termEndsOn;
  await endOfficesWith(tx.db, holder.id, lastDay);
  await record(tx, actor, {
    membership: saved,
    action: 'membership.ended',
    before: { status: holder.status },
    after: { endedOn: lastDay },
  });
  await tellMembershipEnded(tx, saved);
}

type Line = Omit<Parameters<typeof recordEvent>[1], 'actor' | 'subject' | 'collaborativeId'> & { readonly membership: Membership };

const record = (tx: Deps, actor: Actor | 'system', { membership, ...line }: Line): Promise<void> =>
  recordEvent(tx, { ...line, actor, subject: { kind: 'membership', id: membership.id }, collaborativeId: membership.collaborativeId });
