import * as cheerio from 'cheerio';
import { testProduct, type TestProduct } from '../support/app';
import { AttachmentScene } from '../support/attachment-scene';
import { visitorBrowser } from '../support/browser';

let product: TestProduct;
let scene: AttachmentScene;

beforeAll(async () => {
  product = await testProduct();
  scene = new AttachmentScene(product);
});
afterAll(() => product.close());
beforeEach(async () => {
  await scene.begin();
  await scene.before(80);
});

const address = '/meetings/meeting-1.json';
interface Civic extends Record<string, unknown> {
  readonly id: string;
  readonly agenda: readonly Record<string, unknown>[];
  readonly documents: readonly { readonly name: string; readonly url: string; readonly media_type: string }[];
  readonly extras: Record<string, unknown>;
}
const civic = async () => {
  const answer = await visitorBrowser(product).get(address).expect(200);
  expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  return JSON.parse(answer.text) as Civic;
};

describe('a meeting as open data', () => {
  it('stands in the event form of Open Civic Data from the day it is planned, under an id that stays', async () => {
    const planned = await civic();
    expect(planned).toMatchObject({
      _type: 'event',
      name: 'December meeting',
      classification: 'regular',
      start_time: scene.meeting.startsAt,
      timezone: 'America/Los_Angeles',
      status: 'confirmed',
      agenda: [],
      documents: [],
      extras: { identifier: 'meeting-1', state: 'scheduled', minutes: null, name_es: 'Reunión de diciembre', postings: [] },
    });
    expect(planned.id).toMatch(/^ocd-event\/[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    await product.db('meetings').update({ title: JSON.stringify({ en: 'Another name' }) });
    expect((await civic()).id).toBe(planned.id);
  });

  it('says what was posted, never the draft, with the papers anyone may read', async () => {
    await scene.send(scene.staff);
    await scene.post(scene.chair);
    await scene.add('Secret plan');
    await scene.send(scene.staff, undefined, { titleEn: 'Another draft' });
    const posted = await civic();
    expect(posted.agenda.map(({ order, description }) => [order, description])).toEqual([
      ['1', 'Call to order'],
      ['2', 'Roll call'],
      ['3', 'Public comment'],
      ['4', 'Safe routes to school'],
      ['5', 'Adjournment'],
    ]);
    expect(posted.documents.map(({ name, media_type: type }) => `${name}: ${type}`)).toEqual([
      'Agenda: text/html',
      'Agenda as PDF (English): application/pdf',
      'Agenda as PDF (Español): application/pdf',
      'The exact bytes (JSON): application/json',
      'Budget: application/pdf',
    ]);
    for (const { url } of posted.documents) await visitorBrowser(product).get(url.slice(product.deps.baseUrl.length)).expect(200);
    expect(JSON.stringify(posted)).not.toMatch(/Secret plan|Another draft|ana@example|bo@example/);
  });

  it.each([
    ['cancelled', 'cancelled'],
    ['postponed', 'cancelled'],
    ['adjourned', 'passed'],
  ] as const)('says that a %s meeting is %s', async (status, said) => {
    await product.db('meetings').update({ status });
    expect(await civic()).toMatchObject({ status: said, extras: { state: status } });
  });

  it('is hidden while the meeting is a draft', async () => {
    await product.db('meetings').update({ status: 'draft' });
    await visitorBrowser(product).get(address).expect(404);
    await scene.staff.get(address).expect(200);
    await visitorBrowser(product).get('/meetings/none.json').expect(404);
  });
});

describe('the meeting page for machines', () => {
  const dataOn = async (query = '') => {
    const page = await visitorBrowser(product).get(`/meetings/meeting-1${query}`).expect(200);
    const block = cheerio.load(page.text)('script[type="application/ld+json"]');
    expect(block.length).toBe(1);
    return {
      html: page.text,
      policy: String(page.headers['content-security-policy']),
      data: JSON.parse(block.text()) as Record<string, unknown>,
    };
  };

  it('holds the meeting as a schema.org Event in the language of the page', async () => {
    const { data } = await dataOn('?lang=es');
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Event',
      '@id': `${product.deps.baseUrl}/meetings/meeting-1`,
      name: 'Reunión de diciembre',
      inLanguage: 'es',
      startDate: scene.meeting.startsAt,
      endDate: scene.meeting.endsAt,
      eventStatus: 'https://schema.org/EventScheduled',
      organizer: { '@type': 'Organization', url: `${product.deps.baseUrl}/central` },
    });
  });

  it('says when it is called off', async () => {
    await product.db('meetings').update({ status: 'cancelled', cancel_reason: 'Storm' });
    expect((await dataOn()).data).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
  });

  it('cannot be broken out of by words, and needs no leave to run scripts', async () => {
    const words = '</script><script>alert(1)</script>&<!--';
    await product.db('meetings').update({ title: JSON.stringify({ en: words }) });
    const { html, data, policy } = await dataOn();
    expect([data['name'], html.includes('<script>alert'), policy.includes("script-src 'self';")]).toEqual([words, false, true]);
  });
});
