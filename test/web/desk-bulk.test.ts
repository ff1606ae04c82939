import * as cheerio from 'cheerio';
import { saveDemographics } from '../../src/features/applications';
import { insertPanelMember } from '../../src/features/reviews';
import { aSentApplication, someAnswers, type Town } from '../support/builders/application';
import { testProduct, type TestProduct } from '../support/app';
import type { Browser } from '../support/browser';
import { aPersonAs } from '../support/builders/person';
import { mails } from '../support/mailbox';
import { textOfPdf } from '../support/pdf-text';
import { townDesks } from '../support/town-desks';

let product: TestProduct;
let town: Town;
let central: Browser;
let south: Browser;
let administrator: Browser;

beforeAll(async () => {
  product = await testProduct();
});
beforeEach(async () => {
  ({ town, central, south, administrator } = await townDesks(product));
});
afterAll(() => product.close());

const list = '/staff/cycles/2027-spring/central/applications';
const bulk = (action: string, more = 'every=1') => `${list}/bulk?action=${action}&${more}`;
const events = async (action: string): Promise<(string | null)[]> => product.db('events').where({ action }).pluck('details');
const text = (html: string, selector: string): string => cheerio.load(html)(selector).text().replace(/\s+/g, ' ').trim();

const send = (name: string, given: Record<string, string> = {}, ids = [town.central.id]) =>
  aSentApplication(product.deps, town.cycle, someAnswers(ids, { name, email: `${name.split(' ')[0] ?? ''}@example.org`, ...given }));

const candidacyOf = async (applicationId: string): Promise<string> =>
  (await product.db('candidacies').where({ application_id: applicationId, collaborative_id: town.central.id }).first('id'))?.id ?? '';

describe('a label', () => {
  it('is put on those selected after a look, once, and seen by staff of that collaborative alone', async () => {
    const ana = await send('Ana Reyes', {}, [town.central.id, town.south.id]);
    await send('Bo Chen');
    const chosen = `id=${await candidacyOf(ana.id)}`;
    const looked = await central.submit(bulk('label', chosen), { name: 'Call back', tone: 'warning' });
    expect([looked.status, text(looked.text, '.app-lede')]).toEqual([200, 'The label “Call back” is added to 1 application.']);
    expect(await product.db('staff_labels').pluck('id')).toEqual([]);
    const fields = formOf(looked.text);
    const done = await central.post(`${list}/bulk/run`, fields);
    expect([done.status, done.headers['location']]).toEqual([303, list]);
    const listed = await central.get(`${list}?show=labels`);
    expect(text(listed.text, 'tbody tr:has(.app-tag)')).toContain('Ana Reyes');
    expect(text((await central.get(`/staff/applications/${ana.reference}`)).text, 'main')).toContain('Call back');
    expect((await south.get(`/staff/applications/${ana.reference}`)).text).not.toContain('Call back');

    const again = await central.follow(await central.post(`${list}/bulk/run`, fields));
    expect(text(again.text, '.app-flash')).toBe('This was done before. Nothing was done twice.');
    expect(await product.db('candidacy_labels').count({ count: '*' })).toEqual([{ count: 1 }]);
    expect(await events('desk.bulk')).toHaveLength(1);
  });

  it('needs to be chosen or named', async () => {
    await send('Ana Reyes');
    const refused = await central.submit(bulk('label'), {});
    expect([refused.status, text(refused.text, '.app-error-summary a')]).toEqual([422, 'Choose a label, or name a new one']);
  });

  it('is not done when the list has changed since the look', async () => {
    await send('Ana Reyes');
    const looked = await central.submit(bulk('label'), { name: 'Call back' });
    await send('Bo Chen');
    expect((await central.post(`${list}/bulk/run`, formOf(looked.text))).status).toBe(409);
    expect(await product.db('candidacy_labels').pluck('label_id')).toEqual([]);
  });
});

