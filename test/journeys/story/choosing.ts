import { applicant } from './applying';
import type { Person } from './person';
import type { Story } from './story';

const base = '/staff/cycles/2026-vacancies/central';
/** Members of other collaboratives read for Central. */
const panel = ['member-east', 'member-south', 'member-west', 'member-northeast'] as const;

/** 3. Staff find the application in their list, make up the panel, and assign three readers. */
export async function assign(story: Story): Promise<void> {
  await story.comeTo('2026-12-07T18:00:00.000Z');
  expect((await story.news()).history).toContain('cycles.startReview system');
  await story.tell('administrator', async (administrator) => {
    await administrator.open('/staff/cycles/2026-renewal/applications');
    expect((await administrator.all('main [role=status]'))[0]).toMatch(/1.?140/);
    const first = await listed(administrator);
    await administrator.follow(/after=/);
    const second = await listed(administrator);
    expect([first.length, second.length, first.some((file) => second.includes(file))]).toEqual([50, 50, false]);
  });
  await story.tell('staff-central', async (staff) => {
    await staff.open('/staff');
    await staff.follow(`${base}/applications`);
    await staff.send(`${base}/applications`, { q: story.recall('reference') });
    expect(await staff.all('tbody th')).toEqual([applicant.name]);
    await staff.follow(`/staff/applications/${story.recall('reference')}`);
    expect(await staff.words()).toContain('90012');
    await staff.open(`${base}/panel`);
    for (const key of panel) {
      const { name, email } = await story.who(key);
      await staff.send(`${base}/panel/member`, { name, email, kind: 'member' });
    }
    await staff.open(`${base}/applications?q=${story.recall('reference')}`);
    await staff.open(`${base}/panel`);
    await staff.follow(applicant.name);
    story.kept.set('file', staff.address);
    const readers = await Promise.all(panel.slice(0, 3).map(async (key) => (await story.who(key)).id));
    await staff.send(`${staff.address}/assignment`, { reviewers: readers });
    expect(await staff.all('h3')).toEqual(
      expect.arrayContaining((await Promise.all(panel.slice(0, 3).map((key) => story.who(key)))).map(({ name }) => name)),
    );
  });
  expect(await story.news()).toEqual({
    mails: [...(await mailsTo(story, panel.slice(0, 3))), ...(await mailsTo(story, panel, 'review.invited'))].sort(),
    history: [...panel.map(() => 'reviews.addPanelist staff'), 'reviews.assign staff'],
  });
}

/** The files a list leads to, in its order; two people may have one name. */
const listed = async (staff: Person): Promise<string[]> =>
  (await staff.links()).map(({ href }) => href).filter((href) => href.startsWith('/staff/applications/'));

const mailsTo = async (story: Story, keys: readonly string[], kind = 'review.assigned'): Promise<string[]> =>
  (await Promise.all(keys.map((key) => story.who(key)))).map(({ email }) => `${kind} ${story.locale} ${email}`);

/** 4. The readers score blind by the published rubric; one steps aside; totals appear. */
export async function score(story: Story): Promise<void> {
  await story.tell('member-west', async (reader) => {
    await openFile(story, reader);
    await reader.follow(/\/recusal$/);
    await reader.send(/\/recusal$/, { ground: 'family', words: 'Es prima mía.' });
    expect((await reader.links()).map(({ text }) => text)).not.toContain(story.recall('reference'));
  });
  await story.tell('staff-central', async (staff) => {
    await staff.open(story.recall('file'));
    const readers = ['member-east', 'member-south', 'member-northeast'];
    await staff.send(/\/assignment$/, { reviewers: readers.map((key) => story.idOf(key)) });
  });
  for (const [key, points] of [
    ['member-east', '4'],
    ['member-south', '3'],
    ['member-northeast', '4'],
  ] as const)
    await story.tell(key, async (reader) => {
      await openFile(story, reader);
      const file = await reader.words();
      for (const secret of [applicant.name, applicant.email, '555-0142']) expect(file).not.toContain(secret);
      await complete(reader, points);
    });
  const read = ['reviews.acknowledge reviewer', 'reviews.complete reviewer'];
  expect(await story.news()).toEqual({
    mails: await mailsTo(story, ['member-northeast']),
    history: ['reviews.acknowledge reviewer', 'reviews.recuse reviewer', 'reviews.assign staff', ...read, ...read, ...read],
  });
  await story.tell('staff-central', async (staff) => {
    await staff.open(`${base}/slate`);
    expect((await staff.all('.app-ranking li')).find((row) => row.includes(applicant.name))).toMatch(/\d\d\.\d/);
  });
}

async function openFile(story: Story, reader: Person): Promise<void> {
  await reader.open('/reviews');
  if (reader.address === '/reviews/guide') await reader.send('/reviews/acknowledgement', { confidential: ['yes'], fair: ['yes'] });
  expect(reader.address).toBe('/reviews');
  await reader.follow(story.recall('reference'));
}

async function complete(reader: Person, points: string): Promise<void> {
  const scores = (await reader.fields('score-')).map((name): [string, string] => [name, points]);
  const comments = (await reader.fields('comment-')).map((name): [string, string] => [name, 'Clear and close to families.']);
  await reader.send(
    /\/completion$/,
    { ...Object.fromEntries([...scores, ...comments]), recommendation: 'yes' },
    { name: 'do', value: 'send' },
  );
  expect(reader.status).toBe(200);
}
