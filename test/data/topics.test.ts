import { answerTopic, proposeTopic } from '../../src/features/topics/topic.actions';
import { listTopics } from '../../src/features/topics/topic.queries';
import { listItems } from '../../src/features/agendas';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aMember, aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { actorOf } from '../support/district/people';
import { emptyTables, onEachEngine } from '../support/database';

onEachEngine((engine) => {
  let product: TestProduct;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());

  it('keeps a topic, its line and where it stands, those that wait first', async () => {
    const { deps, db, clock } = product;
    await emptyTables(db);
    clock.moveTo('2026-11-21T20:00:00.000Z');
    const central = await aCollaborative(deps);
    const ana = await actorOf(deps, (await aMember(deps, central, { seat: 'C-1' })).id);
    const sam = await actorOf(deps, (await someoneAs(deps, 'staff', central, 'sam@example.org')).id);
    const meeting = await aStoredMeeting(deps, central);
    const words = { why: 'It is hot', minutes: 10, language: 'en' as const };
    const first = await proposeTopic(deps, ana, central.id, { title: 'Shade', ...words });
    const decision = { decision: 'accept', where: 'next', titleEn: 'Shade', titleEs: '', minutes: 10, answer: '', version: 1 } as const;
    expect(await answerTopic(deps, sam, first.id, decision)).toBe('decided');
    expect(await answerTopic(deps, sam, first.id, decision)).toBe('stale');
    expect((await listItems(db, meeting.id)).filter(({ title }) => title.en === 'Shade').length).toBe(1);
    clock.moveTo('2026-11-20T20:00:00.000Z');
    await proposeTopic(deps, ana, central.id, { title: 'Water', ...words });
    const seen = async () => (await listTopics(db, central.id)).map(({ title, stands, meeting: on }) => [title, stands, on?.id ?? null]);
    expect(await seen()).toEqual([
      ['Water', 'proposed', null],
      ['Shade', 'accepted', 'meeting-1'],
    ]);
    await db('meetings').update({ status: 'cancelled' });
    expect(await seen()).toEqual([
      ['Shade', 'deferred', null],
      ['Water', 'proposed', null],
    ]);
  });
});