describe('a reviewer for many files', () => {
  const reviewerNamed = async (name: string, languages: readonly string[] = []): Promise<string> => {
    const panel = { cycleId: town.cycle.id, collaborativeId: town.central.id };
    const held = { role: 'reviewer' as const, ...panel, endsOn: null, grantedBy: null, startsOn: '2026-01-01' };
    const person = await aPersonAs(product.deps, held, { name, email: `${name.toLowerCase()}@example.org` });
    await insertPanelMember(product.deps, panel, { personId: person.id, kind: 'public' });
    await product
      .db('panel_members')
      .where({ person_id: person.id })
      .update({ languages: JSON.stringify(languages) });
    return person.id;
  };
  const reviewing = () => product.db('cycles').update({ status: 'in_review' });
  const assigned = (reviewerId: string) => product.db('reviews').where({ reviewer_id: reviewerId }).pluck('candidacy_id');

  it('gets them after a look that says which are passed over and why, with one letter and a line in each history', async () => {
    const english = [await send('Ana Reyes'), await send('Bo Chen')];
    await send('Luz Peña', { language: 'es' });
    await reviewing();
    const reviewer = await reviewerNamed('Rita', ['en']);
    const asked = await central.get(bulk('assign'));
    expect(text(asked.text, '#reviewer')).toContain('Rita, 0 files');
    const looked = await central.submit(bulk('assign'), { reviewer });
    expect(text(looked.text, '.app-lede')).toBe('Rita gets 2 files, and one letter.');
    expect(text(looked.text, 'main ul:last-of-type')).toContain('Luz Peña: does not read the language');
    const fields = formOf(looked.text);
    expect((await central.post(`${list}/bulk/run`, fields)).status).toBe(303);
    const ids = await Promise.all(english.map(({ id }) => candidacyOf(id)));
    expect([...(await assigned(reviewer))].sort()).toEqual([...ids].sort());
    expect((await mails(product.deps)).map(({ to_address }) => to_address)).toEqual(['rita@example.org']);
    expect(await events('reviews.assign')).toHaveLength(2);

    await central.post(`${list}/bulk/run`, fields);
    expect(await assigned(reviewer)).toHaveLength(2);
    expect(await mails(product.deps)).toHaveLength(1);
    const again = await central.submit(bulk('assign'), { reviewer });
    expect(text(again.text, 'main')).toContain('Ana Reyes: has it already');
  });

  it('must be chosen, and be on the panel', async () => {
    await send('Ana Reyes');
    await reviewing();
    expect((await central.submit(bulk('assign'), {})).status).toBe(422);
    const elsewhere = await aPersonAs(product.deps, { role: 'staff', collaborativeId: town.south.id });
    expect((await central.submit(bulk('assign'), { reviewer: elsewhere.id })).status).toBe(422);
    expect(await product.db('reviews')).toEqual([]);
  });

  it('never gets their own application', async () => {
    const ana = await send('Ana Reyes');
    await reviewing();
    const reviewer = await reviewerNamed('Rita');
    await product.db('applications').where({ id: ana.id }).update({ person_id: reviewer });
    const looked = await central.submit(bulk('assign'), { reviewer });
    expect(text(looked.text, 'main')).toContain('Ana Reyes: own application');
    expect(text(looked.text, 'main')).toContain('Nobody is left to do this for');
  });

  it('is not offered once nothing is handed out any more', async () => {
    await send('Ana Reyes');
    await reviewing();
    expect(text((await central.get(list)).text, 'option[value="assign"]')).toBe('Assign to a reviewer');
    await product.db('cycles').update({ status: 'released' });
    expect(text((await central.get(list)).text, 'option[value="assign"]')).toBe('');
    expect((await central.get(bulk('assign'))).status).toBe(409);
  });
});

