import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { insertRole } from '../../src/features/accounts';
import { scanReminders } from '../../src/features/messages/reminder.actions';
import { slateReminders } from '../../src/features/selection';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs, type Browser } from '../support/browser';
import { aPerson } from '../support/builders/person';
import { emptyTables } from '../support/database';
import { mails } from '../support/mailbox';
import { aScene, aSeatOnOffer, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
const people = new Map<string, Application>();

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  scene = await aScene(product.deps);
  await aSeatOnOffer(product.deps, scene.cycle, scene.central, { code: 'C-F2' });
  for (const [name, score] of [
    ['Ana First', 4],
    ['Bo Second', 3],
    ['Cy Third', 1],
  ] as const) {
    const application = await anApplicant(product.deps, scene.cycle, { name, to: [scene.central] });
    people.set(name.slice(0, 2), application);
    await scored(product.deps, scene.cycle, { candidacyId: await idOf(name.slice(0, 2)), reviewers: scene.reviewers, score });
  }
});

const board = '/staff/cycles/2027-spring/central/slate';
const as = (person: { id: string }): Promise<Browser> => signedInAs(product, person.id);
const idOf = async (name: string): Promise<string> => (await candidacyOf(product.deps, people.get(name)!, scene.central)).id;
const textOf = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
const slate = async () => (await product.db('slates').first())!;
const version = async (): Promise<string> => String((await product.db('slates').first())?.version ?? 0);
const page = async (): Promise<string> => `/approvals/${(await slate()).id}`;

async function place(name: string, where: string, given: Record<string, string> = {}): Promise<void> {
  const staff = await as(scene.staff);
  expect(
    (await staff.post(`${board}/placement`, { version: await version(), candidacy: await idOf(name), seat: where, ...given }, board))
      .status,
  ).toBe(303);
}
const send = async (): Promise<void> => {
  expect((await (await as(scene.staff)).submit(board, {}, `${board}/sending`)).status).toBe(303);
};

