import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { insertRole } from '../../src/features/accounts/role.queries';
import { loadSessionActor } from '../../src/features/accounts';
import { indexApplications } from '../../src/features/applications/search.queries';
import { toApplication } from '../../src/features/applications/application.queries';
import { checkChains } from '../../src/features/admin/history.queries';
import { pieces } from '../../src/features/rights/pieces';
import { dryRuns, endHold, erasePerson, exportOf, previewOf, putHold, refuseErasure, runRule, askErasure } from '../../src/features/rights/rights.actions';
import { setsOf } from '../../src/features/rights/rights.queries';
import { keptFolder } from '../../src/files/store';
import { sweepKeptFiles } from '../../src/kept-files';
import { sha256 } from '../../src/lib/secret';
import type { Actor } from '../../src/lib/actor';
import { testProduct, type TestProduct } from '../support/app';
import { queueEmail } from '../../src/mail/queue-email';
import { forgetMailBodies } from '../../src/features/rights';
import { anEmail } from '../support/builders/email';
import { aMembership, aSeat, someone } from '../support/builders/seat';
import { aDistrict, districtNow, type District } from '../support/district/district';
import { onEachEngine, tableNames } from '../support/database';

jest.setTimeout(120_000);

/** Places of the map that this district leaves empty, or that take no words: whole rows that are deleted, or one text of our own. */
const notFilled = [
  'agenda_exception_votes.membership_id',
  'member_messages.from_id',
  'member_messages.to_id',
  'member_blocks.blocked_id',
  'member_blocks.person_id',
  'notice_choices.person_id',
  'directory_entries.person_id',
  'calendar_feeds.person_id',
  'accounts.person_id',
  'application_entries.application_id',
  'application_prefills.application_id',
  'application_sources.application_id',
  'candidacy_labels.candidacy_id',
  'conflict_findings.candidacy_id',
  'conflict_findings.reviewer_id',
  'ending_cuts.membership_id',
  'duplicate_judgements.first_id',
  'duplicate_judgements.second_id',
  'entry_drafts.person_id',
  'invitations.person_id',
  'erasure_requests.person_id',
  'membership_leaves.membership_id',
  'offer_calls.offer_id',
  'paper_letters.person_id',
  'people_apart.first_id',
  'people_apart.second_id',
  'recovery_codes.account_id',
  'reviewer_absences.person_id',
  'saved_views.owner_id',
  'standing_interests.application_id',
  'standing_interests.person_id',
  'tokens.person_id',
  'topics.proposed_by',
  'votes.membership_id',
  'translation_tasks.owner_id',
];

