import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, Invalid, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import type { Email } from '../../mail/email';
import { queueEmails } from '../../mail/queue-email';
import { endRoleNow, getPerson, insertPerson, insertRole, listPeopleAt, listRolesOf, recipientOf, type Person } from '../accounts';
import { getCollaborative, type Collaborative } from '../collaboratives';
import { getCycle, type Cycle } from '../cycles';
import {
  assignedMail,
  deletePanelMember,
  deleteUnbegun,
  findPanelMember,
  insertPanelMember,
  insertReviews,
  mayAssignIn,
  newReview,
  panelPolicy,
  type PanelKind,
  type PanelOf,
} from '../reviews';
import { assignEvenly, type FileToAssign } from './assignment';
import { conflictsBetween, keepsAway } from './conflict';
import { findFile, listFiles, type ReviewFile } from './file.queries';
import { listPanel, type Panelist } from './panelist.queries';

export interface NewPanelist {
  readonly name: string;
  readonly email: string;
  readonly kind: PanelKind;
}

/** Puts a person on a panel with the role it needs; someone without a record is added and invited. */
export function addPanelist(deps: Deps, actor: Actor, panel: PanelOf, wanted: NewPanelist): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(panelPolicy.manage(actor, panel));
    const person = await personFor(tx, wanted);
    if ((await findPanelMember(tx.db, panel, person.id)) !== undefined) throw new Conflict('reviews.errors.onPanel');
    await insertPanelMember(tx, panel, { personId: person.id, kind: wanted.kind });
    await insertRole(tx, { personId: person.id, role: 'reviewer', ...panel, grantedBy: actor.id });
    await recordEvent(tx, {
      action: 'reviews.addPanelist',
      actor,
      subject: { kind: 'cycle', id: panel.cycleId },
      collaborativeId: panel.collaborativeId,
      after: { person: person.id, kind: wanted.kind },
    });
  });
}

/** Takes somebody off a panel who has not begun any review; files handed to them go back. */
export function removePanelist(deps: Deps, actor: Actor, panel: PanelOf, personId: string): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(panelPolicy.manage(actor, panel));
    const panelist = (await listPanel(tx.db, panel)).find((one) => one.personId === personId);
    if (panelist === undefined) throw new NotFound();
    if (panelist.assigned > 0 || panelist.recused > 0) throw new Conflict('reviews.errors.hasFiles');
    await deletePanelMember(tx.db, panelist.id);
    await endReviewerRole(tx, panel, personId);
    await recordEvent(tx, {
      action: 'reviews.removePanelist',
      actor,
      subject: { kind: 'cycle', id: panel.cycleId },
      collaborativeId: panel.collaborativeId,
      before: { person: personId, kind: panelist.kind },
    });
  });
}

/** Makes these the reviewers of a file. Whoever has begun, finished or recused stays as they are. */
export function assign(deps: Deps, actor: Actor, candidacyId: string, reviewerIds: readonly string[]): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const file = await findFile(tx.db, candidacyId);
    if (file === undefined) throw new NotFound();
    conceal(panelPolicy.viewFile(actor, { collaborativeId: file.collaborativeId, applicantId: file.party.personId }));
    const { cycle, collaborative } = await placeOf(tx, file);
    if (!mayAssignIn(cycle.status)) throw new Conflict('reviews.errors.notNow');
    const chosen = await chosenOf(tx, file, reviewerIds);
    const held = new Set(file.reviews.map((review) => review.reviewerId));
    const added = chosen.filter((panelist) => !held.has(panelist.personId)).map((panelist) => panelist.personId);
    const dropped = file.reviews.filter((review) => review.status === 'assigned' && !reviewerIds.includes(review.reviewerId));
    await deleteUnbegun(
      tx.db,
      candidacyId,
      dropped.map((review) => review.reviewerId),
    );
    await handOut(
      tx,
      actor,
      { cycle, collaborative },
      added.map((reviewerId) => ({ candidacyId, reviewerId })),
    );
    await recordEvent(tx, {
      action: 'reviews.assign',
      actor,
      subject: { kind: 'candidacy', id: candidacyId },
      collaborativeId: file.collaborativeId,
      after: { added, dropped: dropped.map((review) => review.reviewerId) },
    });
  });
}