describe('the approver’s page', () => {
  it('says first what it comes to, then who, why and against whom', async () => {
    await place('Cy', 'seat', { reason: 'new_voice', words: 'Speaks for night shifts.' });
    await place('An', 'seat');
    await place('Bo', 'alternate');
    await send();
    const shown = textOf((await (await as(scene.approver)).get(await page())).text);
    expect(shown).toContain('Seats filled 2 of 2 Alternates 1 Mean total of those seated 62.5 Out of rank order 1');
    expect(shown).toContain('A voice not yet at the table · Speaks for night shifts.');
    expect(shown).toContain('Ranked higher and not chosen for it: Bo Second');
    expect(shown).not.toContain('What changed since it was last sent');
    expect(shown.indexOf('Seats filled')).toBeLessThan(shown.indexOf('Ana First'));
  });

  it('shows what changed since it was returned, the words, and the steps so far', async () => {
    await place('An', 'seat');
    await place('Cy', 'seat', { reason: 'new_voice' });
    await send();
    const approver = await as(scene.approver);
    await approver.submit(await page(), { words: 'Why not Bo?' }, `${await page()}/return`);
    const staff = await as(scene.staff);
    await staff.post(`${board}/removal`, { version: await version(), candidacy: await idOf('Cy') }, board);
    await place('Bo', 'seat');
    await send();
    const shown = textOf((await approver.get(await page())).text);
    expect(shown).toContain('What you asked for when you returned it Why not Bo?');
    expect(shown).toContain('What changed since it was last sent Bo Second is now in a seat Cy Third is no longer on the slate');
    expect(shown).toContain('Returned the slate · Alma Approver');
    expect(shown).not.toContain('Removed someone from the slate');
    expect(await product.db('slate_sendings').orderBy('number').pluck('number')).toEqual([1, 2]);
  });

  it('tells the second of two approvers what the first did, and mails staff once', async () => {
    const deputy = await aPerson(product.deps, { name: 'Dee Deputy', email: 'dee@example.org' });
    await insertRole(product.deps, {
      personId: deputy.id,
      role: 'approver',
      collaborativeId: scene.central.id,
      startsOn: '2026-11-20',
      endsOn: '2026-11-22',
    });
    await place('An', 'seat');
    await send();
    const [one, other] = [await as(scene.approver), await as(deputy)];
    const seen = await version();
    expect((await one.post(`${await page()}/approval`, { version: seen }, await page())).status).toBe(303);
    const late = await other.post(`${await page()}/return`, { version: seen, words: 'Wait' }, '/help');
    expect([late.status, (await slate()).status]).toEqual([409, 'approved']);
    expect(textOf(late.text)).toMatch(/Alma Approver made a change at .*: Approved the slate/);
    expect(
      (await mails(product.deps))
        .map(({ kind }) => kind)
        .filter((kind) => kind.startsWith('slate.'))
        .sort(),
    ).toEqual(['slate.approved', 'slate.sent', 'slate.sent']);
  });

  it('is a deputy’s from the first to the last day of the role, and nobody’s before or after', async () => {
    const deputy = await aPerson(product.deps, { name: 'Dee Deputy', email: 'dee@example.org' });
    await insertRole(product.deps, {
      personId: deputy.id,
      role: 'approver',
      collaborativeId: scene.central.id,
      startsOn: '2026-11-22',
      endsOn: '2026-11-23',
    });
    await place('An', 'seat');
    await send();
    const open = async (at: string) => {
      product.clock.moveTo(at);
      return (await (await as(deputy)).get(await page())).status;
    };
    expect(await open('2026-11-22T07:59:00.000Z')).toBe(404);
    expect([
      await open('2026-11-22T08:00:00.000Z'),
      await open('2026-11-24T07:59:00.000Z'),
      await open('2026-11-24T08:00:00.000Z'),
    ]).toEqual([200, 200, 404]);
  });

  it('and the board say the priority rule as a rule, and who it puts first', async () => {
    await product.db('cycles').update({ settings: JSON.stringify({ priority: 'in_district' }) });
    await product.db('applications').where({ name: 'Cy Third' }).update({ school_id: null, zip: '90001' });
    await product.db('zips').insert({ zip: '90001', is_split: false, share_outside: 0 });
    await product.db('zip_shares').insert({ zip: '90001', collaborative_id: scene.central.id, share: 1, is_primary: true });
    await product.db('applications').whereNot({ name: 'Cy Third' }).update({ school_id: null, zip: null });
    const shown = textOf((await (await as(scene.staff)).get(board)).text);
    expect(shown).toContain('Priority rule of this cycle, before points: People of the local district');
    expect(shown).toMatch(/1 Cy Third .* Priority group/);
    await place('Cy', 'seat');
    await send();
    expect(textOf((await (await as(scene.approver)).get(await page())).text)).toContain('Priority rule of this cycle');
  });
});

describe('a slate that waits', () => {
  const waits = async () => (await mails(product.deps, 'slate.waits')).map(({ to_address: to, subject }) => [to, subject]);

  it('reminds its approver every third day by daylight, once each, and stops when it is decided', async () => {
    await place('An', 'seat');
    await send();
    product.clock.moveTo('2026-11-24T19:59:00.000Z');
    await scanReminders(product.deps);
    expect(await waits()).toEqual([]);
    product.clock.moveTo('2026-11-24T20:00:00.000Z');
    await scanReminders(product.deps);
    await scanReminders(product.deps);
    expect(await waits()).toEqual([
      [scene.approver.email, 'Still waiting for you: the slate for the Local District Central Collaborative, by January 10, 2027'],
    ]);
    product.clock.moveTo('2026-11-27T20:05:00.000Z');
    await scanReminders(product.deps);
    expect(await waits()).toHaveLength(2);
    const [mail] = await product.db('outbox').where({ kind: 'slate.waits' });
    const isStillDue = async () => slateReminders[0]!.stillDue(product.deps, mail!);
    expect(await isStillDue()).toBe(true);
    await (await as(scene.approver)).submit(await page(), {}, `${await page()}/approval`);
    product.clock.moveTo('2026-11-30T20:05:00.000Z');
    await scanReminders(product.deps);
    expect([await isStillDue(), (await waits()).length]).toEqual([false, 2]);
  });
});
