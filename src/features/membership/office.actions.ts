import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor, OfficeName } from '../../lib/actor';
import { Conflict } from '../../lib/errors';
import { authorize, conceal } from '../../lib/policy';
import { plusDays, type CalendarDate } from '../../lib/time';
import { getMembership } from './membership.queries';
import { membershipPolicy } from './membership.policy';
import { isListedOn } from './membership';
import { officeEnded, officeGiven } from './office.emails';
import { lastsUntil, type Election, type Office } from './office';
import { getOffice, insertElection, insertOffice, listOffices, saveOfficeEnd } from './office.queries';
import { tell } from './notices.actions';

export interface OfficeWanted {
  readonly collaborativeId: string;
  readonly membershipId: string;
  readonly office: OfficeName;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
  /** How it came about, where it is recorded. */
  readonly election?: Election;
}

/**
 * Elects or appoints a member to an office from a date; whoever held it holds it until the day before.
 * Throws Conflict when the member is not listed on that day, or the office is promised to somebody from a later one.
 */
export async function giveOffice(deps: Deps, actor: Actor, wanted: OfficeWanted): Promise<void> {
  const { collaborativeId, office, startsOn } = wanted;
  await inTransaction(deps, async (tx) => {
    conceal(membershipPolicy.view(actor, { collaborativeId }));
    authorize(membershipPolicy.change(actor, { collaborativeId }));
    const membership = await getMembership(tx.db, wanted.membershipId);
    if (membership.collaborativeId !== collaborativeId || !isListedOn(membership, startsOn))
      throw new Conflict('membership.errors.notListedThen');
    const same = (await listOffices(tx.db, collaborativeId, startsOn)).filter((held) => held.office === office);
    if (same.some((held) => held.startsOn >= startsOn)) throw new Conflict('membership.errors.officeTaken');
    for (const held of same) await saveOfficeEnd(tx.db, held.id, plusDays(startsOn, -1));
    const given = await insertOffice(tx, officeOf(wanted));
    if (wanted.election !== undefined) await insertElection(tx.db, given.id, wanted.election, { by: actor.id, at: tx.clock.now() });
    await tell(tx, membership, (to, about) => officeGiven(to, about, given));
    await recordEvent(tx, {
      action: 'membership.officeGiven',
      actor,
      subject: { kind: 'membership', id: wanted.membershipId },
      collaborativeId,
      before: { holder: same[0]?.membershipId ?? null },
      after: { office, startsOn, endsOn: given.endsOn },
    });
  });
}

const officeOf = ({ collaborativeId, membershipId, office, startsOn, endsOn }: OfficeWanted): Omit<Office, 'id'> => ({
  collaborativeId,
  membershipId,
  office,
  startsOn,
  endsOn,
});

/** Ends an office before the membership does: resigned, or another is to be elected. Throws Conflict when it is over by then. */
export async function endOffice(deps: Deps, actor: Actor, id: string, lastDay: CalendarDate): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const office = await getOffice(tx.db, id);
    conceal(membershipPolicy.view(actor, office));
    authorize(membershipPolicy.change(actor, office));
    if (lastDay < office.startsOn || !lastsUntil(office, lastDay)) throw new Conflict('membership.errors.officeOver');
    await saveOfficeEnd(tx.db, id, lastDay);
    const { membershipId, collaborativeId } = office;
    await recordEvent(tx, {
      action: 'membership.officeEnded',
      actor,
      subject: { kind: 'membership', id: membershipId },
      collaborativeId,
      before: { endsOn: office.endsOn },
      after: { office: office.office, endsOn: lastDay },
    });
    const membership = await getMembership(tx.db, membershipId);
    await tell(tx, membership, (to, about) => officeEnded(to, about, { ...office, endsOn: lastDay }));
  });
}