/** Hands out every file that lacks reviewers, evenly and past conflicts. Answers how many reviews were handed out. */
export function assignAllEvenly(deps: Deps, actor: Actor, panel: PanelOf): Promise<number> {
  return inTransaction(deps, async (tx) => {
    conceal(panelPolicy.manage(actor, panel));
    const place = await placeOf(tx, panel);
    if (!mayAssignIn(place.cycle.status)) throw new Conflict('reviews.errors.notNow');
    const panelists = await listPanel(tx.db, panel);
    const files = (await listFiles(tx.db, panel)).map((file) => fileToAssign(file, panelists, place.collaborative.settings.minimumReviews));
    const loads = new Map(panelists.map((panelist) => [panelist.personId, panelist.assigned]));
    const assignments = assignEvenly(
      files.filter((file) => file.needed > 0),
      loads,
    );
    if (assignments.length === 0) return 0;
    await handOut(tx, actor, place, assignments);
    await recordEvent(tx, {
      action: 'reviews.assignEvenly',
      actor,
      subject: { kind: 'cycle', id: panel.cycleId },
      collaborativeId: panel.collaborativeId,
      after: { reviews: assignments.length, files: new Set(assignments.map((one) => one.candidacyId)).size },
    });
    return assignments.length;
  });
}

/** What the panel page promises before the button is pressed: which reviewers a file may go to, and what it still needs. */
export function fileToAssign(file: ReviewFile, panelists: readonly Panelist[], minimum: number): FileToAssign {
  const conflicts = panelists.map((panelist) => ({ id: panelist.personId, grounds: conflictsBetween(file.party, panelist.party) }));
  const live = file.reviews.filter((review) => review.status !== 'recused');
  return {
    candidacyId: file.candidacyId,
    needed: Math.max(0, minimum - live.length),
    barred: new Set([
      ...file.reviews.map((review) => review.reviewerId),
      ...conflicts.filter(({ grounds }) => keepsAway(grounds)).map(({ id }) => id),
    ]),
    avoided: new Set(conflicts.filter(({ grounds }) => grounds.length > 0).map(({ id }) => id)),
  };
}

interface Place {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
}

const placeOf = async (tx: Deps, panel: PanelOf): Promise<Place> => ({
  cycle: await getCycle(tx.db, panel.cycleId),
  collaborative: await getCollaborative(tx.db, panel.collaborativeId),
});

/** The panelists chosen for a file. Throws Invalid for somebody who is not on the panel, Conflict for one's own file. */
async function chosenOf(tx: Deps, file: ReviewFile, reviewerIds: readonly string[]): Promise<Panelist[]> {
  const panelists = await listPanel(tx.db, file);
  const chosen = panelists.filter((panelist) => reviewerIds.includes(panelist.personId));
  if (chosen.length !== new Set(reviewerIds).size) throw new Invalid('reviews.errors.notOnPanel');
  if (chosen.some((panelist) => conflictsBetween(file.party, panelist.party).includes('self')))
    throw new Conflict('reviews.errors.ownFile');
  return chosen;
}

async function handOut(tx: Deps, actor: Actor, place: Place, pairs: readonly { candidacyId: string; reviewerId: string }[]): Promise<void> {
  const now = tx.clock.now();
  const reviews = pairs.map((pair) => newReview({ ...pair, id: tx.newId(), assignedAt: now, assignedBy: actor.id }));
  await insertReviews(tx.db, reviews);
  const mails: Email[] = [];
  for (const reviewerId of new Set(pairs.map((pair) => pair.reviewerId))) {
    const to = recipientOf(await getPerson(tx.db, reviewerId));
    mails.push(assignedMail(to, { ...place, today: dateOf(now) }, { t: tx.translate(to.locale), baseUrl: tx.baseUrl }));
  }
  await queueEmails(tx, mails);
}

async function endReviewerRole(tx: Deps, panel: PanelOf, personId: string): Promise<void> {
  const today = dateOf(tx.clock.now());
  const roles = await listRolesOf(tx.db, personId);
  const served = roles.filter(
    (role) => role.role === 'reviewer' && role.cycleId === panel.cycleId && role.collaborativeId === panel.collaborativeId,
  );
  for (const role of served) if (role.endsOn === null || role.endsOn >= today) await endRoleNow(tx.db, role.id, today);
}

/** The person with this address (of several, the one with this name), or a new one. */
async function personFor(tx: Deps, wanted: NewPanelist): Promise<Person> {
  const known = await listPeopleAt(tx.db, wanted.email);
  const [only] = known;
  if (known.length === 1 && only !== undefined) return only;
  const named = known.find((person) => person.name.toLowerCase() === wanted.name.toLowerCase());
  return named ?? insertPerson(tx, { name: wanted.name, email: wanted.email });
}
