import type { Deps } from '../../deps';
import { dateOf, plusDays, type Instant } from '../../lib/time';
import type { Email } from '../../mail/email';
import { reminder } from '../../mail/reminders';
import { listPeopleWithRole, listRecipients } from '../accounts';
import { listCollaboratives, type Collaborative } from '../collaboratives';
import { getCycle, type Cycle } from '../cycles';
import { momentOfCoverage, morningOf, reminderDays, type Coverage } from './coverage';
import { countOpenReviews, listCoverages, listOpenReviews, type OpenReviews } from './coverage.queries';
import { coverageKind, coverageMail, dueKind, dueMail } from './reminder.emails';

interface Due {
  readonly cycle: Cycle;
  readonly days: number;
  readonly reviewers: readonly OpenReviews[];
}

interface Covered {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly coverage: Coverage;
}

export const reviewReminders = [
  reminder<Due>({
    kind: dueKind,
    windowHours: 12,
    mayComeAtNight: false,
    subjects: listDue,
    moment: ({ cycle, days }) => morningOf(plusDays(cycle.reviewBy, days)),
    compose: composeDue,
    stillDue: async ({ db }, mail) => {
      const cycle = await getCycle(db, mail.about_id);
      return mail.dedupe_key.endsWith(`:${cycle.reviewBy}`) && (await countOpenReviews(db, cycle.id, mail.person_id ?? '')) > 0;
    },
  }),
  reminder<Covered>({
    kind: coverageKind,
    windowHours: 24,
    mayComeAtNight: false,
    subjects: listCovered,
    moment: ({ coverage, cycle }) => momentOfCoverage(coverage, cycle.reviewBy),
    compose: composeCoverage,
    stillDue: async ({ db }, mail) => {
      const minimums = await minimumsOf(db);
      const panel = { cycleId: mail.about_id, collaborativeId: mail.collaborative_id ?? '' };
      const [now] = await listCoverages(db, (id) => minimums.get(id) ?? 0, panel);
      return now !== undefined && mail.dedupe_key.endsWith(now.coverage.under === 0 ? ':reached' : ':missing');
    },
  }),
];

async function listDue({ db }: Deps, now: Instant): Promise<Due[]> {
  const open = await listOpenReviews(db, now);
  const cycles = await Promise.all([...new Set(open.map(({ cycleId }) => cycleId))].map((id) => getCycle(db, id)));
  return cycles.flatMap((cycle) =>
    reminderDays.map((days) => ({ cycle, days, reviewers: open.filter(({ cycleId }) => cycleId === cycle.id) })),
  );
}

async function composeDue({ db, translate, baseUrl }: Deps, { cycle, days, reviewers }: Due): Promise<Email[]> {
  const recipients = await listRecipients(
    db,
    reviewers.map(({ personId }) => personId),
  );
  return recipients.map((to) => {
    const open = reviewers.find(({ personId }) => personId === to.personId)?.open ?? 0;
    return dueMail(to, { cycle, days, open }, { t: translate(to.locale), baseUrl });
  });
}

async function listCovered({ db }: Deps): Promise<Covered[]> {
  const collaboratives = new Map((await listCollaboratives(db)).map((one) => [one.id, one]));
  const found = await listCoverages(db, (id) => collaboratives.get(id)?.settings.minimumReviews ?? 0);
  const cycles = new Map<string, Cycle>();
  for (const id of new Set(found.map(({ panel }) => panel.cycleId))) cycles.set(id, await getCycle(db, id));
  return found.flatMap(({ panel, coverage }) => {
    const [cycle, collaborative] = [cycles.get(panel.cycleId), collaboratives.get(panel.collaborativeId)];
    return cycle === undefined || collaborative === undefined ? [] : [{ cycle, collaborative, coverage }];
  });
}

async function composeCoverage({ db, translate, baseUrl, clock }: Deps, subject: Covered): Promise<Email[]> {
  const staff = await listPeopleWithRole(db, 'staff', subject.collaborative.id, dateOf(clock.now()));
  return staff.map((to) => coverageMail(to, subject, { t: translate(to.locale), baseUrl }));
}

const minimumsOf = async (db: Deps['db']): Promise<ReadonlyMap<string, number>> =>
  new Map((await listCollaboratives(db)).map(({ id, settings }) => [id, settings.minimumReviews]));