onEachEngine((engine) => {
  let product: TestProduct;
  let district: District;
  let admin: Actor & { readonly id: string };

  beforeAll(async () => {
    product = await testProduct({ engine });
    district = await aDistrict(product);
    const ada = await someone(product.deps, 'Eve Eraser');
    await insertRole(product.deps, { personId: ada.id, role: 'administrator' });
    admin = (await loadSessionActor(product.deps, ada.id, product.clock.now(), [])) as Actor & { readonly id: string };
  });
  afterAll(() => product.close());

  /** Everything the database holds, as text, by table. */
  async function everything(): Promise<[string, string][]> {
    const all: [string, string][] = [];
    for (const table of await tableNames(product.db)) {
      const rows = await product.db(table).select<Record<string, unknown>[]>('*');
      const texts = rows.flatMap((row) => Object.values(row)).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)));
      all.push([table, texts.join('\n')]);
    }
    return all;
  }

  /** Nothing of theirs is under way any more. */
  async function letGo(personId: string): Promise<void> {
    await product.db('memberships').where({ person_id: personId }).whereNot('status', 'ended').update({ status: 'ended', ended_on: '2026-11-20', end_reason: 'resigned' });
    await product.db('roles').where({ person_id: personId }).update({ ends_on: '2026-11-20' });
    const { applications } = await setsOf(product.db, personId);
    await product.db('candidacies').whereIn('application_id', [...applications]).whereIn('status', ['in_review', 'offered', 'alternate']).update({ status: 'withdrawn' });
  }

  /** Puts words of the person's own into every text of the map that takes any. Answers where. */
  async function plant(personId: string, mark: string): Promise<string[]> {
    const sets = await setsOf(product.db, personId);
    const planted: string[] = [];
    for (const { table, column, set, erase } of pieces) {
      if (erase.does === 'keep' || set === 'emails') continue;
      const ids = [...sets[set]];
      const row = (await product.db(table).whereIn(column, ids).first('*')) as Record<string, unknown> | undefined;
      if (row === undefined) continue;
      const names = erase.does === 'blank' ? Object.keys(erase.to) : Object.keys(row);
      const taken = await Promise.all(names.filter(takesWords(row)).map((name) => put({ table, column, ids }, name, wordsFor(row, name, mark))));
      if (taken.includes(true)) planted.push(`${table}.${column}`);
    }
    await product
      .db('events')
      .whereIn('subject_id', [...sets.applications, personId])
      .update({ details: JSON.stringify({ after: { words: `${mark}history` } }) });
    return [...new Set(planted)];
  }

  const takesWords = (row: Record<string, unknown>) => (name: string) =>
    !/(^id|_id|_hash|_at|_on|status|kind|locale|constituency)$/.test(name) && (row[name] === null || typeof row[name] === 'string');

  function wordsFor(row: Record<string, unknown>, name: string, mark: string): string {
    const now = row[name];
    const isJson = name === 'pending_answers' || (typeof now === 'string' && now.startsWith('{'));
    return isJson ? JSON.stringify({ reasons: `${mark}${name}` }) : `${mark}${name}`;
  }

  /** False for a code, a date or a number: it takes no words. */
  const put = (at: { table: string; column: string; ids: string[] }, name: string, words: string): Promise<boolean> =>
    product
      .db(at.table)
      .whereIn(at.column, at.ids)
      .update({ [name]: words })
      .then(
        () => true,
        () => false,
      );

  async function aFile(applicationId: string, words: string): Promise<void> {
    const hash = sha256(words);
    await mkdir(keptFolder(product.deps), { recursive: true });
    await writeFile(join(keptFolder(product.deps), hash), words);
    await utimes(join(keptFolder(product.deps), hash), new Date('2026-11-01'), new Date('2026-11-01'));
    await product.db('application_files').insert({
      id: product.deps.newId(),
      application_id: applicationId,
      question_key: 'letter',
      name: `${words}.pdf`,
      kind: 'pdf',
      bytes: 10,
      sha256: hash,
      added_at: product.clock.now(),
    });
  }

  const erase = async (personId: string): Promise<void> => {
    const id = await askErasure(product.deps, admin, personId);
    await erasePerson(product.deps, admin, id, 1);
  };
  const people = async () => {
    const ids = await product.db('applications').whereNotNull('person_id').distinct('person_id').pluck<string[]>('person_id');
    return [...new Set([...ids, district.people.member, district.people.reviewer])];
  };

  /** The tables in which a mark stands. */
  const found = async (mark: string): Promise<string[]> => (await everything()).filter(([, text]) => text.includes(mark)).map(([table]) => table);

  const hasSat = async (personId: string): Promise<boolean> =>
    (await product.db('memberships').where({ person_id: personId }).whereNotNull('started_on').pluck('id')).length > 0;

  async function filesWith(mark: string): Promise<string[]> {
    await sweepKeptFiles(product.deps);
    const names = (await readdir(keptFolder(product.deps)).catch(() => [])).filter((name) => /^[0-9a-f]{64}$/.test(name));
    const texts = await Promise.all(names.map((name) => readFile(join(keptFolder(product.deps), name), 'latin1')));
    return texts.filter((text) => text.includes(mark));
  }

  /** Fills all there is of one person, erases them, and answers the places that were filled. */
  async function fillAndErase(personId: string, mark: string): Promise<string[]> {
    await letGo(personId);
    const { applications } = await setsOf(product.db, personId);
    for (const id of applications.slice(0, 1)) await aFile(id, `${mark}file`);
    const filled = await plant(personId, mark);
    const rows = await product.db('applications').whereIn('id', [...applications]).select('*');
    await indexApplications(product.db, rows.map(toApplication));
    expect((await found(mark)).length).toBeGreaterThan(0);
    const sat = await hasSat(personId);
    await erase(personId);
    expect([mark, await found(mark), await filesWith(mark)]).toEqual([mark, sat ? ['people'] : [], []]);
    return filled;
  }

  it('leaves no planted word of anybody in any table, index, queued mail or file, and the history still verifies', async () => {
    const filled = new Set<string>();
    const everybody = await people();
    for (const [at, personId] of everybody.entries()) for (const place of await fillAndErase(personId, `plant${String(at)}zz`)) filled.add(place);
    expect(everybody.length).toBeGreaterThan(5);
    const places = pieces.filter(({ erase: { does }, set }) => does !== 'keep' && set !== 'emails').map(({ table, column }) => `${table}.${column}`);
    expect([...new Set(places)].filter((place) => !filled.has(place)).sort()).toEqual([...notFilled].sort());
    expect((await checkChains(product.db)).map(({ breaksAt }) => breaksAt)).not.toContainEqual(expect.any(Number));
  });

  it('is refused while somebody sits, has a role, is being decided on, or a hold is on', async () => {
    const bo = await someone(product.deps, 'Bo Blocked');
    const [central = ''] = await product.db('collaboratives').where({ slug: 'central' }).pluck<string[]>('id');
    const seat = await aSeat(product.deps, central, { code: 'BLK-1' });
    await aMembership(product.deps, seat.id, bo.id);
    expect((await previewOf(product.deps, bo.id)).blocks).toEqual(['seat']);
    await expect(erase(bo.id)).rejects.toMatchObject({ status: 409, key: 'rights.blocks.seat' });
    await letGo(bo.id);
    await putHold(product.deps, admin, { personId: bo.id, reason: 'A claim' });
    expect((await previewOf(product.deps, bo.id)).blocks).toEqual(['hold']);
    const [hold = ''] = await product.db('legal_holds').where({ person_id: bo.id }).pluck<string[]>('id');
    await endHold(product.deps, admin, hold);
    await erase(bo.id);
    const [row] = await product.db('people').where({ id: bo.id }).select('name', 'email');
    expect(row).toEqual({ name: 'Bo Blocked', email: null });
  });

  it('is never decided by oneself, and a refusal tells the person why', async () => {
    const cy = await someone(product.deps, 'Cy Curious');
    const actor = (await loadSessionActor(product.deps, cy.id, product.clock.now(), [])) as Actor & { readonly id: string };
    const id = await askErasure(product.deps, actor);
    expect(await askErasure(product.deps, actor)).toBe(id);
    await expect(erasePerson(product.deps, actor, id, 1)).rejects.toMatchObject({ status: 404 });
    const own = await askErasure(product.deps, admin);
    await expect(erasePerson(product.deps, admin, own, 1)).rejects.toMatchObject({ status: 403 });
    await refuseErasure(product.deps, admin, id, { words: 'A hold is on', version: 1 });
    expect(await product.db('outbox').where({ kind: 'rights.refused' }).pluck('to_address')).toEqual(['cy.curious@example.org']);
    await expect(erasePerson(product.deps, admin, id, 2)).rejects.toMatchObject({ status: 409 });
  });

  it('an export gives a person their own words and nothing that others wrote about them', async () => {
    const dora = await someone(product.deps, 'Dora Data', { phone: '213 555 0199' });
    const all = await exportOf(product.deps, dora.id);
    expect(all['people']).toMatchObject([{ name: 'Dora Data', phone: '213 555 0199' }]);
    for (const table of ['review_scores', 'candidacy_notes', 'panel_comments', 'conflict_findings', 'slate_entries', 'candidacy_labels'])
      expect(pieces.filter((piece) => piece.table === table).flatMap(({ gives }) => gives)).toEqual([]);
  });

  it('words of a comment that the public never got go with its writer, published ones stay without name and address', async () => {
    const dan = await someone(product.deps, 'Dan Writer');
    const [meeting = ''] = await product.db('meetings').limit(1).pluck<string[]>('id');
    for (const status of ['waiting', 'held', 'published'] as const)
      await product.db('comments').insert({ id: `c-${status}`, meeting_id: meeting, name: 'Dan Writer', email: 'Dan.Writer@example.org', locale: 'en', text: `My ${status} words`, status, sent_at: product.clock.now() });
    const given = (await exportOf(product.deps, dan.id))['comments'] ?? [];
    expect(given.map(({ text }) => text).sort()).toEqual(['My held words', 'My published words', 'My waiting words']);
    await erase(dan.id);
    const left = await product.db('comments').where('id', 'like', 'c-%').select('name', 'email', 'text');
    expect(left).toEqual([{ name: '', email: '', text: 'My published words' }]);
  });

  it('an export brings no message that was withheld for a block, and an erasure takes it all the same', async () => {
    const [fay, gus] = [await someone(product.deps, 'Fay Reader'), await someone(product.deps, 'Gus Writer')];
    const [central = ''] = await product.db('collaboratives').where({ slug: 'central' }).pluck<string[]>('id');
    for (const [id, withheld_at] of [['m-came', null], ['m-withheld', product.clock.now()]] as const)
      await product.db('member_messages').insert({ id, collaborative_id: central, from_id: gus.id, to_id: fay.id, text: `Text ${id}`, sent_at: product.clock.now(), report_words: '', withheld_at });
    const textsOf = async (id: string) => ((await exportOf(product.deps, id))['member_messages'] ?? []).map(({ text }) => text).sort();
    expect([await textsOf(fay.id), await textsOf(gus.id)]).toEqual([['Text m-came'], ['Text m-came', 'Text m-withheld']]);
    await erase(fay.id);
    expect(await product.db('member_messages').where('id', 'like', 'm-%').pluck('id')).toEqual([]);
  });

  it('words of mails are forgotten after 90 days, and the mail is still known to have gone', async () => {
    product.clock.moveTo(districtNow);
    await queueEmail(product.deps, anEmail('old-mail'));
    const [id = ''] = await product.db('outbox').where({ dedupe_key: anEmail('old-mail').dedupeKey }).pluck<string[]>('id');
    await product.db('outbox').where({ id }).update({ status: 'sent' });
    const bodies = async () => (await product.db('outbox_bodies').where({ outbox_id: id }).pluck('outbox_id')).length;
    product.clock.moveTo('2027-02-19T20:29:00.000Z');
    await forgetMailBodies(product.deps);
    expect(await bodies()).toBe(1);
    product.clock.moveTo('2027-02-19T20:31:00.000Z');
    await forgetMailBodies(product.deps);
    expect([await bodies(), await product.db('outbox').where({ id }).pluck('status')]).toEqual([0, ['sent']]);
  });

  it('a rule runs on exactly what its dry run showed: applications two years after the decision, files of members four after the term', async () => {
    product.clock.moveTo(districtNow);
    const fresh = await dryRuns(product.deps);
    expect(fresh.map(({ count }) => count)).toEqual([0, 0]);
    product.clock.moveTo('2032-01-01T20:00:00.000Z');
    const [applications] = await dryRuns(product.deps);
    await expect(runRule(product.deps, admin, 'notSelected', 'x'.repeat(64))).rejects.toMatchObject({ key: 'rights.errors.moved' });
    if (applications === undefined) throw new Error('no rule');
    expect(await runRule(product.deps, admin, 'notSelected', applications.fingerprint)).toBe(applications.count);
    expect((await dryRuns(product.deps))[0]?.count).toBe(0);
    expect((await checkChains(product.db)).map(({ breaksAt }) => breaksAt)).not.toContainEqual(expect.any(Number));
  });
});
