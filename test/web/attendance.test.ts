import * as cheerio from 'cheerio';
import { insertMeeting } from '../../src/features/meetings';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMeeting, aMember } from '../support/builders/meeting';
import { visitorBrowser } from '../support/browser';
import { emptyTables } from '../support/database';

let product: TestProduct;
let ana: string;

beforeAll(async () => {
  product = await testProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  await emptyTables(product.db);
  const central = await aCollaborative(product.deps);
  ana = (await aMember(product.deps, central, { seat: 'F1' })).id;
  const over = { status: 'adjourned', startsAt: '2026-11-06T02:00:00.000Z', adjournedAt: '2026-11-06T04:00:00.000Z' } as const;
  await insertMeeting(product.db, aMeeting({ collaborativeId: central.id, ...over }));
  const { id } = (await product.db('memberships').where({ person_id: ana }).first())!;
  const called = {
    id: 'a1',
    meeting_id: 'meeting-1',
    membership_id: id,
    status: 'excused',
    reason: 'canary words',
    recorded_at: over.startsAt,
    version: 1,
  } as const;
  await product.db('attendance').insert(called);
  const minutes = {
    id: 'x1',
    meeting_id: 'meeting-1',
    status: 'circulated',
    record: '{}',
    text: '{}',
    compiled_at: over.adjournedAt,
    version: 1,
  } as const;
  await product.db('minutes').insert({ ...minutes, circulated_at: null, approved_at: null, approved_by_motion: null });
});

const text = (html: string, selector = 'main'): string => cheerio.load(html)(selector).text().replace(/\s+/g, ' ').trim();
const approve = () => product.db('minutes').update({ status: 'approved' });

describe('the public record of attendance', () => {
  it('says nothing before minutes are approved', async () => {
    const visitor = visitorBrowser(product);
    expect(text((await visitor.get('/central/attendance').expect(200)).text)).toContain('No minutes have been approved yet.');
    await visitor.get(`/central/attendance/${ana}`).expect(404);
  });

  it('then counts each member’s own meetings, for everyone and in Spanish, and never says why somebody was excused', async () => {
    await approve();
    const visitor = visitorBrowser(product);
    const { text: list } = await visitor.get('/central/attendance').expect(200);
    expect(text(list, 'tbody tr')).toBe('Ana Reyes 10010');
    const { text: one } = await visitor.get(`/central/attendance/${ana}?lang=es`).expect(200);
    expect([text(one, 'h1'), text(one, '.app-rows li')]).toEqual(['Ana Reyes', '5 de noviembre de 2026 Con justificación']);
    expect(list + one).not.toContain('canary');
  });

  it('knows nobody of another collaborative, and no stranger', async () => {
    await approve();
    await aCollaborative(product.deps, 'east');
    for (const path of [`/east/attendance/${ana}`, '/central/attendance/nobody', '/nowhere/attendance'])
      await visitorBrowser(product).get(path).expect(404);
  });
});
