import type { TestProduct } from '../app';
import { insertItem } from '../../../src/features/agendas/agenda-item.queries';
import { renumber, type AgendaItem } from '../../../src/features/agendas/agenda-item';
import { insertPosting } from '../../../src/features/agendas/posting.queries';
import type { Collaborative } from '../../../src/features/collaboratives';
import { listMembers } from '../../../src/features/membership';
import type { Meeting } from '../../../src/features/meetings';
import type { Browser } from '../browser';
import { anItem, aPosting } from './agenda';
import { aCollaborative, aMember, aStoredMeeting } from './meeting';

/** The five voters: person ids and membership ids by first name. Three make a quorum. */
export interface Table {
  readonly collaborative: Collaborative;
  readonly meeting: Meeting;
  readonly people: Readonly<Record<string, string>>;
  readonly seats: Readonly<Record<string, string>>;
}

const names = ['Ana', 'Bo', 'Cy', 'Di', 'Eli'] as const;
const offices: Readonly<Record<string, { office: 'chair' | 'secretary' }>> = { Ana: { office: 'chair' }, Eli: { office: 'secretary' } };
export const meetingStart = '2026-12-04T02:00:00.000Z';

/** Standing items, two action items and one that came too late to be decided. */
export const fullAgenda = (meetingId = 'meeting-1'): AgendaItem[] =>
  renumber([
    anItem('call', { kind: 'opening', isAction: false, meetingId }),
    anItem('comment', { kind: 'public_comment', isAction: false, meetingId }),
    anItem('a', { meetingId }),
    anItem('b', { meetingId }),
    anItem('late', { meetingId, isInformationOnly: true, isAction: false }),
    anItem('adjourn', { kind: 'closing', isAction: false, meetingId }),
  ]);

/** A collaborative with five voting members and a posted meeting; Ana is the chair, Eli the secretary. */
export async function aTable(
  product: TestProduct,
  given: { postedAt?: string | null; collaborative?: Partial<Collaborative>; items?: AgendaItem[] } = {},
): Promise<Table> {
  const { deps, db } = product;
  const collaborative = await aCollaborative(deps, 'central', given.collaborative);
  for (const [index, name] of names.entries()) {
    await aMember(deps, collaborative, {
      name,
      email: `${name.toLowerCase()}@example.org`,
      seat: `C-${index + 1}`,
      ...(offices[name] ?? {}),
    });
  }
  const { postedAt = '2026-11-29T20:00:00.000Z' } = given;
  const meeting = await aStoredMeeting(deps, collaborative, { status: postedAt === null ? 'scheduled' : 'posted' });
  const items = given.items ?? fullAgenda();
  for (const item of items) await insertItem(db, item);
  await putUp(product, { meeting, items, postedAt });
  const members = await listMembers(db, collaborative.id, '2026-12-03');
  return {
    collaborative,
    meeting,
    people: Object.fromEntries(members.map(({ name, personId }) => [name, personId])),
    seats: Object.fromEntries(members.map(({ name, membershipId }) => [name, membershipId])),
  };
}

/** The body that meets jointly: South with three voters, Sol, Tim and Uma. */
export async function aSecondBody({ deps }: TestProduct): Promise<{ readonly south: Collaborative; readonly sol: string }> {
  const south = await aCollaborative(deps, 'south');
  const sol = await aMember(deps, south, { seat: 'S-1', name: 'Sol', email: 'sol@example.org' });
  await aMember(deps, south, { seat: 'S-2', name: 'Tim', email: 'tim@example.org' });
  await aMember(deps, south, { seat: 'S-3', name: 'Uma', email: 'uma@example.org' });
  return { south, sol: sol.id };
}

async function putUp(
  { db }: TestProduct,
  { meeting, items, postedAt }: { readonly meeting: Meeting; readonly items: AgendaItem[]; readonly postedAt: string | null },
): Promise<void> {
  if (postedAt !== null)
    await insertPosting(db, { ...aPosting(postedAt, { meeting, items, isLate: postedAt > '2026-12-01T02:00:00.000Z' }), id: 'posting-1' });
}

type Statuses = Readonly<Record<string, string>>;

/** The fields of a roll call: everybody absent but those given. */
export const rollCallOf = (table: Table, statuses: Statuses, reasons: Statuses = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(table.seats).flatMap(([name, id]) => [
      [`status_${id}`, statuses[name] ?? 'absent'],
      [`reason_${id}`, reasons[name] ?? ''],
    ]),
  );

/** The fields of a roll-call vote by name. */
export const voteOf = (table: Table, choices: Statuses): Record<string, string> =>
  Object.fromEntries(Object.entries(choices).map(([name, choice]) => [`vote_${table.seats[name] ?? ''}`, choice]));

/** Begins the meeting and calls the roll: Ana, Bo and Cy are there. */
export async function beginSession(product: TestProduct, chair: Browser, table: Table, statuses?: Statuses): Promise<void> {
  product.clock.moveTo(meetingStart);
  await chair.post('/meetings/meeting-1/session/beginning');
  product.clock.moveTo('2026-12-04T02:04:10.000Z');
  const here = statuses ?? { Ana: 'present', Bo: 'present', Cy: 'present' };
  await chair.post('/meetings/meeting-1/session/roll-call', { version: '0', ...rollCallOf(table, here) });
}

/** Moves, seconds and votes on an item; answers the last response. */
export async function decide(chair: Browser, table: Table, item: string, choices: Statuses) {
  const [mover = 'Ana', seconder = 'Bo'] = Object.keys(choices);
  await chair.post(`/meetings/meeting-1/session/items/${item}/motion`, {
    motion: `Decide ${item}`,
    mover: table.seats[mover] ?? '',
    seconder: table.seats[seconder] ?? '',
  });
  const page = (await chair.get(`/meetings/meeting-1/session/items/${item}`)).text;
  const motion = /motions\/([0-9a-z]+)\/vote/.exec(page)?.[1] ?? 'none';
  return chair.post(`/meetings/meeting-1/session/motions/${motion}/vote`, { version: '1', ...voteOf(table, choices) });
}

/** Holds the meeting from roll call to adjournment: Cy takes part from afar, Di is excused, item a is carried, b put off. */
export async function holdMeeting(product: TestProduct, chair: Browser, table: Table): Promise<void> {
  await beginSession(product, chair, table);
  const session = '/meetings/meeting-1/session';
  const fields = { Ana: 'present', Bo: 'present', Cy: 'remote', Di: 'excused', Eli: 'absent' };
  const roll = Object.entries(fields).flatMap(([name, status]) => [
    [`status_${table.seats[name] ?? ''}`, status],
    [`reason_${table.seats[name] ?? ''}`, status === 'remote' ? 'care of a child' : status === 'excused' ? 'surgery' : ''],
  ]);
  await chair.post(`${session}/roll-call`, { version: '1', ...(Object.fromEntries(roll) as Record<string, string>) });
  await decide(chair, table, 'a', { Ana: 'yes', Bo: 'yes', Cy: 'no' });
  await chair.post(`${session}/items/a/note`, { note: 'A lively talk.', version: '0' });
  await chair.post(`${session}/items/a/action-item`, { task: 'Write to the board', owner: table.people['Bo'] ?? '', due_on: '2026-12-18' });
  await chair.post(`${session}/items/b/outcome`, { outcome: 'postponed', words: 'To January', version: '1' });
  product.clock.moveTo('2026-12-04T02:20:00.000Z');
  await chair.post(`${session}/adjournment`);
}
