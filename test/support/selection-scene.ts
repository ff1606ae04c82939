import type { Deps } from '../../src/deps';
import { insertRole, type Person } from '../../src/features/accounts';
import type { Application } from '../../src/features/applications';
import type { Collaborative } from '../../src/features/collaboratives';
import { getRubric, type Answers, type Cycle } from '../../src/features/cycles';
import { insertSeat, type Constituency } from '../../src/features/membership';
import { guideVersion, insertPanelMember, insertReviews, newReview, saveScores } from '../../src/features/reviews';
import { aSentApplication, aTown, someAnswers } from './builders/application';
import { aPerson, aPersonAs } from './builders/person';

export interface Scene {
  readonly cycle: Cycle;
  readonly central: Collaborative;
  readonly south: Collaborative;
  readonly staff: Person;
  readonly southStaff: Person;
  readonly approver: Person;
  readonly administrator: Person;
  readonly stranger: Person;
  readonly reviewers: readonly Person[];
}

/** Central and South in review, with a families seat each, staff, an approver and a panel of three for Central. */
export async function aScene(deps: Deps, given: Partial<Cycle> = {}): Promise<Scene> {
  const dates = {
    opensAt: '2026-10-01T16:00:00.000Z',
    closesAt: '2026-11-16T07:59:00.000Z',
    reviewBy: '2026-12-15',
    decisionsOn: '2027-01-10',
  };
  const { central, south, cycle } = await aTown(deps, { status: 'in_review', ...dates, ...given });
  const as = (role: 'staff' | 'approver', collaborative: Collaborative, name: string) =>
    aPersonAs(deps, { role, collaborativeId: collaborative.id }, { name, email: `${name.toLowerCase().replace(' ', '.')}@example.org` });
  const reviewers: Person[] = [];
  for (const name of ['Rita One', 'Rosa Two', 'Raul Three']) reviewers.push(await aReviewer(deps, { cycle, collaborative: central, name }));
  return {
    cycle,
    central,
    south,
    staff: await as('staff', central, 'Stella Staff'),
    southStaff: await as('staff', south, 'Sam South'),
    approver: await as('approver', central, 'Alma Approver'),
    administrator: await aPersonAs(deps, { role: 'administrator' }, { name: 'Ada Admin', email: 'ada@example.org' }),
    stranger: await aPerson(deps, { name: 'Sol Stranger', email: 'sol@example.org' }),
    reviewers,
  };
}

interface Panelist {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly name: string;
}

/** Someone on a panel who has read the guide. */
export async function aReviewer(deps: Deps, { cycle, collaborative, name }: Panelist): Promise<Person> {
  const person = await aPerson(deps, { name, email: `${name.toLowerCase().replace(' ', '.')}@panel.example.org` });
  const panel = { cycleId: cycle.id, collaborativeId: collaborative.id };
  await insertRole(deps, { personId: person.id, role: 'reviewer', ...panel });
  await insertPanelMember(deps, panel, { personId: person.id, kind: 'public' });
  await deps
    .db('panel_members')
    .where({ person_id: person.id })
    .update({ acknowledged_at: deps.clock.now(), acknowledged_guide: guideVersion });
  return person;
}

interface Applying {
  readonly name: string;
  readonly to: readonly Collaborative[];
  readonly constituency?: Constituency;
  readonly locale?: string;
  readonly answers?: Answers;
}

/** An application sent by this person, in this order of preference. */
export const anApplicant = (
  deps: Deps,
  cycle: Cycle,
  { name, to, constituency = 'families', locale = 'en', answers = {} }: Applying,
): Promise<Application> =>
  aSentApplication(
    deps,
    cycle,
    someAnswers(
      to.map(({ id }) => id),
      { name, email: `${name.toLowerCase().replace(/ /g, '.')}@example.org`, language: locale, constituency, ...answers },
    ),
  );

/** The candidacy of an application at a collaborative. */
export async function candidacyOf(
  deps: Deps,
  application: Pick<Application, 'id'>,
  collaborative: Collaborative,
): Promise<{ id: string; status: string }> {
  const row = await deps
    .db('candidacies')
    .where({ application_id: application.id, collaborative_id: collaborative.id })
    .first('id', 'status');
  if (row === undefined) throw new Error('no such candidacy');
  return row;
}

interface Scoring {
  readonly candidacyId: string;
  readonly reviewers: readonly Person[];
  /** 0 to 4 on each criterion. */
  readonly score: number;
  readonly comment?: string;
}

/** Complete reviews of a file by these reviewers, each with the same score on every criterion. */
export async function scored(deps: Deps, cycle: Cycle, { candidacyId, reviewers, score, comment = '' }: Scoring): Promise<void> {
  const { criteria } = await getRubric(deps.db, cycle.rubricId);
  const now = deps.clock.now();
  const reviews = reviewers.map((reviewer) => ({
    ...newReview({ id: deps.newId(), candidacyId, reviewerId: reviewer.id, assignedAt: now, assignedBy: null }),
    status: 'complete' as const,
    recommendation: 'yes' as const,
    rubricId: cycle.rubricId,
    completedAt: now,
  }));
  await insertReviews(deps.db, reviews);
  for (const review of reviews)
    await saveScores(
      deps.db,
      review.id,
      criteria.map(({ key }) => ({ criterion: key, score, comment })),
    );
}

/** One more seat on offer. */
export async function aSeatOnOffer(
  deps: Deps,
  cycle: Cycle,
  collaborative: Collaborative,
  { code, constituency = 'families' }: { code: string; constituency?: Constituency },
): Promise<string> {
  const seat = await insertSeat(deps, {
    collaborativeId: collaborative.id,
    code,
    constituency,
    isVoting: true,
    takesApplications: true,
    termYears: 2,
    startsOn: '2020-07-01',
    endsOn: null,
  });
  await deps.db('seats_on_offer').insert({ cycle_id: cycle.id, seat_id: seat.id });
  return seat.id;
}
