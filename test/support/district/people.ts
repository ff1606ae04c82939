import type { Deps } from '../../../src/deps';
import { loadActor, type Person } from '../../../src/features/accounts';
import type { Collaborative } from '../../../src/features/collaboratives';
import type { Actor } from '../../../src/lib/actor';
import { aMember } from '../builders/meeting';
import { aPersonAs } from '../builders/person';
import { aReviewer, type Scene } from '../selection-scene';

/** Everyone who matters for who may do what; `own` is Central, `other` is South. */
export const kinds = [
  'visitor',
  'person',
  'applicant',
  'invited',
  'newcomer',
  'member',
  'author',
  'officer',
  'reviewer',
  'staff',
  'approver',
  'otherApplicant',
  'otherMember',
  'otherOfficer',
  'otherReviewer',
  'otherStaff',
  'otherApprover',
  'administrator',
] as const;
export type Kind = (typeof kinds)[number];
export type Known = Exclude<Kind, 'visitor'>;

/** A person as they act now. */
export async function actorOf(deps: Deps, id: string): Promise<Actor & { readonly id: string }> {
  const actor = await loadActor(deps.db, id, deps.clock.now().slice(0, 10), []);
  if (actor?.id == null) throw new Error(`nobody is ${id}`);
  return { ...actor, id: actor.id };
}

/** Those who are there before anyone has applied. */
export type Standing = Exclude<Known, 'applicant' | 'invited' | 'newcomer' | 'otherApplicant'>;

/** Members with a chair and a secretary for both bodies, and the roles that the scene of the selection lacks. */
export async function peopleOf(deps: Deps, scene: Scene): Promise<Record<Standing, string>> {
  const { central, south, cycle } = scene;
  const member = async (body: Collaborative, seat: string, name: string, office?: 'chair' | 'secretary'): Promise<string> => {
    const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
    return (await aMember(deps, body, { seat, name, email, phone: '213 555 0777', ...(office === undefined ? {} : { office }) })).id;
  };
  const approver = (body: Collaborative, name: string): Promise<Person> =>
    aPersonAs(deps, { role: 'approver', collaborativeId: body.id }, { name, email: `${name.toLowerCase().replace(' ', '.')}@example.org` });
  await member(central, 'C-M9', 'Segunda Secretary', 'secretary');
  return {
    person: scene.stranger.id,
    officer: await member(central, 'C-M1', 'Carla Chair', 'chair'),
    member: await member(central, 'C-M2', 'Mia Member'),
    author: await member(central, 'C-M3', 'Aldo Author'),
    otherOfficer: await member(south, 'S-M1', 'Sara Chair', 'chair'),
    otherMember: await member(south, 'S-M2', 'Saul Member'),
    reviewer: scene.reviewers[0]?.id ?? '',
    otherReviewer: (await aReviewer(deps, { cycle, collaborative: south, name: 'Ruth South' })).id,
    staff: scene.staff.id,
    otherStaff: scene.southStaff.id,
    approver: scene.approver.id,
    otherApprover: (await approver(south, 'Aaron South')).id,
    administrator: scene.administrator.id,
  };
}