describe('a message', () => {
  const words = { subject_en: 'A question', text_en: 'Please call us.', subject_es: 'Una pregunta', text_es: 'Llámenos, por favor.' };

  it('goes to each once in their language, and passes over those without an address', async () => {
    await send('Ana Reyes');
    await send('Luz Peña', { language: 'es' });
    const bo = await send('Bo Chen');
    await product.db('applications').where({ id: bo.id }).update({ email: null });
    await product
      .db('people')
      .where({ id: bo.personId ?? '' })
      .update({ email: null });
    const looked = await central.submit(bulk('message'), words);
    expect(text(looked.text, '.app-lede')).toBe('2 people get one letter each.');
    expect(text(looked.text, 'main')).toContain('Bo Chen: no e-mail address');
    expect(text(looked.text, '.app-panel')).toContain('Spanish: 1 application');
    expect(await mails(product.deps)).toEqual([]);
    const fields = formOf(looked.text);
    await central.post(`${list}/bulk/run`, fields);
    await central.post(`${list}/bulk/run`, fields);
    expect((await mails(product.deps)).map(({ kind, subject, to_address: to }) => [kind, subject, to]).sort()).toEqual([
      ['application.message', 'A question', 'Ana@example.org'],
      ['application.message', 'Una pregunta', 'Luz@example.org'],
    ]);
    expect(await events('desk.message')).toHaveLength(2);
  });

  it('is asked for in both languages, with the words kept', async () => {
    await send('Ana Reyes');
    const refused = await central.submit(bulk('message'), { ...words, text_es: '' });
    const page = cheerio.load(refused.text);
    expect([refused.status, page('.app-error-summary a').attr('href'), page('#text_en').text()]).toEqual([
      422,
      '#text_es',
      'Please call us.',
    ]);
  });
});

describe('an export', () => {
  it('holds what staff may read, with notes only when asked for, and is written down', async () => {
    const ana = await send('=HYPERLINK("x") Reyes', { reasons: 'Libraries, "quiet" ones' }, [town.central.id, town.south.id]);
    await saveDemographics(product.db, ana.id, { home_language: 'Mixteco' });
    await central.submit(
      `/staff/applications/${ana.reference}`,
      { text: 'Private words' },
      `/staff/applications/${ana.reference}/central/notes`,
    );
    const looked = await central.get(bulk('export', 'every=1&filter=q%3DReyes'));
    const csv = await central.post(`${list}/bulk/run`, formOf(looked.text));
    expect([csv.status, csv.headers['content-type'], csv.headers['content-disposition']]).toEqual([
      200,
      'text/csv; charset=utf-8',
      expect.stringContaining('2027-spring-central.csv'),
    ]);
    expect(csv.text.startsWith('\ufeff"Reference"')).toBe(true);
    expect(csv.text).toContain(`"'=HYPERLINK(""x"") Reyes"`);
    expect(csv.text).toContain('"Libraries, ""quiet"" ones"');
    for (const hidden of ['Mixteco', 'Private words']) expect(csv.text).not.toContain(hidden);
    const [event] = await events('desk.bulk');
    expect(JSON.parse(event ?? '{}')).toEqual({
      before: null,
      after: { action: 'export', count: 1, cycle: '2027-spring', filter: 'q=*', notes: false },
    });

    const withNotes = await central.post(`${list}/bulk/run`, { ...formOf(looked.text), notes: 'yes' });
    expect(withNotes.text).toContain('"Private words"');
    expect((await administrator.post(`${list}/bulk/run`, { ...formOf(looked.text), notes: 'yes' })).text).not.toContain('Private words');
    expect((await south.post(`${list}/bulk/run`, { ...formOf(looked.text) })).status).toBe(403);
  });

  it('is taken ten times an hour at most', async () => {
    await send('Ana Reyes');
    const fields = formOf((await central.get(bulk('export'))).text);
    for (let time = 0; time < 10; time += 1) expect((await central.post(`${list}/bulk/run`, fields)).status).toBe(200);
    expect((await central.post(`${list}/bulk/run`, fields)).status).toBe(429);
  });
});

