import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as cheerio from 'cheerio';
import type { Person } from '../../src/features/accounts';
import type { Membership } from '../../src/features/membership';
import { keptFolder } from '../../src/files/store';
import { sweepKeptFiles } from '../../src/kept-files';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMembership, aSeat, someone, staffOf } from '../support/builders/seat';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { countQueries, emptyTables } from '../support/database';
import { aJpeg, aPdf, aPng, chunk } from '../support/files';

let product: TestProduct;
let central: string;
let ana: Person;
let membership: Membership;
let own: Browser;
let visitor: Browser;

const form = '/me/public-profile';
const photo = () => `/people/${ana.id}/photo`;
const words = { biography_en: '', biography_es: 'Madre de dos <hijos>.', alt_en: '', alt_es: '', consent: 'yes', version: '0' };
const spoken = (name: string, bytes: Buffer) => [{ field: 'file', name, bytes, type: 'image/png' }];
const withPlace = aPng(40, 30, chunk('tEXt', Buffer.from('GPS 34.0522 -118.2437')));

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  product.clock.moveTo('2026-11-21T20:00:00.000Z');
  const { deps } = product;
  central = (await aCollaborative(deps)).id;
  ana = await someone(deps, 'Ana Reyes');
  membership = await aMembership(deps, (await aSeat(deps, central)).id, ana.id);
  own = await signedInAs(product, ana.id);
  visitor = visitorBrowser(product);
});

const cards = async (address = '/central/roster') => {
  const $ = cheerio.load((await visitor.get(address).expect(200)).text);
  return $('.app-seats li, main')
    .first()
    .find('img, [lang]')
    .map((_, element) => [[$(element).attr('alt') ?? $(element).text(), $(element).attr('lang')]])
    .get();
};

