import { applicant } from './applying';
import type { Fields, Person } from './person';
import { candidacyOf } from './selecting';
import type { Story } from './story';
import { linksIn } from './story';

/** 7a. The applicant accepts from the letter's link, on a phone. */
export async function accept(story: Story): Promise<void> {
  const reference = story.recall('reference');
  story.product.clock.moveTo('2026-12-30T18:00:00.000Z');
  const phone = await story.visitor();
  await phone.open(story.recall('offer'));
  expect(phone.address).toBe(`/applications/${reference}/offer`);
  await phone.send(`/applications/${reference}/acceptance`);
  expect(phone.status).toBe(200);
  await phone.leave();
  const candidacy = await candidacyOf(story, reference);
  const [membership = ''] = await story.product.db('memberships').where({ candidacy_id: candidacy }).pluck<string[]>('id');
  story.kept.set('membership', membership);
  expect(await story.news()).toEqual({
    mails: [`onboarding.welcome ${story.locale} ${applicant.email}`],
    history: ['offers.accept visitor', 'membership.accepted visitor', 'onboarding.begun visitor'],
  });
}

/** Signs in with the link of a mail, as somebody without a password does. */
export async function signInByMail(story: Story, email: string): Promise<Person> {
  const person = await story.visitor();
  await person.open('/sign-in');
  await person.send('/sign-in', { email });
  expect((await story.news()).mails).toEqual([`account.sign_in ${story.locale} ${email}`]);
  const [link = ''] = linksIn(story.product.deps.baseUrl, story.letter('account.sign_in')).filter((one) => one.startsWith('/sign-in/'));
  await person.open(link);
  await person.send('/sign-in/confirm');
  expect(person.status).toBe(200);
  return person;
}

const filled = (locale: string): Readonly<Record<string, Fields>> => ({
  contact: { name: applicant.name, locale },
  conflict_statement: { has_conflict: 'no' },
});

/** 7b. The checklist gates the seat: signed steps by the member, the orientation by staff, then the term. */
export async function onboard(story: Story): Promise<void> {
  const { db } = story.product;
  const membership = () =>
    db('memberships')
      .where({ id: story.recall('membership') })
      .pluck('status');
  const rosa = await signInByMail(story, applicant.email);
  const tasks = await db('onboarding_tasks')
    .join('onboarding_plans', 'onboarding_plans.id', 'plan_id')
    .where({ membership_id: story.recall('membership') })
    .where('is_required', true)
    .orderBy('place')
    .select('onboarding_tasks.id', 'onboarding_tasks.key', 'kind');
  for (const task of tasks as { id: string; key: string; kind: string }[]) {
    if (task.key === 'orientation') continue;
    await rosa.open('/me/onboarding');
    await rosa.follow(`/me/onboarding/${task.id}`);
    const signature = task.kind === 'acknowledge' ? { typed_name: applicant.name, agree: ['yes'] } : {};
    await rosa.send(`/me/onboarding/${task.id}/completion`, filled(story.locale)[task.key] ?? signature);
    expect(rosa.address).toBe('/me/onboarding');
  }
  await rosa.leave();
  await story.comeTo('2027-01-08T18:00:00.000Z');
  expect(await membership()).toEqual(['pending']);
  await story.tell('staff-central', async (staff) => {
    await staff.open('/staff/central/onboarding');
    await staff.follow(applicant.called);
    const orientation = (tasks as { id: string; key: string }[]).find(({ key }) => key === 'orientation')?.id ?? '';
    await staff.follow(`/staff/onboarding/tasks/${orientation}`);
    await staff.send(/\/attendance$/, { on: '2027-01-07' });
  });
  const steps = tasks.filter(({ key }) => key !== 'orientation').map(() => 'onboarding.finished person');
  const history = ['accounts.proveEmail person', 'onboarding.attended staff', 'onboarding.completed staff', ...steps];
  const news = await story.news();
  expect({ ...news, history: [...news.history].sort() }).toEqual({ mails: [], history: history.sort() });
  expect(await membership()).toEqual(['pending']);
  const visitor = await story.visitor();
  await visitor.open('/central/roster');
  expect(await visitor.words()).not.toContain(applicant.called);
  await story.comeTo('2027-01-12T07:59:00.000Z');
  expect(await membership()).toEqual(['pending']);
  await story.comeTo('2027-01-12T08:00:00.000Z');
  expect(await membership()).toEqual(['active']);
  await visitor.open('/central/roster');
  expect(await visitor.words()).toContain(applicant.called);
  await visitor.leave();
  const { email } = await story.who('staff-central');
  expect(await story.news()).toEqual({
    mails: [applicant.email, email].map((address) => `membership.begun ${story.locale} ${address}`).sort(),
    history: ['membership.begun system'],
  });
}
