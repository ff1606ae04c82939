import { groupBy } from '../../../src/lib/group';
import { writesOf } from '../../support/database';
import { applicant } from './applying';
import type { Person } from './person';
import type { Story } from './story';
import { linksIn } from './story';

const base = '/staff/cycles/2026-vacancies/central';

/** The placing button of a person on the board. */
async function place(story: Story, staff: Person, reference: string, where: 'seat' | 'alternate'): Promise<void> {
  const id = await candidacyOf(story, reference);
  await staff.send(`${base}/slate/placement`, {}, { name: 'place', value: `${id}:${where}` });
  if (staff.status === 200 && staff.address.split('#')[0] === `${base}/slate`) return;
  throw new Error(`${reference} was not placed: ${staff.status} ${staff.address} ${await staff.words()}`);
}

/** Id of what stands between Central and the applicant of a reference. */
export async function candidacyOf(story: Story, reference: string): Promise<string> {
  const [id = ''] = await candidaciesOf(story).where('reference', reference).pluck<string[]>('candidacies.id');
  return id;
}

/** What stands between Central and those who chose it in this cycle. */
const candidaciesOf = ({ product }: Story) =>
  product
    .db('candidacies')
    .join('applications', 'applications.id', 'candidacies.application_id')
    .join('collaboratives', 'collaboratives.id', 'candidacies.collaborative_id')
    .join('cycles', 'cycles.id', 'applications.cycle_id')
    .where('collaboratives.slug', 'central')
    .where('cycles.code', '2026-vacancies');

/** The letters of the release as they should have gone out: one for each decision, in each one's language, on paper to who has no e-mail. */
async function lettersOf(story: Story): Promise<Record<'mails' | 'papers', string[]>> {
  const kinds: Readonly<Record<string, string>> = { offered: 'offer', alternate: 'alternate', not_selected: 'not_selected' };
  const rows = await candidaciesOf(story)
    .whereNot('candidacies.status', 'in_review')
    .select<Decided[]>('candidacies.status', 'candidacies.id', 'applications.email', 'applications.locale');
  const line = ({ status, locale }: Decided, to: string) => `decision.${kinds[status] ?? status} ${locale} ${to}`;
  return {
    mails: rows.flatMap((row) => (row.email === null ? [] : [line(row, row.email)])).sort(),
    papers: rows.flatMap((row) => (row.email === null ? [line(row, row.id)] : [])).sort(),
  };
}

interface Decided {
  readonly id: string;
  readonly status: string;
  readonly email: string | null;
  readonly locale: string;
}

/** The letters on paper about these decisions, each by whom it is about. */
async function papersOf(story: Story): Promise<string[]> {
  const rows = await story.product
    .db('paper_letters')
    .whereIn('about_id', candidaciesOf(story).select('candidacies.id'))
    .where({ about_kind: 'candidacy', status: 'waiting' })
    .select<{ kind: string; locale: string; about_id: string }[]>('kind', 'locale', 'about_id');
  return rows.map(({ kind, locale, about_id }) => `${kind} ${locale} ${about_id}`).sort();
}

/** Others whom Central's panel reads, of the constituency with most of them: two at least, who wait in one line. */
async function others(story: Story): Promise<string[]> {
  const rows = await candidaciesOf(story)
    .where('candidacies.status', 'in_review')
    .where('candidacies.is_reviewed', true)
    .whereNot('reference', story.recall('reference'))
    .orderBy('reference')
    .select<{ reference: string; constituency: string }[]>('reference', 'candidacies.constituency');
  const lines = groupBy(rows, ({ constituency }) => constituency);
  const [longest = []] = [...lines.values()].sort((a, b) => b.length - a.length);
  return longest.map(({ reference }) => reference);
}

/** 5. Staff place people in seats, order the alternates and send the slate; the approver approves. */
export async function choose(story: Story): Promise<void> {
  await story.comeTo('2026-12-21T18:00:00.000Z');
  await story.news();
  await story.tell('staff-central', async (staff) => {
    await staff.open(`${base}/slate`);
    await place(story, staff, story.recall('reference'), 'seat');
    const alternates = (await others(story)).slice(0, 2);
    for (const reference of alternates) await place(story, staff, reference, 'alternate');
    const second = await candidacyOf(story, alternates[1] ?? '');
    await staff.send(`${base}/slate/order`, {}, { name: 'move', value: `${second}:up` });
    await staff.send(`${base}/slate/sending`);
    expect(staff.status).toBe(200);
  });
  const { email } = await story.who('approver-central');
  expect(await story.news()).toEqual({
    mails: [`slate.sent ${story.locale} ${email}`],
    history: [...Array<string>(3).fill('selection.place staff'), 'selection.move staff', 'selection.send staff'],
  });
  await story.tell('approver-central', async (approver) => {
    await approver.open('/me');
    await approver.open('/approvals');
    await approver.follow(/^\/approvals\/\w+/);
    expect(await approver.words()).toContain(applicant.name);
    await approver.send(/\/approval$/);
    expect(approver.status).toBe(200);
  });
  const staff = await story.who('staff-central');
  expect(await story.news()).toEqual({ mails: [`slate.approved ${story.locale} ${staff.email}`], history: ['selection.approve approver'] });
}

/** 6. The release on its day: every state and letter at once; a second press changes nothing. */
export async function release(story: Story): Promise<void> {
  const states = () => candidaciesOf(story).orderBy('candidacies.status').pluck<string[]>('candidacies.status');
  await story.comeTo('2026-12-29T17:00:00.000Z');
  await story.news();
  const staff = await story.as('staff-central');
  const second = await story.as('staff-central');
  for (const browser of [staff, second]) await browser.open(`${base}/release`);
  expect(new Set(await states())).toEqual(new Set(['in_review']));
  await staff.send(`${base}/release`);
  const decided = await states();
  expect([decided.filter((state) => state === 'offered').length, decided.filter((state) => state === 'alternate').length]).toEqual([1, 2]);
  const news = await story.news();
  expect({ mails: news.mails, papers: await papersOf(story) }).toEqual(await lettersOf(story));
  expect(news.history.filter((line) => line === 'offers.release staff')).toHaveLength(1);
  const [offer = ''] = linksIn(story.product.deps.baseUrl, story.letter('decision.offer')).filter((link) => link.includes('/offer/'));
  story.kept.set('offer', offer);
  expect(await writesOf(story.product.db, () => second.send(`${base}/release`))).toEqual([]);
  expect(second.status).toBe(409);
  expect(await story.news()).toEqual({ mails: [], history: [] });
  await staff.leave();
  await second.leave();
}