describe('having lower choices reviewed, and marking duplicates', () => {
  it('asks for those not reviewed yet', async () => {
    await product.db('cycles').update({ status: 'in_review' });
    const ana = await send('Ana Reyes', {}, [town.south.id, town.central.id]);
    await send('Bo Chen');
    const looked = await central.get(bulk('review'));
    expect(text(looked.text, 'main')).toContain('Bo Chen: is reviewed already, or no longer in review');
    expect((await central.post(`${list}/bulk/run`, formOf(looked.text))).status).toBe(303);
    expect(await product.db('candidacies').where({ application_id: ana.id }).pluck('is_reviewed')).toEqual([1, 1]);
  });

  it('marks two, and refuses one alone', async () => {
    const ana = await send('Ana Reyes');
    expect((await central.post(`${list}/bulk/run`, formOf((await central.get(bulk('suspect'))).text))).status).toBe(422);
    const anna = await send('Anna Reyes');
    expect((await central.post(`${list}/bulk/run`, formOf((await central.get(bulk('suspect'))).text))).status).toBe(303);
    expect(await product.db('duplicate_judgements').select('first_id', 'second_id', 'verdict')).toEqual([
      { first_id: [ana.id, anna.id].sort()[0], second_id: [ana.id, anna.id].sort()[1], verdict: 'suspected' },
    ]);
  });
});

describe('notes of staff', () => {
  it('are read by staff of that collaborative alone, and taken away by who wrote them', async () => {
    const ana = await send('Ana Reyes', {}, [town.central.id, town.south.id]);
    const page = `/staff/applications/${ana.reference}`;
    expect((await central.submit(page, { text: 'Knows the <school>' }, `${page}/central/notes`)).status).toBe(303);
    expect(text((await central.get(page)).text, '.app-notes__text')).toBe('Knows the <school>');
    for (const other of [south, administrator]) expect((await other.get(page)).text).not.toContain('Knows the');
    expect((await central.get(`${list}?q=knows`)).text).not.toContain('Ana Reyes');
    expect((await central.get(`${page}/packet`)).text).not.toContain('Knows the');
    expect((await south.post(`${page}/central/notes`, { text: 'x' })).status).toBe(404);
    expect((await central.post(`${page}/central/notes`, { text: ' ' })).status).toBe(422);
    const [id = ''] = await product.db('candidacy_notes').pluck('id');
    expect((await south.post(`${page}/notes/${id}/removal`, {})).status).toBe(404);
    expect((await central.submit(page, {}, `${page}/notes/${id}/removal`)).status).toBe(303);
    expect(await product.db('candidacy_notes').pluck('id')).toEqual([]);
    expect(await events('desk.addNote')).toEqual([JSON.stringify({ before: null, after: null })]);
  });
});

describe('a packet', () => {
  it('holds every answer staff may read, no score and nothing kept apart, on the screen and as PDF', async () => {
    const ana = await send('Ana Reyes', { reasons: 'Libraries for all.' });
    await saveDemographics(product.db, ana.id, { home_language: 'Mixteco' });
    const page = await central.get(`/staff/applications/${ana.reference}/packet`);
    expect(text(page.text, 'main')).toContain('Libraries for all.');
    for (const hidden of ['Mixteco', 'score']) expect(page.text).not.toContain(hidden);
    const pdf = await central.get(`/staff/applications/${ana.reference}/packet.pdf`);
    expect([pdf.status, pdf.headers['content-type'], pdf.headers['cache-control']]).toEqual([200, 'application/pdf', 'no-store']);
    expect(textOfPdf(pdf.body as Buffer)).toContain('Libraries for all.');
    expect(textOfPdf(pdf.body as Buffer)).not.toContain('Mixteco');
    expect((await south.get(`/staff/applications/${ana.reference}/packet.pdf`)).status).toBe(404);
    const many = await central.post(`${list}/bulk/run`, formOf((await central.get(bulk('packets'))).text));
    expect([many.status, many.headers['content-type']]).toEqual([200, 'application/pdf']);
  });
});

/** The fields that the form of a page in main holds. */
function formOf(html: string): Record<string, string | string[]> {
  const page = cheerio.load(html);
  const fields: Record<string, string[]> = {};
  for (const input of page('main form input[type=hidden]').toArray()) {
    const name = page(input).attr('name') ?? '';
    if (name !== '_csrf') (fields[name] ??= []).push(page(input).attr('value') ?? '');
  }
  return Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]));
}
