import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { queueEmail } from '../../mail/queue-email';
import { endRoleNow, insertPerson, insertRole, listPeopleAt, listRolesOf, recipientOf, type Person } from '../accounts';
import { getCollaborative } from '../collaboratives';
import { getCycle } from '../cycles';
import {
  deletePanelMember,
  findPanelMember,
  handBack,
  insertPanelMember,
  panelPolicy,
  savePanelMember,
  type PanelKind,
  type PanelOf,
} from '../reviews';
import { invitedMail } from './panel.emails';
import { listPanel } from './panelist.queries';

export interface NewPanelist {
  readonly name: string;
  readonly email: string;
  readonly kind: PanelKind;
}

/** Puts a person on a panel with the role it needs, and tells them. Someone without a record is added; who left may come back. */
export function addPanelist(deps: Deps, actor: Actor, panel: PanelOf, wanted: NewPanelist): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(panelPolicy.manage(actor, panel));
    const person = await personFor(tx, wanted);
    const known = await findPanelMember(tx.db, panel, person.id);
    if (known !== undefined && known.leftOn === null) throw new Conflict('reviews.errors.onPanel');
    if (known === undefined) await insertPanelMember(tx, panel, { personId: person.id, kind: wanted.kind });
    else await savePanelMember(tx.db, { ...known, kind: wanted.kind, leftOn: null });
    await insertRole(tx, { personId: person.id, role: 'reviewer', ...panel, grantedBy: actor.id });
    await invite(tx, panel, person);
    await recordEvent(tx, {
      action: 'reviews.addPanelist',
      actor,
      subject: { kind: 'cycle', id: panel.cycleId },
      collaborativeId: panel.collaborativeId,
      after: { person: person.id, kind: wanted.kind },
    });
  });
}

/**
 * Takes somebody off a panel. What they completed stays; files they had begun or not go back, to be handed out anew.
 * Answers how many went back.
 */
export function removePanelist(deps: Deps, actor: Actor, panel: PanelOf, personId: string): Promise<number> {
  return inTransaction(deps, async (tx) => {
    conceal(panelPolicy.manage(actor, panel));
    const panelist = (await listPanel(tx.db, panel)).find((one) => one.personId === personId);
    if (panelist === undefined) throw new NotFound();
    const returned = await handBack(tx.db, panel, personId);
    const stays = panelist.complete + panelist.recused + returned.begun > 0;
    if (stays) await savePanelMember(tx.db, { ...panelist, leftOn: dateOf(tx.clock.now()) });
    else await deletePanelMember(tx.db, panelist.id);
    await endReviewerRole(tx, panel, personId);
    await recordEvent(tx, {
      action: 'reviews.removePanelist',
      actor,
      subject: { kind: 'cycle', id: panel.cycleId },
      collaborativeId: panel.collaborativeId,
      before: { person: personId, kind: panelist.kind },
      after: { returned: returned.begun + returned.unbegun },
    });
    return returned.begun + returned.unbegun;
  });
}

/** What staff note of a reviewer: most files they take, and a word on their time. */
export interface Limits {
  readonly mostFiles: number | null;
  readonly note: string;
}

/** Keeps a reviewer's limit of files and a note on their time. */
export function saveLimits(
  deps: Deps,
  actor: Actor,
  panel: PanelOf,
  { personId, limits }: { personId: string; limits: Limits },
): Promise<void> {
  return inTransaction(deps, async (tx) => {
    conceal(panelPolicy.manage(actor, panel));
    const member = await findPanelMember(tx.db, panel, personId);
    if (member === undefined) throw new NotFound();
    await savePanelMember(tx.db, { ...member, ...limits });
    await recordEvent(tx, {
      action: 'panels.limit',
      actor,
      subject: { kind: 'cycle', id: panel.cycleId },
      collaborativeId: panel.collaborativeId,
      before: { mostFiles: member.mostFiles },
      after: { person: personId, mostFiles: limits.mostFiles },
    });
  });
}

async function invite(tx: Deps, panel: PanelOf, person: Person): Promise<void> {
  const place = { cycle: await getCycle(tx.db, panel.cycleId), collaborative: await getCollaborative(tx.db, panel.collaborativeId) };
  const to = recipientOf(person);
  await queueEmail(tx, invitedMail(to, { ...place, at: tx.clock.now() }, { t: tx.translate(to.locale), baseUrl: tx.baseUrl }));
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
