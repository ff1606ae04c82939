import * as cheerio from 'cheerio';
import { scanReminders } from '../../src/features/messages';
import { sendDigests, tellFollowers } from '../../src/features/following';
import type { Collaborative } from '../../src/features/collaboratives';
import { recordEvent } from '../../src/history/events';
import type { Action } from '../../src/i18n/keys';
import { deliverDue } from '../../src/mail/deliver';
import { mailboxTransport } from '../../src/mail/transport';
import { stillDue } from '../../src/worker-tasks';
import { mainText } from '../support/agenda-scene';
import { testProduct, type TestProduct } from '../support/app';
import { visitorBrowser } from '../support/browser';
import { aCollaborative, aMember, aStoredMeeting } from '../support/builders/meeting';
import { emptyTables, onEachEngine } from '../support/database';
import { linkIn, mails } from '../support/mailbox';

onEachEngine((engine) => {
  let product: TestProduct;
  let central: Collaborative;
  let south: Collaborative;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    const { db, deps, clock } = product;
    await emptyTables(db);
    clock.moveTo('2026-11-23T20:00:00.000Z');
    central = await aCollaborative(deps);
    south = await aCollaborative(deps, 'south');
    await aMember(deps, central, { seat: 'C-1', email: 'ana@example.org' });
    await aStoredMeeting(deps, central, { status: 'posted' });
    for (const [id, body, topic] of [
      ['n1', central, 'safety'],
      ['n2', south, 'learning'],
    ] as const)
      await db('notes').insert({
        ...{ id, reference: `X-${id}`, collaborative_id: body.id, status: 'delivered', topic, drafted_at: '2026-11-01T20:00:00.000Z' },
        ...{ title: JSON.stringify({ en: `Note ${id}`, es: '' }), background: '{"en":""}', addressee: '{"en":""}' },
        adopted_at: '2026-11-02T20:00:00.000Z',
      });
  });

  const happens = (action: Action, kind: 'meeting' | 'note', id: string, body = central) =>
    recordEvent(product.deps, { action, actor: 'system', subject: { kind, id }, collaborativeId: body.id });

  async function ask(what: string, email: string, frequency = 'at_once', lang = 'en'): Promise<string> {
    const before = new Set((await mails(product.deps, 'following.confirm')).map(({ id }) => id));
    const sent = await visitorBrowser(product).submit(`/follow?lang=${lang}&what=${what}`, { what, email, frequency }, '/follow');
    expect([sent.status, sent.headers['location']]).toEqual([303, '/follow/sent']);
    const mail = (await mails(product.deps, 'following.confirm')).find(({ id }) => !before.has(id));
    return linkIn(mail!.text, '/follow/confirm/');
  }

  async function follow(what: string, email: string, frequency = 'at_once'): Promise<void> {
    await visitorBrowser(product)
      .postBare(await ask(what, email, frequency), {})
      .expect(200);
  }

  const told = async (kind = 'following.news') => (await mails(product.deps, kind)).map((mail) => `${mail.to_address}: ${mail.subject}`).sort();

  it('keeps nothing of an address until its link was pressed, and one following however often it is asked', async () => {
    const link = await ask(`collaborative:${central.id}`, 'zoe@example.org');
    expect([await product.db('followers'), (await visitorBrowser(product).get(link)).status]).toEqual([[], 200]);
    expect(await product.db('followers')).toEqual([]);
    const done = await visitorBrowser(product).postBare(link, {}).expect(200);
    expect(mainText(done.text)).toContain('Done: the news will come');
    await follow(`collaborative:${central.id}`, 'zoe@example.org', 'weekly');
    expect(await product.db('followings').select('subject_kind', 'subject_id', 'frequency')).toEqual([
      { subject_kind: 'collaborative', subject_id: central.id, frequency: 'weekly' },
    ]);
    product.clock.moveTo('2026-11-30T20:00:00.000Z');
    for (const address of [link, link.replace('confirm', 'leave'), '/follow/choices/abc'])
      expect([(await visitorBrowser(product).get(address)).status, (await visitorBrowser(product).postBare(address, {})).status]).toEqual([404, 404]);
  });

  it('answers everybody alike, keeps what was typed, and writes five times an hour at most to one address', async () => {
    const faulty = await visitorBrowser(product).submit('/follow', { what: 'topic:safety', email: 'zoe', frequency: 'weekly' }, '/follow');
    const $ = cheerio.load(faulty.text);
    expect([faulty.status, $('#email').val(), $('#what').val(), $('[name=frequency]:checked').val()]).toEqual([422, 'zoe', 'topic:safety', 'weekly']);
    const robot = { what: 'all', email: 'zoe@example.org', frequency: 'weekly', website: 'x' };
    expect([(await visitorBrowser(product).submit('/follow', robot, '/follow')).status, await mails(product.deps)]).toEqual([303, []]);
    for (const what of ['note:unknown', 'note:draft']) expect((await visitorBrowser(product).get(`/follow?what=${what}`)).status).toBe(404);
    const from = cheerio.load((await visitorBrowser(product).get('/follow?c=south')).text);
    expect(from('#what').val()).toBe(`collaborative:${south.id}`);
    for (let time = 1; time <= 5; time += 1) await ask('all', 'zoe@example.org');
    const sixth = { what: 'all', email: 'zoe@example.org', frequency: 'weekly' };
    expect((await visitorBrowser(product).submit('/follow', sixth, '/follow')).status).toBe(429);
  });

  it('tells each follower once of each thing, however many ways lead to it, and members of agendas by their own mail alone', async () => {
    const { deps, clock } = product;
    await follow('all', 'all@example.org');
    for (const what of ['topic:safety', 'note:n1', `collaborative:${central.id}`]) await follow(what, 'zoe@example.org');
    await follow(`collaborative:${south.id}`, 'sue@example.org');
    await follow(`collaborative:${central.id}`, 'ana@example.org');
    await happens('advice.deliver', 'note', 'n1');
    await happens('advice.endorse', 'note', 'n1');
    await tellFollowers(deps);
    await tellFollowers(deps);
    const delivered = 'Advice X-n1 went to the district: Note n1';
    expect(await told()).toEqual(['all', 'ana', 'zoe'].map((name) => `${name}@example.org: ${delivered}`));
    clock.moveTo('2026-11-24T06:00:00.000Z');
    await happens('agendas.posted', 'meeting', 'meeting-1');
    await tellFollowers(deps);
    const posted = 'Agenda posted: December meeting, December 3, 2026';
    expect((await told()).filter((line) => line.endsWith(posted))).toEqual(['all', 'zoe'].map((name) => `${name}@example.org: ${posted}`));
    const [mail] = (await mails(deps, 'following.news')).filter(({ subject }) => subject === posted);
    const row = await product.db('outbox').where({ id: mail!.id }).first('due_at');
    expect([row?.due_at, linkIn(mail!.text, '/meetings/')]).toEqual(['2026-11-24T16:00:00.000Z', '/meetings/meeting-1/agenda']);
    await happens('advice.sign', 'note', 'n2', south);
    await product.db('notes').where({ id: 'n2' }).update({ status: 'withdrawn' });
    await tellFollowers(deps);
    expect((await told()).length).toBe(5);
    await scanReminders(deps);
  });

  it('stops by one click of the mail program, without cookie or token, and holds back what was on its way', async () => {
    const { deps, db } = product;
    await follow('all', 'zoe@example.org');
    await happens('minutes.approved', 'meeting', 'meeting-1');
    await tellFollowers(deps);
    const [mail] = await mails(deps, 'following.news');
    const leaving = String(mail!.leaveUrl).replace(/^https?:\/\/[^/]+/, '');
    await visitorBrowser(product).get(leaving).expect(200);
    expect((await db('followers')).length).toBe(1);
    await visitorBrowser(product).postBare(leaving, { 'List-Unsubscribe': 'One-Click' }).expect(200);
    await visitorBrowser(product).postBare(leaving, {}).expect(200);
    expect([await db('followers'), await db('followings')]).toEqual([[], []]);
    await deliverDue(deps, mailboxTransport, { limit: 10, stillDue });
    expect(await db('outbox').where({ kind: 'following.news' }).pluck('status')).toEqual(['cancelled']);
  });

  it('lets each be chosen on a page by its secret address, and forgets who follows nothing', async () => {
    const { db, deps, clock } = product;
    await follow('topic:safety', 'zoe@example.org');
    clock.moveTo('2026-11-23T20:01:00.000Z');
    await follow('note:n1', 'zoe@example.org');
    await happens('advice.acknowledge', 'note', 'n1');
    await tellFollowers(deps);
    const choices = linkIn((await mails(deps, 'following.news'))[0]!.text, '/follow/choices/');
    const $ = cheerio.load((await visitorBrowser(product).get(choices).expect(200)).text);
    expect($('legend').map((_, legend) => $(legend).text().trim()).get()).toEqual(['Advice about: Safety', 'Advice X-n1: Note n1']);
    const names = $('fieldset input').map((_, input) => String($(input).attr('name'))).get();
    const [first = '', second = ''] = [...new Set(names)];
    await visitorBrowser(product).postBare(choices, { [first]: 'weekly', [second]: 'stop', f_other: 'stop' }).expect(303);
    expect(await db('followings').select('subject_kind', 'frequency')).toEqual([{ subject_kind: 'topic', frequency: 'weekly' }]);
    const gone = await visitorBrowser(product).postBare(choices, { [first]: 'stop' }).expect(200);
    expect([mainText(gone.text).includes('Done: no more news'), await db('followers')]).toEqual([true, []]);
    await visitorBrowser(product).get(choices).expect(404);
  });

  it('sends a digest on Friday from four in the afternoon, once, and none where nothing happened', async () => {
    const { deps, clock } = product;
    await follow('topic:safety', 'zoe@example.org', 'weekly');
    await follow(`collaborative:${central.id}`, 'zoe@example.org', 'weekly');
    await follow('topic:learning', 'lee@example.org', 'weekly');
    await follow('all', 'kim@example.org');
    await follow('topic:safety', 'kim@example.org', 'weekly');
    await happens('advice.deliver', 'note', 'n1');
    await happens('minutes.approved', 'meeting', 'meeting-1');
    clock.moveTo('2026-11-27T23:59:00.000Z');
    await sendDigests(deps);
    expect(await told('following.digest')).toEqual([]);
    clock.moveTo('2026-11-28T00:00:00.000Z');
    await sendDigests(deps);
    await sendDigests(deps);
    expect(await told('following.digest')).toEqual(['zoe@example.org: This week: 2 pieces of news']);
    const text = (await mails(deps, 'following.digest'))[0]!.text.replace(/\s+/g, ' ');
    expect(text).toContain('Advice X-n1 went to the district: Note n1 http://127.0.0.1/advice/n1');
    expect(text).toContain('Minutes approved: December meeting, December 3, 2026 http://127.0.0.1/meetings/meeting-1/minutes');
    clock.moveTo('2026-12-05T00:00:00.000Z');
    await sendDigests(deps);
    expect((await told('following.digest')).length).toBe(1);
  });

  it('tells of meetings that are planned, together and a quarter of an hour later, with their entries, and members by their own mail alone', async () => {
    const { deps, clock } = product;
    for (const name of ['zoe', 'ana']) await follow(`collaborative:${central.id}`, `${name}@example.org`);
    await follow('all', 'all@example.org');
    await aStoredMeeting(deps, central, { id: 'meeting-2', title: { en: 'January meeting' }, startsAt: '2027-01-08T02:00:00.000Z' });
    for (const id of ['meeting-1', 'meeting-2']) await happens('meetings.scheduled', 'meeting', id);
    await happens('meetings.moved', 'meeting', 'meeting-2');
    // A joint meeting is noted for each body.
    await happens('meetings.scheduled', 'meeting', 'meeting-2', south);
    clock.moveTo('2026-11-23T20:14:59.000Z');
    await tellFollowers(deps);
    expect(await told()).toEqual([]);
    clock.moveTo('2026-11-23T20:15:00.000Z');
    await tellFollowers(deps);
    await tellFollowers(deps);
    expect(await told()).toEqual(['all', 'zoe'].map((name) => `${name}@example.org: 2 meetings planned`));
    const [mail] = await mails(deps, 'following.news');
    expect(mail?.text).toContain('Meeting planned: January meeting, January 7, 2027');
    expect(mail?.calendar?.content.match(/METHOD:PUBLISH|UID:meeting-meeting-\d/g)).toEqual([
      ...['METHOD:PUBLISH', 'UID:meeting-meeting-1', 'UID:meeting-meeting-2'],
    ]);
  });

  it('tells at once, also at night, that a meeting does not take place, and then no more of what was planned', async () => {
    const { deps, db, clock } = product;
    await follow(`collaborative:${central.id}`, 'zoe@example.org');
    clock.moveTo('2026-11-24T06:00:00.000Z');
    await happens('meetings.moved', 'meeting', 'meeting-1');
    await db('meetings').where({ id: 'meeting-1' }).update({ status: 'cancelled', cancel_reason: 'Storm' });
    await happens('meetings.cancelled', 'meeting', 'meeting-1');
    await tellFollowers(deps);
    clock.moveTo('2026-11-24T07:00:00.000Z');
    await tellFollowers(deps);
    expect(await told()).toEqual(['zoe@example.org: Meeting called off: December meeting, December 3, 2026']);
    expect(await db('outbox').where({ kind: 'following.news' }).pluck('due_at')).toEqual(['2026-11-24T06:00:00.000Z']);
  });

  it('is a feed of each collaborative and of all, in either language', async () => {
    await happens('advice.sign', 'note', 'n2', south);
    product.clock.moveTo('2026-11-24T20:00:00.000Z');
    await product.db('meetings').update({ title: JSON.stringify({ en: 'A <b> & "more"' }) });
    await happens('minutes.approved', 'meeting', 'meeting-1');
    const read = async (address: string) => {
      const answer = await visitorBrowser(product).get(address).expect(200);
      expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
      const $ = cheerio.load(answer.text, { xml: true });
      return $('entry').map((_, entry) => `${$(entry).find('title').text()} ${String($(entry).find('link').attr('href'))}`).get();
    };
    const minutes = 'Minutes approved: A <b> & "more", December 3, 2026 http://127.0.0.1/meetings/meeting-1/minutes';
    expect(await read('/feed.atom')).toEqual([minutes, 'The district has answered advice X-n2: Note n2 http://127.0.0.1/advice/n2']);
    expect(await read('/central/feed.atom')).toEqual([minutes]);
    expect(await read('/south/feed.atom?lang=es')).toEqual(['El distrito respondió a la nota X-n2: Note n2 http://127.0.0.1/advice/n2']);
    await visitorBrowser(product).get('/atlantis/feed.atom').expect(404);
  });

  it('tells a thousand followers of one thing, each once, also when it is cut off and run again', async () => {
    const { db, deps } = product;
    const count = 1_000;
    const since = '2026-11-20T20:00:00.000Z';
    for (let from = 0; from < count; from += 200) {
      const ids = Array.from({ length: 200 }, (_, index) => `f${from + index}`);
      await db('followers').insert(ids.map((id) => ({ id, email: `${id}@example.org`, locale: 'es', confirmed_at: since, digest_on: null })));
      await db('followings').insert(
        ids.map((id) => ({ id, follower_id: id, subject_kind: 'collaborative' as const, subject_id: central.id, frequency: 'at_once' as const, since })),
      );
    }
    await happens('advice.adopt', 'note', 'n1');
    await Promise.all([tellFollowers(deps), tellFollowers(deps)]);
    await db('public_news').update({ told_at: null });
    await tellFollowers(deps);
    const addresses = await db('outbox').where({ kind: 'following.news' }).pluck('to_address');
    expect([addresses.length, new Set(addresses).size]).toEqual([count, count]);
  });
});
