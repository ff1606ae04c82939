import * as cheerio from 'cheerio';
import { deliverNote } from '../../src/features/advice';
import { beginAgendaOf, listItems } from '../../src/features/agendas';
import { settingsFrom, type CollaborativeSettings } from '../../src/features/collaboratives';
import { collaborativeSettings, type CollaborativeSetting } from '../../src/features/collaboratives/settings';
import { planMeeting } from '../../src/features/meetings';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs } from '../support/browser';
import { aMeeting } from '../support/builders/meeting';
import { aTable, beginSession, decide } from '../support/builders/session';
import { aDistrict, type District } from '../support/district/district';
import { actorOf, type Kind } from '../support/district/people';

type Settings = Partial<CollaborativeSettings>;

/** A setting, another value for it, and where the product tells them apart: what stands there with the usual value and with the other. */
interface Effect {
  readonly other: Settings;
  readonly look: (settings: Settings) => Promise<string>;
  readonly usual: string;
  readonly then: string;
}

let product: TestProduct;
let district: District;

beforeAll(async () => {
  product = await testProduct();
  district = await aDistrict(product);
});
afterAll(() => product.close());

const put = (settings: Settings) =>
  product
    .db('collaboratives')
    .where({ slug: 'central' })
    .update({ settings: JSON.stringify(settingsFrom(settings)) });

const id = (name: string): string => district.ids[name] ?? name;

const main = (html: string): string => {
  const $ = cheerio.load(html);
  const fields = $('main input[type=text]')
    .map((_, element) => `${$(element).attr('name') ?? ''}=${$(element).attr('value') ?? ''}`)
    .get();
  return [$('main').text().replace(/\s+/g, ' '), ...fields].join(' ');
};

/** What a page says to somebody; `:name` in the address is a record of the district. */
const page = (kind: Kind, address: string) => async (): Promise<string> =>
  main((await district.browsers[kind].get(address.replace(/:(\w+)/g, (_, name: string) => id(name)))).text);

const withRow = (table: 'meetings' | 'memberships' | 'minutes', row: object, where: object, look: () => Promise<string>) => async () => {
  await product.db(table).where(where).update(row);
  return look();
};

const dates = { delivered_at: null, acknowledge_by: null, answer_by: null, sha256: null, acknowledged_at: null };

/** Delivers a note that is ready, and tells its dates. */
const delivered = (column: 'acknowledge_by' | 'answer_by') => async (): Promise<string> => {
  const note = { id: id('deliveredNote') };
  await product
    .db('notes')
    .where(note)
    .update({ status: 'adopted', ...dates });
  await deliverNote(product.deps, await actorOf(product.deps, id('officer')), note.id);
  const row = await product.db('notes').where(note).first();
  return row?.[column] ?? '';
};

/** A new agenda's words on public comment. */
async function commentWords(): Promise<string> {
  const { deps, db } = product;
  const central = id('centralId');
  const plan = { ...aMeeting({ startsAt: '2026-12-18T02:00:00.000Z', endsAt: '2026-12-18T04:00:00.000Z' }), accessAskBy: '2026-12-15' };
  const wanted = { collaborativeId: central, plan, asDraft: false };
  const meeting = await planMeeting(deps, await actorOf(deps, id('staff')), wanted, [beginAgendaOf]);
  return (await listItems(db, meeting.id)).map(({ text }) => `${text.en} ${text.es ?? ''}`).join(' ');
}

/** One votes yes, two abstain. */
async function motion(settings: Settings): Promise<string> {
  const own = await testProduct();
  const table = await aTable(own, { collaborative: { settings: settingsFrom(settings) } });
  own.clock.moveTo('2026-12-04T01:50:00.000Z');
  const chair = await signedInAs(own, table.people['Ana'] ?? '');
  await beginSession(own, chair, table);
  await decide(chair, table, 'a', { Ana: 'yes', Bo: 'abstain', Cy: 'abstain' });
  const rows = await own.db('motions').pluck('status');
  await own.close();
  return rows.join(' ');
}

const report = '/staff/cycles/2027-spring/central/panel/report';
const ending = { term_ends_on: '2027-03-01' };