describe('a photo and words of a member', () => {
  it('stand on the roster of today in the language they were written in, which is said', async () => {
    expect(await cards()).toEqual([]);
    expect((await own.upload(form, words, spoken('me.png', withPlace), form)).status).toBe(303);
    expect(await cards()).toEqual([
      ['Photo of Ana Reyes', 'en'],
      ['Madre de dos <hijos>.', 'es'],
    ]);
    expect((await visitor.get('/central/roster')).text).toContain('In Spanish:');
    expect((await visitor.get('/central/roster?lang=es')).text).not.toContain('En español:');
    expect(await cards('/central/roster?on=2026-11-20')).toEqual([]);
    const page = await visitor.get(`/people/${ana.id}/seats`).expect(200);
    expect(page.text).toContain('Photo of Ana Reyes');
  });

  it('are sent and kept without what the camera wrote', async () => {
    await own.upload(form, words, spoken('me.png', withPlace), form);
    const sent = await visitor.get(photo()).buffer(true).expect(200);
    expect((sent.body as Buffer).equals(aPng(40, 30))).toBe(true);
    expect([sent.headers['content-type'], sent.headers['x-content-type-options']]).toEqual(['image/png', 'nosniff']);
    expect(sent.headers['cache-control']).toMatch(/no-cache/);
    const names = (await readdir(keptFolder(product.deps), { withFileTypes: true })).filter((entry) => entry.isFile());
    const kept = await Promise.all(names.map(({ name }) => readFile(join(keptFolder(product.deps), name))));
    expect(kept.some((bytes) => bytes.equals(aPng(40, 30)))).toBe(true);
    expect(kept.filter((bytes) => bytes.includes('118.2437'))).toEqual([]);
  });

  it('lose the place that a phone wrote into a JPEG of the largest size there may be', async () => {
    const exif = Buffer.concat([Buffer.from('Exif\0\0II*\0\x08\0\0\0\0\0', 'latin1'), Buffer.from('GPS 34.0522 -118.2437')]);
    const place = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
    expect((await own.upload(form, words, spoken('me.jpg', aJpeg(4096, 4096, place)), form)).status).toBe(303);
    const sent = await visitor.get(photo()).buffer(true).expect(200);
    expect((sent.body as Buffer).equals(aJpeg(4096, 4096))).toBe(true);
  });

  it('are shown only with consent, kept with the words that were agreed to', async () => {
    const refused = await own.upload(form, { ...words, consent: '' }, spoken('me.png', aPng()), form);
    expect([refused.status, refused.text.includes('Tick this box to go on'), refused.text.includes('Madre de dos &lt;hijos&gt;.')]).toEqual(
      [422, true, true],
    );
    expect(await product.db('member_profiles').pluck('person_id')).toEqual([]);
    await own.upload(form, words, spoken('me.png', aPng()), form);
    const row = await product.db('member_profiles').first();
    expect([row?.consented_at, row?.consent_text.startsWith('I agree that everyone may see this photo')]).toEqual([
      '2026-11-21T20:00:00.000Z',
      true,
    ]);
    expect(await product.db('events').where({ action: 'roster.shown' }).pluck('subject_id')).toEqual([ana.id]);
  });

  it.each([
    ['a PDF', 'me.pdf', aPdf(), 'Choose a photo as PNG or JPG.'],
    [
      'too many bytes',
      'me.jpg',
      aJpeg(4, 4, Buffer.alloc(2_000_000)),
      'The photo has more than 2 MB. Make it smaller and choose it again.',
    ],
    ['a JPEG too wide', 'me.jpg', aJpeg(4097, 4), 'The photo has more than 4,096 pixels on a side. Make it smaller and choose it again.'],
    ['a PNG too high', 'me.png', aPng(4, 4097), 'The photo has more than 4,096 pixels on a side. Make it smaller and choose it again.'],
    [
      'a lie',
      'me.png',
      aJpeg(),
      'What is in the file does not match its name, or it is damaged or locked with a password. Save it anew and choose it again.',
    ],
  ])('are refused with %s, in plain words', async (_, name, bytes, said) => {
    const answer = await own.upload(form, words, spoken(name, bytes), form);
    expect([answer.status, answer.text.includes(said)]).toEqual([422, true]);
  });

  it('keep the photo while words change, and a form that is out of date is refused', async () => {
    await own.upload(form, words, spoken('me.png', aPng()), form);
    expect((await own.upload(form, { ...words, biography_en: 'Mother of two.', version: '1' }, [], form)).status).toBe(303);
    expect(await cards()).toEqual([
      ['Photo of Ana Reyes', 'en'],
      ['Mother of two.', 'en'],
    ]);
    expect((await own.upload(form, { ...words, version: '1' }, [], form)).status).toBe(409);
  });

  it('go at once when the member takes them down, and the file with the next sweep', async () => {
    await own.upload(form, words, spoken('me.png', withPlace), form);
    const sha = (await product.db('member_profiles').first())?.photo_sha256 ?? '';
    product.clock.moveTo('2026-11-23T20:00:00.000Z');
    await sweepKeptFiles(product.deps);
    expect(await readdir(keptFolder(product.deps))).toContain(sha);
    own = await signedInAs(product, ana.id);
    expect((await own.submit(form, {}, `/people/${ana.id}/profile/removal`)).status).toBe(303);
    await visitor.get(photo()).expect(404);
    expect(await cards()).toEqual([]);
    await sweepKeptFiles(product.deps);
    expect(await readdir(keptFolder(product.deps))).not.toContain(sha);
  });

  it('may be taken down by staff of the collaborative, and by nobody else', async () => {
    await own.upload(form, words, [], form);
    const removal = `/people/${ana.id}/profile/removal`;
    const east = (await aCollaborative(product.deps, 'east')).id;
    const other = await signedInAs(product, (await staffOf(product.deps, east, 'Eve East')).id);
    expect((await other.post(removal, {}, `/people/${ana.id}/seats`)).status).toBe(404);
    const staff = await signedInAs(product, (await staffOf(product.deps, central)).id);
    expect((await staff.submit(`/people/${ana.id}/seats`, {}, removal)).status).toBe(303);
    expect(await cards()).toEqual([]);
    expect(await product.db('events').where({ action: 'roster.takenDown' }).pluck('capacity')).toEqual(['staff']);
  });

  it('are seen while the member sits, to the last day and not a day longer', async () => {
    await own.upload(form, words, spoken('me.png', aPng()), form);
    await product.db('memberships').where({ id: membership.id }).update({ ended_on: '2026-11-21', end_reason: 'resigned' });
    await visitor.get(photo()).expect(200);
    product.clock.moveTo('2026-11-22T20:00:00.000Z');
    await visitor.get(photo()).expect(404);
    expect((await visitor.get(`/people/${ana.id}/seats`).expect(200)).text).not.toContain('hijos');
    await (await signedInAs(product, ana.id)).get(form).expect(404);
  });

  it('cost one question for many members', async () => {
    const few = await countQueries(product.db, () => visitor.get('/central/roster').expect(200));
    await own.upload(form, words, [], form);
    expect(await countQueries(product.db, () => visitor.get('/central/roster').expect(200))).toBe(few);
  });
});
