import type { Collaborative } from '../../../src/features/collaboratives';
import type { Deps } from '../../../src/deps';
import { insertApplication } from '../../../src/features/applications';
import type { Cycle } from '../../../src/features/cycles';
import { aCycle, theApplication } from '../builders/application';
import { aComingCycle } from './coming';
import { anEmail } from '../builders/email';
import { queueEmail } from '../../../src/mail/queue-email';
import type { TestProduct } from '../app';
import { canaries } from './canaries';
import { signedInAs, visitorBrowser, type Browser } from '../browser';
import { aScene, type Scene } from '../selection-scene';
import { adviceOf } from './advice';
import { aPaperLetter } from '../letter-scene';
import { printLetters } from '../../../src/features/outreach/letter.actions';
import { actorOf } from './people';
import { applicantsOf, offersOf } from './applicants';
import { deskOf } from './desk';
import { lateOf } from './late';
import { meetingsOf } from './meetings';
import { kinds, peopleOf, type Kind, type Known } from './people';
import { aStudent } from './student';

export type People = Readonly<Record<Known, string>>;

/** What the parts of the district are made with. */
export interface Ground {
  readonly product: TestProduct;
  readonly deps: Deps;
  readonly scene: Scene;
  readonly central: Collaborative;
  readonly south: Collaborative;
}

/** One of everything there is, for both bodies, in states in which it can be opened; ids by name. */
export interface District {
  readonly scene: Scene;
  readonly people: People;
  readonly ids: Readonly<Record<string, string>>;
  readonly browsers: Readonly<Record<Kind, Browser>>;
}

/** The evening on which the tests stand: a meeting of Central is in session. */
export const districtNow = '2026-11-21T20:30:00.000Z';

/** Fills an empty product: people of every kind, a cycle in review, one released, one open, meetings, advice, questions. */
export async function aDistrict(product: TestProduct): Promise<District> {
  const { deps, clock } = product;
  clock.moveTo('2026-11-01T20:00:00.000Z');
  const scene = await aScene(deps);
  const { central, south } = scene;
  const ground: Ground = { product, deps, scene, central, south };
  const some = await peopleOf(deps, scene);
  const applicants = await applicantsOf(ground, some);
  const offers = await offersOf(ground, some);
  const fall = await aCycle(deps, [central, south], {
    code: '2027-fall',
    status: 'open',
    opensAt: '2026-10-01T16:00:00.000Z',
    closesAt: '2027-03-01T07:59:00.000Z',
    reviewBy: '2027-04-01',
    decisionsOn: '2027-05-01',
  });
  const people: People = { ...some, ...applicants.people, ...offers.people };
  await aDraft(ground, people, fall);
  await aComingCycle(deps, [central, south]);
  const ids = {
    ...applicants.ids,
    ...offers.ids,
    ...(await meetingsOf(ground, people)),
    ...(await adviceOf(ground, people)),
    ...(await deskOf(ground, people)),
    ...(await aStudent(ground, people.staff)),
    ...(await lateOf(ground, people, fall)),
  };
  clock.moveTo(districtNow);
  const letters = await lettersOf(ground, people);
  const browsers = await everyone(product, people);
  return { scene, people, ids: { ...ids, ...letters, ...(await oddIds(ground, people)), heldMail: await heldMail(deps) }, browsers };
}

/** A mail of which nobody knows whether it arrived. */
async function heldMail(deps: Deps): Promise<string> {
  await queueEmail(deps, anEmail('held'));
  const { dedupeKey } = anEmail('held');
  const [id = ''] = await deps.db('outbox').where('dedupe_key', dedupeKey).pluck('id');
  await deps.db('outbox').where({ id }).update({ status: 'held', problem: 'unknown', finished_at: deps.clock.now() });
  return id;
}

/** Somebody without e-mail has a letter from Central that was printed and is not posted. */
async function lettersOf({ deps, central }: Ground, people: People): Promise<Record<string, string>> {
  const letter = await aPaperLetter(deps, central, { name: canaries.paperLetter, address: canaries.address });
  const run = await printLetters(deps, await actorOf(deps, people.staff), central.id, [letter]);
  return { letter, letterRun: run ?? '' };
}

/** Ana has begun to apply once more. */
async function aDraft({ deps }: Ground, people: People, cycle: Cycle): Promise<void> {
  const draft = theApplication({ cycleId: cycle.id, personId: people.applicant, reference: 'DRFT-0001', email: 'ana.first@example.org' });
  await insertApplication(deps, draft);
}

/** Mia lets everyone read a few words about her. */
async function aProfile({ db, clock }: Deps, personId: string): Promise<void> {
  const words = JSON.stringify({ en: 'Keeps bees.', es: '' });
  const said = { biography: words, alt: '{}', consented_at: clock.now(), consent_text: 'I agree' };
  await db('member_profiles').insert({ person_id: personId, ...said });
}

async function oddIds({ deps, central }: Ground, people: People): Promise<Record<string, string>> {
  await aProfile(deps, people.member);
  const role = await deps.db('roles').where({ person_id: people.staff }).first('id');
  return { ...people, roleOfStaff: role?.id ?? '', centralId: central.id };
}

async function everyone(product: TestProduct, people: People): Promise<Record<Kind, Browser>> {
  const found: Partial<Record<Kind, Browser>> = {};
  for (const kind of kinds) found[kind] = kind === 'visitor' ? visitorBrowser(product) : await signedInAs(product, people[kind]);
  return found as Record<Kind, Browser>;
}
