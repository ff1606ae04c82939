import type { Deps } from '../../deps';
import type { EventToRecord } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { dateOf, type CalendarDate } from '../../lib/time';
import { getMembership, insertOffice, isStubTerm, saveMembership, saveOfficeEnd, type Membership } from '../membership';
import type { PlannedChange } from './roster-changes';

/** Makes what the rows change of terms that are there. Answers what the history is to say of it, with what stood before. */
export async function changeTerms(tx: Deps, actor: Actor | 'system', changes: readonly PlannedChange[]): Promise<EventToRecord[]> {
  const events: EventToRecord[] = [];
  const today = dateOf(tx.clock.now());
  for (const { membershipId, term, office, differences } of changes) {
    const membership = await getMembership(tx.db, membershipId);
    if (membership.termEndsOn !== term.termEndsOn) await saveMembership(tx.db, withTermEnd(membership, term.termEndsOn, today));
    if (office?.kind === 'until') await saveOfficeEnd(tx.db, office.id, office.until);
    if (office?.kind === 'given') {
      const { name, from: startsOn, until: endsOn } = office.office;
      await insertOffice(tx, { collaborativeId: membership.collaborativeId, membershipId, office: name, startsOn, endsOn });
    }
    events.push({
      action: 'imports.termChanged',
      actor,
      subject: { kind: 'membership', id: membershipId },
      collaborativeId: membership.collaborativeId,
      before: Object.fromEntries(differences.map(({ what, from }) => [what, from])),
      after: Object.fromEntries(differences.map(({ what, to }) => [what, to])),
    });
  }
  return events;
}

/** A term that ends on another day: who was held over past it sits in it again, and the other way round. */
function withTermEnd(membership: Membership, termEndsOn: CalendarDate, today: CalendarDate): Membership {
  const { status, termStartsOn } = membership;
  const sits = status === 'active' || status === 'holdover';
  const next = sits ? (termEndsOn < today ? 'holdover' : 'active') : status;
  return { ...membership, termEndsOn, status: next, isStub: isStubTerm(termStartsOn, termEndsOn, 2) };
}
