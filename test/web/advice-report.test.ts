import * as cheerio from 'cheerio';
import {
  deliverNote,
  acknowledgeNote,
  extendAnswer,
  getNote,
  moveNote,
  saveNote,
  signAnswer,
  writeAnswer,
  writeNote,
} from '../../src/features/advice';
import type { Disposition } from '../../src/features/advice';
import { askAuthors, replyToStaff } from '../../src/features/advice/clock.actions';
import type { Collaborative } from '../../src/features/collaboratives';
import { mainText } from '../support/agenda-scene';
import { testProduct, type TestProduct } from '../support/app';
import { visitorBrowser } from '../support/browser';
import { aCollaborative, aMember, someoneAs } from '../support/builders/meeting';
import { countQueries, emptyTables } from '../support/database';
import { actorOf } from '../support/district/people';

let product: TestProduct;

interface Body {
  readonly collaborative: Collaborative;
  readonly chair: string;
  readonly author: string;
  readonly staff: string;
  readonly approver: string;
}

const moveTo = (day: string) => {
  product.clock.moveTo(day.includes('T') ? day : `${day}T20:00:00.000Z`);
};
const actor = (id: string) => actorOf(product.deps, id);
const versionOf = async (id: string) => (await getNote(product.db, id)).version;
const read = async (address: string) => (await visitorBrowser(product).get(address).expect(200)).text;

async function body(slug: 'central' | 'south'): Promise<Body> {
  const { deps } = product;
  const collaborative = await aCollaborative(deps, slug);
  const member = (who: string, seat: string, office?: 'chair') =>
    aMember(deps, collaborative, { name: who, email: `${who}-${slug}@example.org`, seat, ...(office === undefined ? {} : { office }) });
  return {
    collaborative,
    chair: (await member('chair', 'C-1', 'chair')).id,
    author: (await member('author', 'C-2')).id,
    staff: (await someoneAs(deps, 'staff', collaborative, `staff-${slug}@example.org`)).id,
    approver: (await someoneAs(deps, 'approver', collaborative, `approver-${slug}@example.org`)).id,
  };
}

async function write({ collaborative, author }: Body, title: string, recommendations = ['Do one thing', 'And another']): Promise<string> {
  const words = { language: 'en', title, background: 'It is needed.', topic: 'safety' as const, recommendations };
  return (await writeNote(product.deps, await actor(author), collaborative.id, words)).id;
}

async function deliver(of: Body, day: string, title: string): Promise<string> {
  moveTo(day);
  const id = await write(of, title);
  await saveNote(product.db, { ...(await getNote(product.db, id)), status: 'adopted', adoptedAt: product.clock.now() });
  await deliverNote(product.deps, await actor(of.chair), id);
  await acknowledgeNote(product.deps, await actor(of.staff), id);
  return id;
}

type Given = Pick<Disposition, 'disposition'> & { readonly promise?: readonly [NonNullable<Disposition['commitment']>['status'], string] };

async function answer(of: Body, id: string, day: string, given: readonly Given[], sign = true): Promise<void> {
  moveTo(day);
  const { recommendations } = await getNote(product.db, id);
  const dispositions = given.map(({ disposition, promise }, place) => ({
    recommendationId: recommendations[place]?.id ?? '',
    disposition,
    reasons: { en: `Why it is ${disposition}` },
    commitment: promise === undefined ? null : { id: '', what: { en: 'We will' }, who: 'An office', dueOn: promise[1], status: promise[0] },
  }));
  await writeAnswer(product.deps, await actor(of.staff), id, { words: { version: 0, opening: '', dispositions }, then: 'send' });
  if (sign) await signAnswer(product.deps, await actor(of.approver), id, 2);
}

/** Two bodies and their year 2026, read on January 15, 2027: three answers (10, 13 and 9 working days), two notes still open. */
beforeAll(async () => {
  product = await testProduct();
  await emptyTables(product.db);
  moveTo('2026-08-03');
  const [central, south] = [await body('central'), await body('south')];

  const quick = await deliver(central, '2026-08-03', '=HYPERLINK("Shade")');
  await answer(central, quick, '2026-08-17', [
    { disposition: 'accepted', promise: ['planned', '2026-10-01'] },
    { disposition: 'accepted_with_changes', promise: ['done', '2026-10-01'] },
  ]);
  const asked = await deliver(central, '2026-08-03', 'Crossing guards');
  moveTo('2026-08-05');
  await askAuthors(product.deps, await actor(central.staff), asked, { question: 'Which?', version: await versionOf(asked) });
  moveTo('2026-08-12');
  await replyToStaff(product.deps, await actor(central.author), asked, { reply: 'All', version: await versionOf(asked) });
  await answer(central, asked, '2026-08-27', [{ disposition: 'declined' }, { disposition: 'already_in_place' }]);
  const late = await deliver(central, '2026-08-03', 'Warmer rooms');
  const extension = { to: '2026-10-30', reason: 'A survey', version: await versionOf(late) };
  await extendAnswer(product.deps, await actor(central.staff), late, extension);
  const unsigned = await deliver(south, '2026-12-15', 'Library hours');
  await answer(south, unsigned, '2026-12-16', [{ disposition: 'declined' }, { disposition: 'declined' }], false);
  const evening = await deliver(south, '2027-01-01T05:00:00.000Z', 'On the last evening');
  await answer(south, evening, '2027-01-14', [
    { disposition: 'accepted', promise: ['dropped', '2027-01-14'] },
    { disposition: 'more_time', promise: ['under_way', '2027-01-15'] },
  ]);

  await write(central, 'Draft canary');
  await moveNote(product.deps, await actor(central.author), await write(central, 'Open canary'), 'open');
  await moveNote(product.deps, await actor(central.author), await write(central, 'Withdrawn canary'), 'withdraw');
  await deliver(south, '2027-01-04', 'Of the next year');
  moveTo('2027-01-15');
});
afterAll(() => product.close());

