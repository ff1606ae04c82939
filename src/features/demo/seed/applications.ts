import type { CandidacyStatus } from '../../applications';
import type { Constituency, Cycle } from '../../cycles';
import { readableCode } from '../../../lib/ids';
import { fold } from '../../../lib/text';
import { fromInstant, plusElapsed, type Instant } from '../../../lib/time';
import { inventCare, inventExperience, inventWhy } from './essays';
import { insertPeople, inventPerson, type NewPerson } from './people';
import { insertRows } from './rows.queries';
import type { Body, World } from './world';

/** An application of the demo, with what the parts after it need. */
export interface DemoApplication {
  readonly id: string;
  readonly person: NewPerson;
  readonly locale: 'en' | 'es';
  readonly constituency: Constituency;
  readonly submittedAt: Instant;
  readonly candidacies: readonly { readonly id: string; readonly bodyId: string }[];
}

interface Batch {
  readonly cycle: Cycle;
  readonly body: Body;
  readonly count: number;
  /** How the first choice stands. */
  readonly status: (index: number) => CandidacyStatus;
  /** The person of the first application, where it is one whom the demo must find again. */
  readonly firstPersonId?: string;
}

type Place = { readonly zip: string; readonly schoolId: string };

const mix: readonly (readonly [Constituency, number])[] = [
  ['families', 0.46],
  ['community', 0.24],
  ['organizations', 0.12],
  ['philanthropy', 0.05],
  ['business', 0.13],
];

/** Files applications of one body as first choice, with people, candidacies, kept submissions and history. */
export async function insertApplications(world: World, batch: Batch, places: readonly Place[]): Promise<DemoApplication[]> {
  const made = Array.from({ length: batch.count }, (_, index) => application(world, batch, places, index));
  const rows = made.map(({ row }) => row);
  const { db } = world.deps;
  const people = made.map(({ person }) => person);
  const candidacies = made.flatMap((one) => one.candidacies);
  const submissions = rows.map((row) => submissionRow(world, row));
  const demographics = rows.filter(() => world.chance.often(0.7)).map(({ id }) => demographicsRow(world, id));
  await insertPeople(world, people, false);
  await insertRows(db, 'applications', rows);
  await insertRows(db, 'application_submissions', submissions);
  await insertRows(db, 'candidacies', candidacies);
  await insertRows(db, 'application_demographics', demographics);
  world.happened.push(...rows.map(submitted));
  return made.map(toDemoApplication);
}

const submitted = ({ id, submitted_at: at }: ApplicationRow): World['happened'][number] => ({
  action: 'applications.submit',
  actor: 'system',
  subject: { kind: 'application', id },
  collaborativeId: null,
  after: { submission: 1 },
  at,
});

const toDemoApplication = ({ row, person, locale, constituency, candidacies }: ReturnType<typeof application>): DemoApplication => ({
  id: row.id,
  person,
  locale,
  constituency,
  submittedAt: row.submitted_at,
  candidacies: candidacies.map((candidacy) => ({ id: candidacy.id, bodyId: candidacy.collaborative_id })),
});

function application(world: World, batch: Batch, places: readonly Place[], index: number) {
  const { chance, deps } = world;
  const locale: 'en' | 'es' = chance.often(0.52) ? 'es' : 'en';
  const submittedAt = momentWithin(world, batch.cycle);
  const place = chance.pick(places);
  const id = index === 0 && batch.firstPersonId !== undefined ? { id: batch.firstPersonId } : {};
  const person = inventPerson(world, { locale, at: submittedAt, zip: place.zip, ...id });
  const constituency = constituencyBy(chance.next());
  const choices = [batch.body, ...furtherChoices(world, batch.body)];
  const answers = answersOf(world, { person, locale, constituency, place, choices });
  const row = {
    id: deps.newId(),
    reference: readableCode(chance.bytes),
    cycle_id: batch.cycle.id,
    person_id: person.id,
    status: 'submitted' as const,
    locale,
    address_proved_at: null,
    late_code_id: null,
    extended_until: null,
    email: person.email,
    name: person.name,
    folded_name: fold(person.name),
    constituency,
    zip: place.zip,
    school_id: constituency === 'families' ? place.schoolId : null,
    form_id: batch.cycle.formId,
    answers: JSON.stringify(answers),
    pending_answers: null,
    entered_by: null,
    begun_at: plusElapsed(submittedAt, { minutes: -chance.whole(9, 40) }),
    saved_at: submittedAt,
    submitted_at: submittedAt,
    withdrawn_at: null,
    version: 3,
  };
  return { row, person, locale, constituency, candidacies: candidacyRows(world, batch, row, choices, index) };
}

const constituencyBy = (chance: number): Constituency => {
  let sum = 0;
  for (const [constituency, share] of mix) {
    sum += share;
    if (chance < sum) return constituency;
  }
  return 'families';
};

