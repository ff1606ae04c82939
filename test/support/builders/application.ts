import type { Deps } from '../../../src/deps';
import { readableCode } from '../../../src/lib/ids';
import { insertSeat } from '../../../src/features/membership';
import { saveSchools, saveZips, type Collaborative } from '../../../src/features/collaboratives';
import { standardForm, standardRubric, usualCycleSettings, type Answers, type Cycle, type Form } from '../../../src/features/cycles';
import { insertCycle } from '../../../src/features/cycles/cycle.queries';
import { insertForm } from '../../../src/features/forms/form.queries';
import { saveSeatsOnOffer } from '../../../src/features/cycles/offer-of-seats.queries';
import { insertRubric } from '../../../src/features/forms/rubric.queries';
import type { Application } from '../../../src/features/applications';
import { insertApplication, insertSubmission, type NewApplication } from '../../../src/features/applications/application.queries';
import { saveCandidacies } from '../../../src/features/applications/candidacy.queries';
import { withAnswers } from '../../../src/features/applications/application';
import { insertPerson } from '../../../src/features/accounts';
import { aCollaborative } from './meeting';

/** A cycle as a record: open in November 2026, closing on 4 December at 23:59 Pacific. */
export const theCycle = (given: Partial<Cycle> = {}): Cycle => ({
  id: 'cycle',
  code: '2027-spring',
  name: { en: 'Spring 2027', es: 'Primavera de 2027' },
  status: 'open',
  opensAt: '2026-11-01T16:00:00.000Z',
  closesAt: '2026-12-05T07:59:00.000Z',
  reviewBy: '2027-01-15',
  decisionsOn: '2027-02-01',
  answerDays: 10,
  termStartsOn: '2027-03-01',
  termEndsOn: '2029-02-28',
  formId: 'form',
  rubricId: 'rubric',
  settings: usualCycleSettings,
  collaborativeIds: ['central', 'south'],
  version: 1,
  ...given,
});

/** The standard form as a record. */
export const theForm: Form = { id: 'form', number: 1, pages: standardForm, frozenAt: null };

/** A cycle in the database for these collaboratives, with a seat on offer for families in each. */
export async function aCycle(deps: Deps, collaboratives: readonly Collaborative[], given: Partial<Cycle> = {}): Promise<Cycle> {
  const formId = await insertForm(deps, { number: 1, pages: standardForm, frozenAt: null });
  const rubricId = await insertRubric(deps, { number: 1, criteria: standardRubric, writtenBy: 'Program office', frozenAt: null });
  const collaborativeIds = collaboratives.map(({ id }) => id);
  const cycle = await insertCycle(deps, { ...theCycle(), formId, rubricId, ...given, collaborativeIds });
  const seats = await Promise.all(
    collaboratives.map(({ id, code }) =>
      insertSeat(deps, {
        collaborativeId: id,
        code: `${code}-F1-${cycle.code}`,
        constituency: 'families',
        isVoting: true,
        takesApplications: true,
        termYears: 2,
        startsOn: '2020-07-01',
        endsOn: null,
      }),
    ),
  );
  await saveSeatsOnOffer(
    deps.db,
    cycle.id,
    seats.map(({ id }) => id),
  );
  return cycle;
}

export interface Town {
  readonly central: Collaborative;
  readonly south: Collaborative;
  readonly cycle: Cycle;
}

/** Two collaboratives, a split ZIP code, two schools of similar name, and an open cycle. */
export async function aTown(deps: Deps, given: Partial<Cycle> = {}): Promise<Town> {
  const central = await aCollaborative(deps, 'central');
  const south = await aCollaborative(deps, 'south');
  await saveZips(deps.db, [
    { zip: '90012', isSplit: true, shareOutside: 0, primaryId: central.id, shares: { [central.id]: 0.7, [south.id]: 0.3 } },
    { zip: '90059', isSplit: false, shareOutside: 0, primaryId: south.id, shares: { [south.id]: 1 } },
  ]);
  const school = {
    level: 'Elementary',
    grades: 'K-5',
    kind: 'district' as const,
    city: 'Los Angeles',
    zip: '90012',
    latitude: null,
    longitude: null,
  };
  await saveSchools(deps.db, [
    { ...school, id: '19647330000001', name: 'Castelar Street Elementary', collaborativeId: central.id },
    { ...school, id: '19647330000002', name: 'Castelar Annex Elementary', collaborativeId: central.id },
  ]);
  return { central, south, cycle: await aCycle(deps, [central, south], given) };
}

/** Complete answers of a parent who names these collaboratives. */
export const someAnswers = (collaborativeIds: readonly string[], given: Answers = {}): Answers => ({
  email: 'ana@example.org',
  age: 'adult',
  name: 'Ana Reyes',
  preferred_name: '',
  pronouns: '',
  phone: '213 555 0100',
  language: 'en',
  zip: '90012',
  constituency: 'families',
  school: 'Castelar Street Elementary',
  school_id: '19647330000001',
  grade_band: ['elementary'],
  collaboratives: collaborativeIds,
  connection: ['lives', 'child'],
  source: '',
  reasons: 'My children go to school here and I want to help.',
  experience: '',
  priorities: '',
  times: ['weekday_evenings'],
  full_term: 'yes',
  access: ['interpreter'],
  access_words: '',
  conflicts: [],
  conflicts_words: '',
  reference_1: '',
  reference_2: '',
  consent_record: 'yes',
  consent_conduct: 'yes',
  consent_directory: '',
  consent_photo: '',
  consent_mail: 'yes',
  ...given,
});

/** An application as a record. */
export const theApplication = (given: Partial<Application> = {}): Application => ({
  id: 'application',
  reference: '7KQ4-XM2P',
  cycleId: 'cycle',
  personId: null,
  status: 'draft',
  locale: 'en',
  email: 'ana@example.org',
  addressProvedAt: null,
  name: '',
  constituency: null,
  zip: null,
  schoolId: null,
  formId: null,
  answers: {},
  pendingAnswers: null,
  enteredBy: null,
  begunAt: '2026-11-10T20:00:00.000Z',
  savedAt: '2026-11-10T20:00:00.000Z',
  submittedAt: null,
  withdrawnAt: null,
  lateCodeId: null,
  extendedUntil: null,
  version: 1,
  ...given,
});

/** An application that was sent, with its person, its candidacies and the copy kept. */
export async function aSentApplication(
  deps: Deps,
  cycle: Cycle,
  answers: Answers,
  given: Partial<NewApplication> = {},
): Promise<Application> {
  const draft = withAnswers(theApplication({ cycleId: cycle.id, submittedAt: '2026-11-12T20:00:00.000Z' }), answers);
  const person = await insertPerson(deps, { name: draft.name, email: draft.email, locale: draft.locale });
  const application = await insertApplication(deps, {
    ...draft,
    reference: readableCode(deps.random),
    status: 'submitted',
    personId: person.id,
    ...given,
  });
  await insertSubmission(deps, application);
  await saveCandidacies(deps, application);
  return application;
}