type Row = Readonly<Record<string, string>>;

/** A CSV file as RFC 4180 has it. */
function rowsOf(text: string): Row[] {
  const lines = text.replace(/^\ufeff/, '').split('\r\n');
  const cells = (line: string) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map((cell) => (cell[1] ?? '').replaceAll('""', '"'));
  const names = cells(lines[0] ?? '');
  return lines.slice(1, -1).map((line) => Object.fromEntries(cells(line).map((cell, place) => [names[place] ?? '', cell])));
}

const csv = async (address: string) => rowsOf(await read(address));
const daysOff = ['2026-09-07', '2026-11-11', '2026-11-26', '2026-11-27', '2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01'];

/** Monday to Friday without days off, after one day up to and with another. */
function workingDays(from: string, to: string): number {
  let days = 0;
  for (let at = Date.parse(from) + 86_400_000; at <= Date.parse(to); at += 86_400_000) {
    const day = new Date(at);
    if (![0, 6].includes(day.getUTCDay()) && !daysOff.includes(day.toISOString().slice(0, 10))) days += 1;
  }
  return days;
}

/** Every number of the page, from the table alone. */
function recomputed(rows: readonly Row[]) {
  const notes = [...new Map(rows.map((row) => [row['note'], row])).values()];
  const today = rows[0]?.['as_of'] ?? '';
  const answered = notes.filter((note) => note['answered'] !== '');
  const open = notes.filter((note) => note['answered'] === '');
  const isOver = (note: Row) =>
    (note['clock_stopped'] || today) > (note['answer_by'] ?? '') || (note['acknowledged'] === '' && today > (note['acknowledge_by'] ?? ''));
  const days = answered
    .map((note) => workingDays(note['delivered'] ?? '', note['answered'] ?? '') - Number(note['days_clock_stood']))
    .sort((one, other) => one - other);
  const half = days.length / 2;
  const middle = days.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  const tally = (name: string) => (value: string) => rows.filter((row) => row[name] === value).length;
  const [answers, promises] = [tally('disposition'), tally('commitment_status')];
  const pending = rows.filter((row) => ['planned', 'under_way'].includes(row['commitment_status'] ?? ''));
  const sum = (name: string) => notes.reduce((all, note) => all + Number(note[name]), 0);
  return {
    stats: [notes.length, answered.length, open.length, open.filter(isOver).length],
    days: [days.length === 0 ? 0 : middle.reduce((all, day) => all + day, 0) / middle.length, Math.max(0, ...days)],
    inTime: answered.filter((note) => (note['clock_stopped'] || (note['answered'] ?? '')) <= (note['answer_by'] ?? '')).length,
    moves: [sum('extensions'), sum('questions')],
    answers: ['accepted', 'accepted_with_changes', 'already_in_place', 'declined', 'more_time', ''].map(answers),
    commitments: ['done', 'under_way', 'planned', 'dropped'].map(promises),
    late: pending.filter((row) => (row['commitment_due'] ?? '') < today).length,
  };
}

/** The same numbers as the page says them. */
function shown(html: string) {
  const $ = cheerio.load(html);
  const numbers = (selector: string) =>
    $(selector)
      .toArray()
      .map((element) => parseFloat($(element).text()));
  const facts = $('#days + dl dd')
    .toArray()
    .map((element) => parseFloat($(element).text()) || 0);
  const isShared = facts.length === 6;
  return {
    stats: numbers('.app-stats__number'),
    days: facts.slice(0, 2),
    inTime: facts[isShared ? 3 : 2],
    moves: facts.slice(isShared ? 4 : 3),
    answers: numbers('[aria-labelledby=answers] td'),
    commitments: numbers('[aria-labelledby=commitments] td'),
    late: parseFloat($('[aria-labelledby=commitments] > p').last().text()) || 0,
  };
}