const effects: Readonly<Record<CollaborativeSetting, Effect>> = {
  termYears: { other: { termYears: 5 }, look: page('staff', '/staff/central/seat-plan/new'), usual: 'term_years=2', then: 'term_years=5' },
  termLimit: {
    other: { termLimit: 1 },
    look: page('staff', '/staff/central/seat-plan/new'),
    usual: 'limit of the collaborative: 3',
    then: 'limit of the collaborative: 1',
  },
  endingWithinDays: {
    other: { endingWithinDays: 120 },
    look: withRow('memberships', ending, {}, page('staff', '/staff/central/seats')),
    usual: '0terms ending soon',
    then: '4terms ending soon',
  },
  holdoverVotes: {
    other: { holdoverVotes: false },
    look: page('staff', '/staff/central/seats'),
    usual: 'those held over too',
    then: 'members in voting seats. Those on leave',
  },
  quorum: { other: { quorum: 'majority_of_all' }, look: page('staff', '/staff/central/forecast'), usual: 'Safe', then: 'At risk' },
  motionRule: { other: { motionRule: 'majority_of_present' }, look: motion, usual: 'carried', then: 'failed' },
  noticeRegular: {
    other: { noticeHours: { regular: 240, special: 24 } },
    look: page('staff', '/meetings/:scheduled'),
    usual: 'by Sunday, December 6, 2026',
    then: 'by Sunday, November 29, 2026',
  },
  noticeSpecial: {
    other: { noticeHours: { regular: 72, special: 48 } },
    look: () => withRow('meetings', { kind: 'special' }, { id: id('scheduled') }, page('staff', '/meetings/:scheduled'))(),
    usual: 'by Tuesday, December 8, 2026',
    then: 'by Monday, December 7, 2026',
  },
  publicCommentMinutes: {
    other: { publicCommentMinutes: 3 },
    look: commentWords,
    usual: 'Each speaker has 2 minutes',
    then: 'Cada persona tiene 3 minutos',
  },
  commentWords: {
    other: { commentWords: 450 },
    look: page('visitor', '/meetings/:posted/comment'),
    usual: '300 words',
    then: '450 words',
  },
  commentHours: {
    other: { commentHours: 48 },
    look: page('visitor', '/meetings/:posted/comment'),
    usual: 'until Wednesday, December 2, 2026',
    then: 'until Tuesday, December 1, 2026',
  },
  minutesDueDays: {
    other: { minutesDueDays: 20 },
    look: () => withRow('meetings', { status: 'adjourned' }, { id: id('live') }, page('staff', '/meetings/:live/minutes/desk'))(),
    usual: 'Due on December 1, 2026',
    then: 'Due on December 11, 2026',
  },
  draftMinutesPublic: {
    other: { draftMinutesPublic: false },
    look: page('visitor', '/meetings/:held/minutes'),
    usual: 'DRAFT minutes',
    then: 'We could not find that page',
  },
  acknowledgeDays: { other: { acknowledgeDays: 6 }, look: delivered('acknowledge_by'), usual: '2026-12-01', then: '2026-12-02' },
  answerDays: { other: { answerDays: 31 }, look: delivered('answer_by'), usual: '2027-01-11', then: '2027-01-12' },
  minimumReviews: { other: { minimumReviews: 7 }, look: page('staff', report), usual: 'of 3', then: 'of 7' },
  blindFirstPass: { other: { blindFirstPass: false }, look: page('reviewer', '/reviews/:review'), usual: 'Application', then: 'Full name' },
  spreadFlag: { other: { spreadFlag: 1 }, look: page('staff', report), usual: '2 points', then: '1 point' },
  smallGroup: {
    other: { smallGroup: 50 },
    look: page('staff', '/staff/central/roster'),
    usual: 'Groups of fewer than 10',
    then: 'Groups of fewer than 50',
  },
};

describe('a setting of a collaborative', () => {
  it.each(collaborativeSettings)('%s changes what the product does', async (name) => {
    const { other, look, usual, then } = effects[name];
    await put({});
    const before = await look({});
    await put(other);
    const after = await look(other);
    expect([before.includes(usual), before.includes(then), after.includes(then)]).toEqual([true, false, true]);
  });
});
