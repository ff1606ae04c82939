import ical from 'node-ical';
import { applicant } from './applying';
import type { Person } from './person';
import { signInByMail } from './seating';
import type { Story } from './story';

const hour = 3_600_000;

/** Address of a meeting's page. */
const at = (story: Story, rest = '', which = 'meeting'): string => `/meetings/${story.recall(which)}${rest}`;

/** Who sits and can be written to on a day. */
export async function memberMails(story: Story, kind: string): Promise<string[]> {
  const rows = await story.product
    .db('memberships')
    .join('seats', 'seats.id', 'memberships.seat_id')
    .join('collaboratives', 'collaboratives.id', 'seats.collaborative_id')
    .join('people', 'people.id', 'memberships.person_id')
    .where({ slug: 'central' })
    .whereIn('memberships.status', ['active', 'on_leave', 'holdover'])
    .select('people.email', 'people.locale');
  return (rows as { email: string; locale: string }[]).map(({ email, locale }) => `${kind} ${locale} ${email}`).sort();
}

async function plan(staff: Person, date: string): Promise<string> {
  await staff.open('/staff/central/meetings');
  await staff.follow('/staff/central/meetings/new');
  await staff.send('/staff/central/meetings', {
    titleEn: 'Regular meeting',
    titleEs: 'Reunión ordinaria',
    date,
    starts: '18:00',
    ends: '20:00',
    place: 'Castelar Street Elementary School',
    room: 'Library',
    remoteUrl: 'https://meet.example.org/central',
  });
  return /^\/meetings\/(\w+)/.exec(staff.address)?.[1] ?? '';
}

/** 8a. Staff schedule a meeting; each member gets one mail with the calendar part. */
export async function schedule(story: Story): Promise<void> {
  await story.comeTo('2027-01-14T18:00:00.000Z');
  await story.news();
  await story.tell('staff-central', async (staff) => {
    story.kept.set('meeting', await plan(staff, '2027-02-04'));
  });
  const news = await story.news();
  expect(news.mails).toEqual(await memberMails(story, 'meeting.scheduled'));
  expect(news.mails).toHaveLength(12);
  const letter = story.letters.find(({ to_address: to }) => to === applicant.email);
  const [event] = Object.values(ical.sync.parseICS(letter?.calendar?.content ?? '')).filter((part) => part?.type === 'VEVENT');
  expect([letter?.calendar?.method, (event as ical.VEvent).start.toISOString()]).toEqual(['REQUEST', '2027-02-05T02:00:00.000Z']);
  expect(news.history).toEqual(['meetings.scheduled staff']);
}

/** 10a. A member writes an advisory note with two recommendations; another stands behind it; the chair brings it to the meeting. */
export async function write(story: Story): Promise<void> {
  story.product.clock.moveTo('2027-01-15T18:00:00.000Z');
  const rosa = await signInByMail(story, applicant.email);
  await rosa.open('/advice/new?c=central');
  await rosa.send('/advice', {
    language: story.locale,
    title: 'Rutas seguras a la escuela',
    background: 'Familias de tres escuelas piden cruces seguros.',
    topic: 'safety',
    recommendation_1: 'Pintar de nuevo los cruces frente a las escuelas.',
    recommendation_2: 'Invitar a las familias a una caminata de revisión cada año.',
  });
  story.kept.set('note', /^\/advice\/(\w+)$/.exec(rosa.address)?.[1] ?? '');
  const note = `/advice/${story.recall('note')}`;
  const visitor = await story.visitor();
  await visitor.open(note);
  expect(visitor.status).toBe(404);
  await rosa.send(`${note}/opening`);
  await story.tell('member-central', async (member) => {
    await member.open(note);
    await member.send(`${note}/endorsement`);
  });
  await story.tell('chair-central', async (chair) => {
    await chair.open(note);
    await chair.send(`${note}/agenda-item`);
    expect(chair.status).toBe(200);
  });
  await rosa.leave();
  expect(await story.news()).toEqual({
    mails: [],
    history: ['advice.write member', 'advice.open member', 'advice.endorse member', 'agendas.itemAdded chair'],
  });
}

/** 8b. The chair builds the agenda; posting is refused at 71 hours, accepted at 73, and proved in public. */
export async function post(story: Story): Promise<void> {
  const start = Date.parse('2027-02-05T02:00:00.000Z');
  const before = (hours: number) => new Date(start - hours * hour).toISOString();
  story.product.clock.moveTo(before(80));
  await story.news();
  await story.tell('chair-central', async (chair) => {
    await chair.open(at(story, '/agenda/desk'));
    await chair.follow(/\/agenda\/items\/new$/);
    await chair.send(/\/agenda\/items$/, {
      titleEn: 'Report of the safety team',
      titleEs: 'Informe del equipo de seguridad',
      purpose: 'inform',
      minutes: '10',
    });
    const titles = await chair.all('.app-agenda h3');
    const [moving = ''] = (await chair.choicesOfButtons('move')).filter((value) => value.endsWith(':up')).slice(-1);
    await chair.send(/\/agenda\/order$/, {}, { name: 'move', value: moving });
    expect(await chair.all('.app-agenda h3')).not.toEqual(titles);
  });
  story.product.clock.moveTo(before(71));
  await story.tell('chair-central', async (chair) => {
    await chair.open(at(story, '/agenda/desk'));
    expect((await chair.forms()).filter((action) => action.endsWith('/posting'))).toEqual([]);
  });
  await story.tell('staff-central', async (staff) => {
    await staff.open(at(story, '/agenda/desk'));
    await staff.send(/\/agenda\/posting$/, { putUpAt: 'Main door', lateReason: '' });
    expect([
      staff.status,
      await story.product
        .db('postings')
        .where({ meeting_id: story.recall('meeting') })
        .pluck('number'),
    ]).toEqual([422, []]);
  });
  story.product.clock.moveTo(before(73));
  await story.tell('chair-central', async (chair) => {
    await chair.open(at(story, '/agenda/desk'));
    await chair.send(/\/agenda\/posting$/, { putUpAt: 'Main door' });
    expect([chair.status, chair.address]).toEqual([200, at(story, '/notice')]);
  });
  const news = await story.news();
  expect(news.mails).toEqual(await memberMails(story, 'agenda.posted'));
  expect(news.history).toEqual(['agendas.itemAdded chair', 'agendas.itemMoved chair', 'agendas.posted chair']);
  const visitor = await story.visitor();
  await visitor.open(at(story, '/notice'));
  const [posting] = await story.product
    .db('postings')
    .where({ meeting_id: story.recall('meeting') })
    .select('sha256', 'posted_at');
  expect(await visitor.words()).toContain(posting?.sha256 ?? 'none');
  await visitor.open(at(story, '/agenda'));
  await visitor.open('/central/agenda/current');
  expect(visitor.status).toBe(200);
  await visitor.leave();
}