describe('what the advice of a year changed', () => {
  it.each([
    ['', { stats: [5, 3, 2, 1], days: [10, 13], answers: [2, 1, 1, 1, 1, 4], late: 1 }],
    ['/central', { stats: [3, 2, 1, 1], days: [11.5, 13], answers: [1, 1, 1, 1, 0, 2], late: 1 }],
    ['/south', { stats: [2, 1, 1, 0], days: [9, 9], answers: [1, 0, 0, 0, 1, 2], late: 0 }],
  ])('%s/advice/report says what can be worked out again from its table, in both languages', async (place, expected) => {
    const rows = await csv(`${place}/advice/report.csv?year=2026`);
    const again = recomputed(rows);
    expect(again).toMatchObject(expected);
    expect(shown(await read(`${place}/advice/report?year=2026`))).toEqual(again);
    expect(shown(await read(`${place}/advice/report?year=2026&lang=es`))).toEqual(again);
    expect(await csv(`${place}/advice/report.csv?year=2026&lang=es`)).toEqual(rows);
  });

  it('has the collaboratives in their fixed place, each with its own numbers', async () => {
    const $ = cheerio.load(await read('/advice/report?year=2026'));
    const table = $('[aria-labelledby=bodies] tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('th,td')
          .toArray()
          .map((cell) => $(cell).text().trim()),
      );
    expect(table).toEqual([
      ['Central', '3', '2', '1', '1', '11.5', '13', '30'],
      ['South', '2', '1', '1', '0', '9', '9', '30'],
    ]);
  });

  it('lists what was declined with why, and every note with its link and what is overdue', async () => {
    const html = await read('/central/advice/report?year=2026');
    const $ = cheerio.load(html);
    const [line] = $('[aria-labelledby=declined] li').toArray();
    const [id] = await product.db('notes').where({ reference: 'C-2026-02' }).pluck<string[]>('id');
    expect($('[aria-labelledby=declined] li')).toHaveLength(1);
    expect([
      $(line ?? '')
        .find('a')
        .attr('href'),
      $(line ?? '')
        .text()
        .replace(/\s+/g, ' ')
        .trim(),
    ]).toEqual([`/advice/${id}`, 'C-2026-02, recommendation 1 Do one thing Why it is declined']);
    const text = mainText(html);
    expect(text).toContain('Delivered August 3, 2026 · Answered August 27, 2026 · 13 working days');
    expect(text).toContain('Already in place: 1 · Declined: 1');
    expect(text).toContain('Not answered yet: 2 The answer was due on October 30, 2026 and has not come.');
    const spanish = mainText(await read('/central/advice/report?year=2026&lang=es'));
    expect(spanish).toContain('Entregada el 3 de agosto de 2026 · Contestada el 27 de agosto de 2026 · 13 días hábiles');
  });

  it('tells nothing of drafts, of notes taken back or not delivered, and of answers not signed', async () => {
    for (const place of ['', '/central', '/south'])
      for (const year of ['2026', '2027'])
        for (const page of ['report', 'report.csv']) {
          const text = await read(`${place}/advice/${page}?year=${year}`);
          expect(text).not.toMatch(/canary/i);
        }
    const south = await read('/south/advice/report?year=2026');
    expect(south).not.toContain('Why it is declined');
    expect((await csv('/south/advice/report.csv?year=2026')).map((row) => row['disposition'])).toEqual(['', '', 'accepted', 'more_time']);
  });

  it('opens at the newest year with a delivered note, offers those years, and takes nothing odd', async () => {
    const chosen = async (address: string) => {
      const $ = cheerio.load(await read(address));
      return [
        $('select[name=year] option[selected]').text(),
        ...$('select[name=year] option')
          .toArray()
          .map((option) => $(option).text()),
      ];
    };
    expect(await chosen('/advice/report')).toEqual(['2027', '2027', '2026']);
    expect(await chosen('/central/advice/report')).toEqual(['2026', '2026']);
    expect(await chosen("/advice/report?year='")).toEqual(['2027', '2027', '2026']);
    expect(mainText(await read('/central/advice/report?year=2031'))).toContain('No note was delivered in this year.');
    await visitorBrowser(product).get('/nowhere/advice/report').expect(404);
  });

  it('is reached from the list of advice and the front page, and its table is harmless in a spreadsheet', async () => {
    expect(cheerio.load(await read('/central/advice'))('main a[href="/central/advice/report"]')).toHaveLength(1);
    expect(cheerio.load(await read('/'))('main a[href="/advice/report"]')).toHaveLength(1);
    expect(await read('/advice/report.csv?year=2026')).toContain(`"'=HYPERLINK(""Shade"")"`);
  });

  it('takes no more queries for more notes', async () => {
    const counts = async (year: string) => [
      await countQueries(product.db, () => read(`/advice/report?year=${year}`)),
      await countQueries(product.db, () => read(`/advice/report.csv?year=${year}`)),
    ];
    expect(await counts('2026')).toEqual(await counts('2027'));
  });
});
