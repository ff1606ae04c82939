import type { Collaborative } from '../../src/features/collaboratives';
import { listItems } from '../../src/features/agendas';
import { insertPosting } from '../../src/features/agendas/posting.queries';
import { getMeeting } from '../../src/features/meetings';
import { askAgainForApprovals } from '../../src/features/minutes';
import { listVotingMembers } from '../../src/features/membership';
import { listMails } from '../../src/mail/mailbox';
import { testProduct, type TestProduct } from '../support/app';
import { mainText } from '../support/agenda-scene';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aPosting } from '../support/builders/agenda';
import { aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { down, up } from '../../migrations/20261201003900_create_minutes_approvals';
import { aSecondBody, aTable, meetingStart, type Table } from '../support/builders/session';
import { emptyTables } from '../support/database';

let product: TestProduct;
let table: Table;
let south: Collaborative;
let sol: string;
let chair: Browser;
let seats: ReadonlyMap<string, string>;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());

describe('the minutes of a joint meeting are', () => {
  const minutesPage = '/meetings/meeting-1/minutes';
  const desk = `${minutesPage}/desk`;
  const january = { startsAt: '2027-01-08T02:00:00.000Z', endsAt: '2027-01-08T04:00:00.000Z' };
  /** Held, adjourned and circulated; each body has its own meeting in January. */
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    table = await aTable(product);
    ({ south, sol } = await aSecondBody(product));
    await product
      .db('meetings')
      .where({ id: 'meeting-1' })
      .update({ with_bodies: JSON.stringify([south.id]) });
    await aStoredMeeting(product.deps, table.collaborative, { id: 'meeting-2', ...january });
    await aStoredMeeting(product.deps, south, { id: 'meeting-3', ...january });
    const theirs = await listVotingMembers(product.db, south.id, '2026-12-03', true);
    seats = new Map([...Object.entries(table.seats), ...theirs.map(({ name, membershipId }): [string, string] => [name, membershipId])]);
    product.clock.moveTo(meetingStart);
    chair = await signedInAs(product, table.people['Ana'] ?? '');
    await chair.post('/meetings/meeting-1/session/beginning');
    await callRoll(chair, 'meeting-1', ['Ana', 'Bo', 'Cy', 'Sol', 'Tim']);
    for (const item of ['a', 'b'])
      await chair.post(`/meetings/meeting-1/session/items/${item}/outcome`, { outcome: 'postponed', words: 'Later', version: '1' });
    await chair.post('/meetings/meeting-1/session/adjournment');
    await chair.post(`${minutesPage}/compilation`);
    await chair.submit(desk, {}, `${minutesPage}/circulation`);
  });

  const asked = () => product.db('agenda_items').where({ approves_minutes_of: 'meeting-1' }).orderBy('meeting_id').pluck('meeting_id');
  const status = async () => (await product.db('minutes').first('status'))?.status;
  const shown = async (query = '') => mainText((await visitorBrowser(product).get(`${minutesPage}${query}`)).text);

  function callRoll(browser: Browser, meeting: string, here: readonly string[]) {
    const answers = [...seats].map(([name, id]) => [`status_${id}`, here.includes(name) ? 'present' : 'absent']);
    return browser.post(`/meetings/${meeting}/session/roll-call`, { version: '0', ...(Object.fromEntries(answers) as object) });
  }

  /** A body's own meeting comes to the item: posted in time, begun, moved, voted on by those given, adjourned. */
  async function decide(meetingId: string, browser: Browser, given: { names: readonly [string, string, ...string[]]; vote: string }) {
    const meeting = await getMeeting(product.db, meetingId);
    product.clock.moveTo(meeting.startsAt);
    const items = await listItems(product.db, meetingId);
    const posted = aPosting('2027-01-02T20:00:00.000Z', { meeting, items });
    await insertPosting(product.db, { ...posted, id: `posting-${meetingId}` });
    await product.db('meetings').where({ id: meetingId }).update({ status: 'posted' });
    const session = `/meetings/${meetingId}/session`;
    await browser.post(`${session}/beginning`);
    await callRoll(browser, meetingId, given.names);
    const item = items.find(({ approvesMinutesOf }) => approvesMinutesOf === 'meeting-1')?.id ?? 'none';
    const [mover, seconder] = given.names;
    await browser.post(`${session}/items/${item}/motion`, {
      motion: 'Go',
      mover: seats.get(mover) ?? '',
      seconder: seats.get(seconder) ?? '',
    });
    const motion = await product.db('motions').where({ meeting_id: meetingId }).first('id');
    const votes = Object.fromEntries(given.names.map((name) => [`vote_${seats.get(name) ?? ''}`, given.vote]));
    expect((await browser.post(`${session}/motions/${motion?.id ?? ''}/vote`, { version: '1', ...votes })).status).toBe(303);
  }
  const central = (vote: string, meeting = 'meeting-2') => decide(meeting, chair, { names: ['Ana', 'Bo', 'Cy'], vote });
  const southern = async (vote: string, meeting = 'meeting-3') => {
    product.clock.moveTo((await getMeeting(product.db, meeting)).startsAt);
    const found = await product.db('people').where({ email: 'sue@example.org' }).first('id');
    const sue = found?.id ?? (await someoneAs(product.deps, 'staff', south, 'sue@example.org')).id;
    await decide(meeting, await signedInAs(product, sue), { names: ['Sol', 'Tim'], vote });
  };

  it('sent to the members of each body once, who may read and correct the draft wherever drafts are public', async () => {
    expect(await asked()).toEqual(['meeting-2', 'meeting-3']);
    const sent = (await listMails(product.deps)).filter(({ kind }) => kind === 'minutes.circulated');
    expect(sent.map(({ to_address: to }) => to.split('@')[0]).sort()).toEqual(['ana', 'bo', 'cy', 'di', 'eli', 'sol', 'tim', 'uma']);
    expect(sent[0]?.text.replace(/\s+/g, ' ')).toContain('before each body is asked to approve them at its next meeting');
    const settings = { ...table.collaborative.settings, draftMinutesPublic: false };
    await product
      .db('collaboratives')
      .where({ id: table.collaborative.id })
      .update({ settings: JSON.stringify(settings) });
    const member = await signedInAs(product, sol);
    const corrected = await member.submit(minutesPage, { correction: 'Tim came late' }, `${minutesPage}/correction`);
    expect([corrected.status, (await visitorBrowser(product).get(minutesPage)).status]).toEqual([303, 404]);
    expect((await member.get(desk)).status).toBe(403);
  });

  it('approved once each body has approved the same words, and says meanwhile who has and who has not', async () => {
    await southern('yes');
    expect(await status()).toBe('circulated');
    expect(await shown()).toContain(
      'DRAFT. These minutes are not approved. The members may still correct them. South approved these words by motion 1 of its meeting of January 7, 2027. Still to approve: Central.',
    );
    chair = await signedInAs(product, table.people['Ana'] ?? '');
    const atDesk = mainText((await chair.get(desk)).text);
    expect(atDesk).toContain('Central: The meeting of January 7, 2027 is asked to approve them.');
    expect(atDesk).toContain('South: Approved on January 7, 2027.');
    expect(atDesk).toContain('the approval of South no longer counts');
    await central('yes');
    expect(await status()).toBe('approved');
    expect(await shown('?lang=es')).toContain(
      'Aprobada el 7 de enero de 2027. Central aprobó este texto con la moción 1 de su reunión del 7 de enero de 2027. South aprobó este texto',
    );
    expect((await visitorBrowser(product).get(`${minutesPage}.json`)).body).toMatchObject({
      approvedBy: [
        { body: 'Central', meeting: 'meeting-2', motion: 1 },
        { body: 'South', meeting: 'meeting-3', motion: 1 },
      ],
    });
    await askAgainForApprovals(product.deps);
    expect(await asked()).toEqual(['meeting-2', 'meeting-3']);
    await down(product.db);
    await up(product.db);
    expect(await product.db('minutes_approvals').select('wording', 'collaborative_id', 'approved_at')).toEqual([
      { wording: 3, collaborative_id: table.collaborative.id, approved_at: january.startsAt },
    ]);
  });

  it('put before a body again when the words it approved were changed, and not when it refused them', async () => {
    await southern('yes');
    chair = await signedInAs(product, table.people['Ana'] ?? '');
    await chair.submit(desk, { opening: 'Both bodies met.' }, `${minutesPage}/text`);
    expect(await shown()).not.toContain('South approved these words');
    await central('yes');
    expect([await status(), (await shown()).includes('Still to approve: South.')]).toEqual(['circulated', true]);
    await aStoredMeeting(product.deps, south, {
      id: 'meeting-4',
      startsAt: '2027-02-05T02:00:00.000Z',
      endsAt: '2027-02-05T04:00:00.000Z',
    });
    await askAgainForApprovals(product.deps);
    await askAgainForApprovals(product.deps);
    expect(await asked()).toEqual(['meeting-2', 'meeting-3', 'meeting-4']);
    await southern('no', 'meeting-4');
    await aStoredMeeting(product.deps, south, {
      id: 'meeting-5',
      startsAt: '2027-03-05T02:00:00.000Z',
      endsAt: '2027-03-05T04:00:00.000Z',
    });
    await askAgainForApprovals(product.deps);
    expect(await asked()).toEqual(['meeting-2', 'meeting-3', 'meeting-4']);
    chair = await signedInAs(product, table.people['Ana'] ?? '');
    await chair.submit(desk, {}, `${minutesPage}/agenda-item`);
    await southern('yes', 'meeting-5');
    expect(await status()).toBe('approved');
  });

  it('corrected once each body has approved the correction', async () => {
    await southern('yes');
    chair = await signedInAs(product, table.people['Ana'] ?? '');
    await central('yes');
    const february = { startsAt: '2027-02-05T02:00:00.000Z', endsAt: '2027-02-05T04:00:00.000Z' };
    await aStoredMeeting(product.deps, table.collaborative, { id: 'meeting-4', ...february });
    await aStoredMeeting(product.deps, south, { id: 'meeting-5', ...february });
    const amendment = `${minutesPage}/amendment`;
    await chair.submit(amendment, { reason: 'Tim came late.', opening: 'Tim came at seven.' }, amendment);
    expect(await asked()).toEqual(['meeting-2', 'meeting-3', 'meeting-4', 'meeting-5']);
    await southern('yes', 'meeting-5');
    expect(await shown()).not.toContain('Tim came at seven.');
    chair = await signedInAs(product, table.people['Ana'] ?? '');
    expect(mainText((await chair.get(amendment)).text)).toContain('South: Approved on February 4, 2027.');
    await central('yes', 'meeting-4');
    expect(await shown()).toContain(
      'Corrected on February 4, 2027. Central approved these words by motion 1 of its meeting of February 4, 2027. South approved',
    );
    expect(await shown()).toContain('Tim came at seven.');
  });
});