/** More come near the end, as they do. */
function momentWithin({ chance }: World, cycle: Cycle): Instant {
  const length = fromInstant(cycle.closesAt).diff(fromInstant(cycle.opensAt)).as('minutes');
  return plusElapsed(cycle.opensAt, { minutes: Math.floor(length * Math.sqrt(chance.next()) * 0.999) });
}

function furtherChoices(world: World, first: Body): Body[] {
  const count = world.chance.often(0.34) ? (world.chance.often(0.3) ? 2 : 1) : 0;
  const others = world.bodies.filter((body) => body.id !== first.id);
  const start = world.chance.whole(0, others.length - 1);
  return others.slice(start, start + count);
}

interface Told {
  readonly person: NewPerson;
  readonly locale: 'en' | 'es';
  readonly constituency: Constituency;
  readonly place: Place;
  readonly choices: readonly Body[];
}

function answersOf({ chance }: World, { person, locale, constituency, place, choices }: Told) {
  const maybe = (share: number, answer: () => Record<string, unknown>) => (chance.often(share) ? answer() : {});
  return {
    email: person.email,
    age: 'adult',
    name: person.name,
    phone: phoneOf(chance.whole(10_000, 79_999)),
    language: locale,
    zip: place.zip,
    constituency,
    ...(constituency === 'families' ? schoolAnswers(chance.pick(['elementary', 'middle', 'high']), place.schoolId) : {}),
    collaboratives: choices.map((body) => body.id),
    connection: ties[constituency],
    source: chance.pick(['school', 'school', 'friend', 'organization', 'media']),
    reasons: inventWhy(chance, locale),
    ...maybe(0.75, () => ({ experience: inventExperience(chance, locale) })),
    ...maybe(0.6, () => ({ priorities: inventCare(chance, locale) })),
    times: chance.pick([['weekday_evenings'], ['weekday_evenings'], ['weekday_mornings', 'saturdays']]),
    full_term: chance.pick([...Array<string>(16).fill('yes'), 'no']),
    ...maybe(0.2, () => ({ access: [chance.pick(['interpreter', 'child_care', 'transport'])] })),
    consent_record: 'yes',
    consent_conduct: 'yes',
    ...maybe(0.8, () => ({ consent_mail: 'yes' })),
  };
}

/** A number that nobody has: 555, in one of the area codes of the city. */
const phoneOf = (number: number): string =>
  `${areaCodes[Math.floor(number / 10_000) - 1] ?? '213'} 555 ${String(number % 10_000).padStart(4, '0')}`;

const areaCodes = ['213', '323', '310', '818', '424', '747', '562'];

const schoolAnswers = (gradeBand: string, schoolId: string) => ({ school: schoolId, school_id: schoolId, grade_band: [gradeBand] });

const ties: Readonly<Record<Constituency, readonly string[]>> = {
  families: ['lives', 'child'],
  students: ['lives', 'student'],
  community: ['lives'],
  organizations: ['lives', 'serves'],
  philanthropy: ['serves'],
  business: ['works'],
  at_large: ['lives'],
};

type ApplicationRow = ReturnType<typeof application>['row'];

interface Said {
  readonly id: string;
  readonly constituency: Constituency;
  readonly submitted_at: Instant;
  readonly folded_name: string;
  readonly zip: string;
  readonly school_id: string | null;
  readonly locale: string;
}

function candidacyRows(world: World, batch: Batch, row: Said, choices: readonly Body[], index: number) {
  return choices.map((body, place) => {
    const status = batch.status(index);
    const isDecided = status !== 'in_review';
    return {
      id: world.deps.newId(),
      application_id: row.id,
      cycle_id: batch.cycle.id,
      collaborative_id: body.id,
      preference: place + 1,
      status: place === 0 || !isDecided ? status : ('not_selected' as const),
      is_reviewed: place === 0,
      constituency: row.constituency,
      submitted_at: row.submitted_at,
      decided_at: isDecided ? `${batch.cycle.decisionsOn}T18:00:00.000Z` : null,
      version: 1,
      folded_name: row.folded_name,
      zip: row.zip,
      school_id: row.school_id ?? '',
      locale: row.locale,
      came_in: 'web' as const,
      choices: choices.length,
      file_count: 0,
      reviews_assigned: 0,
      reviews_complete: 0,
      is_listed: true,
    };
  });
}

const submissionRow = (world: World, row: ApplicationRow) => ({
  id: world.deps.newId(),
  application_id: row.id,
  number: 1,
  submitted_at: row.submitted_at,
  answers: row.answers,
  form_id: row.form_id,
});

const demographicsRow = ({ chance }: World, applicationId: string) => ({
  application_id: applicationId,
  answers: JSON.stringify({
    home_language: chance.pick(['español', 'English', 'English, español', 'Հայերեն', '한국어']),
    gender: chance.pick(['woman', 'woman', 'man', 'unsaid']),
    heritage: [chance.pick(['latino', 'latino', 'latino', 'black', 'asian', 'white', 'unsaid'])],
  }),
});