type Votes = (index: number) => string;

async function rollCall(person: Person): Promise<void> {
  await person.follow(/\/session\/roll-call$/);
  const fields = await person.fields('status_');
  await person.send(/\/session\/roll-call$/, Object.fromEntries(fields.map((name, index) => [name, index < 10 ? 'present' : 'absent'])));
}

async function decide(person: Person, text: string, votes: Votes): Promise<void> {
  const [mover = '', seconder = ''] = await person.choices('mover');
  await person.send(/\/motion$/, { motion: text, mover, seconder });
  const fields = await person.fields('vote_');
  await person.send(/\/vote$/, Object.fromEntries(fields.map((name, index) => [name, votes(index)])));
  expect(person.status).toBe(200);
}

/** Holds a meeting: roll call, a roll-call vote on each item that asks for one, notes, adjournment. */
async function hold(story: Story, which: string): Promise<void> {
  await story.tell('secretary-central', async (secretary) => {
    await secretary.open(at(story, '/session', which));
    await secretary.send(/\/beginning$/);
    await rollCall(secretary);
    expect(secretary.address).toBe(at(story, '/session', which));
    const items = (await secretary.links()).map(({ href }) => href).filter((href) => /\/session\/items\/\w+$/.test(href));
    for (const item of items) {
      await secretary.open(item);
      if ((await secretary.fields('motion')).length > 0)
        await decide(secretary, 'Aprobar lo propuesto.', (index) => (index === 3 ? 'no' : index === 5 ? 'abstain' : 'yes'));
      else if ((await secretary.fields('note')).length > 0)
        await secretary.send(/\/note$/, { note: 'Se escucharon preguntas de los miembros.' });
    }
    await secretary.open(at(story, '/session', which));
    await secretary.send(/\/adjournment$/);
    expect(secretary.status).toBe(200);
  });
}

/** 9a. The reminder goes out the day before; roll call, quorum and a vote by name. */
export async function meet(story: Story): Promise<void> {
  await story.comeTo('2027-02-04T02:00:00.000Z');
  const reminders = await story.news();
  const told = (kind: string) => reminders.mails.filter((line) => line.startsWith(kind));
  expect(told('meeting.tomorrow')).toEqual(await memberMails(story, 'meeting.tomorrow'));
  // Too few have said that they come: the officers and the staff know.
  expect(told('meeting.quorumAtRisk')).toHaveLength(4);
  await story.comeTo('2027-02-05T01:59:00.000Z');
  await story.tell('secretary-central', async (secretary) => {
    await secretary.open(at(story, '/session'));
    expect((await secretary.forms()).filter((action) => action.endsWith('/beginning'))).toEqual([]);
  });
  await story.comeTo('2027-02-05T02:00:00.000Z');
  await story.news();
  await hold(story, 'meeting');
  expect(await story.news()).toEqual({
    mails: [],
    history: [
      'inSession.begun secretary',
      'inSession.rollCalled secretary',
      'inSession.moved secretary',
      'inSession.carried secretary',
      'advice.adopt secretary',
      'inSession.adjourned secretary',
    ],
  });
  expect(
    await story.product
      .db('notes')
      .where({ id: story.recall('note') })
      .pluck('status'),
  ).toEqual(['adopted']);
}

/** 9b. Another meeting is planned; the minutes that wait are on its agenda. */
export async function planNext(story: Story): Promise<void> {
  await story.tell('staff-central', async (staff) => {
    story.kept.set('next', await plan(staff, '2027-03-04'));
  });
  await story.news();
}

/** 9c. Its agenda is posted, it is held, and its motion approves the minutes. */
export async function holdNext(story: Story): Promise<void> {
  story.product.clock.moveTo('2027-02-27T20:00:00.000Z');
  await story.tell('chair-central', async (chair) => {
    await chair.open(at(story, '/agenda/desk', 'next'));
    await chair.send(/\/agenda\/posting$/, { putUpAt: 'Main door' });
    expect(chair.status).toBe(200);
  });
  await story.comeTo('2027-03-05T02:00:00.000Z');
  await story.news();
  await hold(story, 'next');
  expect((await story.news()).history).toContain('minutes.approved secretary');
}
