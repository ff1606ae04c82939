import { applicant } from './applying';
import { holdNext, memberMails, planNext } from './meeting';
import type { Story } from './story';

/** 10b. The chair delivers the note; both clocks run in working days; staff acknowledge it; the authors are told. */
export async function deliver(story: Story): Promise<void> {
  const note = `/advice/${story.recall('note')}`;
  story.product.clock.moveTo('2027-02-05T18:00:00.000Z');
  await story.tell('chair-central', async (chair) => {
    await chair.open(note);
    await chair.send(`${note}/delivery`);
    expect(chair.status).toBe(200);
  });
  expect(await story.news()).toEqual({
    mails: [
      `advice.delivered ${story.locale} ${applicant.email}`,
      `advice.received ${story.locale} ${(await story.who('staff-central')).email}`,
    ],
    history: ['advice.deliver chair'],
  });
  expect(
    await story.product
      .db('notes')
      .where({ id: story.recall('note') })
      .select('acknowledge_by', 'answer_by'),
  ).toEqual([{ acknowledge_by: '2027-02-12', answer_by: '2027-03-22' }]);
  story.product.clock.moveTo('2027-02-09T18:00:00.000Z');
  await story.tell('staff-central', async (staff) => {
    await staff.open('/staff/central/advice');
    await staff.follow(`/staff/advice/${story.recall('note')}`);
    await staff.send(/\/acknowledgement$/);
    expect(staff.status).toBe(200);
  });
  expect(await story.news()).toEqual({
    mails: [`advice.acknowledged ${story.locale} ${applicant.email}`],
    history: ['advice.acknowledge staff'],
  });
}

/** 10c. Staff answer recommendation by recommendation; the approver signs; the page shows it; the authors are told. */
export async function answer(story: Story): Promise<void> {
  const desk = `/staff/advice/${story.recall('note')}`;
  story.product.clock.moveTo('2027-02-24T18:00:00.000Z');
  await story.tell('staff-central', async (staff) => {
    await staff.open(desk);
    await staff.send(
      /\/answer$/,
      {
        opening: 'Gracias por su recomendación.',
        disposition_1: 'accepted',
        reasons_1: 'Los cruces se pintarán este año.',
        what_1: 'Pintar seis cruces',
        who_1: 'Oficina del distrito local',
        due_1: '2027-06-30',
        disposition_2: 'declined',
        reasons_2: 'Las caminatas las organiza cada escuela.',
      },
      { name: 'do', value: 'send' },
    );
    expect(staff.status).toBe(200);
  });
  expect(await story.news()).toEqual({
    mails: [`advice.awaits ${story.locale} ${(await story.who('approver-central')).email}`],
    history: ['advice.draftAnswer staff', 'advice.sendAnswer staff'],
  });
  story.product.clock.moveTo('2027-02-26T18:00:00.000Z');
  await story.tell('approver-central', async (approver) => {
    await approver.open(desk);
    await approver.send(/\/signature$/);
    expect(approver.status).toBe(200);
  });
  const signers = [applicant.email, (await story.who('member-central')).email];
  expect(await story.news()).toEqual({
    mails: signers.map((email) => `advice.answered ${story.locale} ${email}`).sort(),
    history: ['advice.sign approver', 'agendas.itemAdded system'],
  });
  const visitor = await story.visitor();
  await visitor.open(`/advice/${story.recall('note')}`);
  const words = await visitor.words();
  for (const part of ['Los cruces se pintarán este año.', 'Las caminatas las organiza cada escuela.', 'Pintar seis cruces'])
    expect(words).toContain(part);
  expect(await visitor.all('.app-timeline li')).toHaveLength(5);
  await visitor.open('/central/advice');
  expect(await visitor.words()).toContain('Rutas seguras a la escuela');
  await visitor.leave();
}

/** 9b. The minutes are compiled from the record and sent to the members; the next meeting is planned. */
export async function circulate(story: Story): Promise<void> {
  const minutes = `/meetings/${story.recall('meeting')}/minutes`;
  story.product.clock.moveTo('2027-02-10T18:00:00.000Z');
  await story.tell('secretary-central', async (secretary) => {
    await secretary.open(`${minutes}/desk`);
    await secretary.send(/\/minutes\/compilation$/);
    await secretary.send(/\/minutes\/circulation$/);
    expect(secretary.status).toBe(200);
  });
  const news = await story.news();
  expect(news).toEqual({
    mails: await memberMails(story, 'minutes.circulated'),
    history: ['minutes.compiled secretary', 'minutes.circulated secretary'],
  });
  const visitor = await story.visitor();
  await visitor.open(minutes);
  expect(await visitor.words()).toContain(applicant.called);
  await visitor.leave();
  await planNext(story);
}

/** 9c. The next meeting approves them. */
export async function approveMinutes(story: Story): Promise<void> {
  const status = () =>
    story.product
      .db('minutes')
      .where({ meeting_id: story.recall('meeting') })
      .pluck('status');
  expect(await status()).toEqual(['circulated']);
  await holdNext(story);
  expect(await status()).toEqual(['approved']);
  const visitor = await story.visitor();
  await visitor.open(`/meetings/${story.recall('meeting')}/minutes`);
  await visitor.open(`/meetings/${story.recall('next')}/agenda`);
  expect(await visitor.words()).toContain('C-2027-01');
  await visitor.leave();
}
