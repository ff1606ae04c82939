import { Readable } from 'node:stream';
import type { Deps } from '../../../src/deps';
import { writeIncoming } from '../../../src/files/store';
import { readCompletion } from '../../../src/features/onboarding/task-file.actions';
import { insertTasks } from '../../../src/features/onboarding/task.queries';
import { saveDemographics, type Application } from '../../../src/features/applications';
import { insertReviews, newReview, saveScores } from '../../../src/features/reviews';
import { releaseSlate } from '../../../src/features/offers/release.actions';
import { approveSlate, returnSlate } from '../../../src/features/selection/approval.actions';
import { askForReview } from '../../../src/features/offers/procedure.actions';
import { askQuestion } from '../../../src/features/offers/question.actions';
import { acceptOffer } from '../../../src/features/offers/offer.actions';
import { placeCandidate, sendSlate } from '../../../src/features/selection/slate.actions';
import { beginPlan, completeTask, listTasks, planOf } from '../../../src/features/onboarding';
import { makeWhatIf } from '../../../src/features/selection/what-if.actions';
import { announceLot } from '../../../src/features/lots/lot.actions';
import { getRubric, type Cycle } from '../../../src/features/cycles';
import { visitor, type Actor } from '../../../src/lib/actor';
import { aCycle } from '../builders/application';
import { aSeatOnOffer, anApplicant, candidacyOf, scored } from '../selection-scene';
import { aPdf } from '../files';
import { canaries } from './canaries';
import type { Ground } from './district';
import { actorOf, type Standing } from './people';

type Some = Readonly<Record<Standing, string>>;

/** Applicants of the cycle in review: scored, half scored and recused from; and one of South. The slate waits for its approver. */
export async function applicantsOf(ground: Ground, people: Some) {
  const { deps, scene, central, south } = ground;
  const { cycle, reviewers } = scene;
  const private_ = {
    reasons: canaries.essay,
    access_words: canaries.accessWords,
    conflicts: ['family'],
    conflicts_words: canaries.conflictWords,
    phone: canaries.phone,
  };
  const ana = await anApplicant(deps, cycle, { name: 'Ana First', to: [central], answers: private_ });
  const bo = await anApplicant(deps, cycle, { name: 'Bo Second', to: [central] });
  const cy = await anApplicant(deps, cycle, { name: 'Cy Third', to: [central] });
  const sol = await anApplicant(deps, cycle, { name: 'Soledad South', to: [south], answers: { reasons: canaries.southEssay } });
  await saveDemographics(deps.db, ana.id, { gender: canaries.demographics });
  await deps
    .db('people')
    .where({ id: ana.personId ?? '' })
    .update({ phone: canaries.phone, address: canaries.address });
  const candidacies = {
    ana: await candidacyOf(deps, ana, central),
    bo: await candidacyOf(deps, bo, central),
    cy: await candidacyOf(deps, cy, central),
  };
  await scored(deps, cycle, { candidacyId: candidacies.ana.id, reviewers, score: 4, comment: canaries.reviewComment });
  const solCandidacy = await candidacyOf(deps, sol, south);
  const southReviewer = { ...scene.stranger, id: people.otherReviewer };
  await scored(deps, cycle, { candidacyId: solCandidacy.id, reviewers: [southReviewer], score: 3, comment: canaries.southComment });
  const [first = '', second = '', third = ''] = reviewers.map(({ id }) => id);
  await deps.db('panel_comments').insert({
    id: deps.newId(),
    candidacy_id: candidacies.ana.id,
    author_id: people.reviewer,
    text: canaries.panelComment,
    written_at: deps.clock.now(),
  });
  const redaction = deps.newId();
  const hides = { application_id: ana.id, question: 'priorities', words: 'nothing', hidden_by: people.staff, hidden_at: deps.clock.now() };
  await deps.db('redactions').insert({ id: redaction, ...hides });
  const reading = await readingOf(ground, first);
  const review = await aReview(ground, { candidacyId: candidacies.bo.id, reviewerId: first, status: 'in_progress' });
  await aReview(ground, { candidacyId: candidacies.bo.id, reviewerId: second, status: 'in_progress', words: canaries.scoreDraft });
  await aReview(ground, { candidacyId: candidacies.cy.id, reviewerId: third, status: 'recused', words: canaries.recusal });
  const address = { code: cycle.code, slug: 'central' };
  const staff = await actorOf(deps, people.staff);
  const placing = { version: 0, seat: 'seat', reason: 'words' as const, reasonWords: canaries.placingReason };
  await placeCandidate(deps, staff, address, { ...placing, candidacyId: candidacies.bo.id });
  await sendSlate(deps, staff, address, 1);
  const whatIf = await makeWhatIf(deps, staff, address, { name: 'A trial', beginning: 'slate', alternates: 0 });
  const tied = [
    { candidacyId: candidacies.bo.id, reference: bo.reference, name: 'Bo Second' },
    { candidacyId: candidacies.cy.id, reference: cy.reference, name: 'Cy Third' },
  ];
  const place = { cycleId: cycle.id, collaborativeId: central.id };
  const plan = { candidacy: candidacies.bo.id, source: 'two_people' as const, sourceWords: '', drawAt: '2026-11-10T02:00:00.000Z' };
  const lot = await announceLot(deps, staff, place, [{ constituency: 'families', decides: true, people: tied }], plan);
  const slate = await deps.db('slates').where({ cycle_id: cycle.id }).first<{ id: string; version: number }>();
  await returnSlate(deps, await actorOf(deps, people.approver), slate.id, { version: slate.version, words: canaries.returnWords });
  const now = await deps.db('slates').where({ id: slate.id }).first<{ version: number }>();
  await sendSlate(deps, staff, address, now.version);
  return {
    people: { applicant: ana.personId ?? '', otherApplicant: sol.personId ?? '' },
    ids: {
      ref: ana.reference,
      candidacy: candidacies.ana.id,
      candidacyBo: candidacies.bo.id,
      review,
      slate: slate.id,
      whatIf,
      lot,
      panelMember: first,
      ...reading,
      redaction,
      otherRef: sol.reference,
    },
  };
}

/** What a reviewer said about how they read. */
async function readingOf({ deps }: Ground, personId: string): Promise<{ absence: string; standingConflict: string }> {
  const [absence, standingConflict] = [deps.newId(), deps.newId()];
  await deps.db('reviewer_absences').insert({ id: absence, person_id: personId, from_on: '2026-12-24', to_on: '2026-12-26' });
  const declared = { kind: 'person' as const, name: canaries.standingConflict, declared_at: deps.clock.now() };
  await deps.db('standing_conflicts').insert({ id: standingConflict, person_id: personId, ...declared });
  return { absence, standingConflict };
}

interface Wanted {
  readonly candidacyId: string;
  readonly reviewerId: string;
  readonly status: 'in_progress' | 'recused';
  readonly words?: string;
}

async function aReview({ deps, scene }: Ground, { candidacyId, reviewerId, status, words = '' }: Wanted): Promise<string> {
  const isRecused = status === 'recused';
  const handedOut = newReview({ id: deps.newId(), candidacyId, reviewerId, assignedAt: deps.clock.now(), assignedBy: null });
  const review = { ...handedOut, status, recusalGround: isRecused ? ('friend' as const) : null, recusalWords: isRecused ? words : null };
  await insertReviews(deps.db, [review]);
  const [criterion] = (await getRubric(deps.db, scene.cycle.rubricId)).criteria;
  if (!isRecused) await saveScores(deps.db, review.id, [{ criterion: criterion?.key ?? '', score: 2, comment: words }]);
  return review.id;
}

/** A cycle whose letters went out: Olga may still answer her offer, Paco took his seat and has begun his checklist. */
export async function offersOf(ground: Ground, people: Some) {
  const { deps, central, south } = ground;
  const dates = {
    opensAt: '2026-08-01T16:00:00.000Z',
    closesAt: '2026-09-01T07:59:00.000Z',
    reviewBy: '2026-09-20',
    decisionsOn: '2026-10-01',
  };
  const terms = { termStartsOn: '2026-11-01', termEndsOn: '2028-10-31', answerDays: 60 };
  const cycle = await aCycle(deps, [central, south], { code: '2026-summer', status: 'in_review', ...dates, ...terms });
  await aSeatOnOffer(deps, cycle, central, { code: 'C-F2-2026' });
  const paco = await anApplicant(deps, cycle, { name: 'Paco Newcomer', to: [central], answers: { phone: canaries.phone } });
  const rufo = await anApplicant(deps, cycle, { name: 'Rufo Refused', to: [central] });
  await release(ground, people, cycle, [paco, await anApplicant(deps, cycle, { name: 'Olga Offer', to: [central] })]);
  const newcomer = await actorOf(deps, paco.personId ?? '');
  await acceptOffer(deps, newcomer, { reference: paco.reference }, beginPlan);
  const checklist = await checklistOf(ground, newcomer);
  const olga = await deps.db('applications').where({ name: 'Olga Offer' }).first<{ id: string; reference: string; person_id: string }>();
  const [openOffer = ''] = await deps.db('offers').where({ application_id: olga.id, status: 'open' }).pluck('id');
  await askQuestion(deps, await actorOf(deps, olga.person_id), { reference: olga.reference, words: canaries.offerQuestion });
  const question = await deps.db('offer_questions').first<{ id: string; offer_id: string }>();
  const offer = { id: question.offer_id };
  const { id: candidacyId } = await candidacyOf(deps, rufo, central);
  await askForReview(deps, visitor('en', [rufo.id]), { reference: rufo.reference, candidacyId, words: canaries.procedureReview });
  const procedure = await deps.db('procedure_reviews').first<{ id: string }>();
  return {
    people: { newcomer: newcomer.id, invited: olga.person_id },
    ids: {
      ...checklist,
      offerRef: olga.reference,
      openOffer,
      refusedRef: rufo.reference,
      refusedCandidacy: candidacyId,
      procedureReview: procedure.id,
      offer: offer.id,
      offerQuestion: question.id,
      newcomerRef: paco.reference,
    },
  };
}

/** Paco signs that he has a conflict; the ids of his seat, his plan and its steps. */
async function checklistOf({ deps }: Ground, newcomer: Actor & { readonly id: string }): Promise<Record<string, string>> {
  const membership = await deps.db('memberships').where({ person_id: newcomer.id }).first<{ id: string; seat_id: string }>();
  const plan = (await planOf(deps.db, membership.id))?.id ?? '';
  const tasks = await listTasks(deps.db, [plan]);
  const task = (wanted: string): string => tasks.find(({ key, kind }) => key === wanted || kind === wanted)?.id ?? '';
  const values = { has_conflict: 'yes', details: canaries.onboardingConflict };
  await completeTask(deps, newcomer, task('conflict_statement'), { version: 1, values });
  const fileTask = await aFileBrought(deps, newcomer, plan);
  const steps = { task: task('code_of_conduct'), staffTask: task('staff_check'), attendTask: task('attend'), fileTask };
  return { membership: membership.id, seat: membership.seat_id, plan, ...steps };
}

/** A step of the collaborative's own that asked for a paper, and the paper. */
async function aFileBrought(deps: Deps, newcomer: Actor & { readonly id: string }, planId: string): Promise<string> {
  const [like] = await listTasks(deps.db, [planId]);
  const step = { ...like!, id: deps.newId(), key: 'own_1', place: 99, kind: 'upload' as const, isRequired: false };
  await insertTasks(deps.db, [step]);
  const incoming = await writeIncoming(deps, Readable.from([aPdf()]));
  const form = await readCompletion(deps, step, { version: '1' }, { ...incoming, givenName: `${canaries.onboardingFile}.pdf` });
  if (!form.ok) throw new Error('the file was refused');
  await completeTask(deps, newcomer, step.id, form.values);
  return step.id;
}

async function release({ deps, central, scene }: Ground, people: Some, cycle: Cycle, applications: readonly Application[]): Promise<void> {
  const staff = await actorOf(deps, people.staff);
  const address = { code: cycle.code, slug: 'central' };
  const version = async (): Promise<number> =>
    (await deps.db('slates').where({ cycle_id: cycle.id }).first<{ version: number } | undefined>())?.version ?? 0;
  for (const application of applications) {
    const { id } = await candidacyOf(deps, application, central);
    await scored(deps, cycle, { candidacyId: id, reviewers: scene.reviewers, score: 3 });
    const placing = { candidacyId: id, seat: 'seat', reason: 'words' as const, reasonWords: 'Both fit.' };
    await placeCandidate(deps, staff, address, { ...placing, version: await version() });
  }
  await sendSlate(deps, staff, address, await version());
  const { id } = await deps.db('slates').where({ cycle_id: cycle.id }).first<{ id: string }>();
  await approveSlate(deps, await actorOf(deps, people.approver), id, await version());
  await releaseSlate(deps, staff, address, await version());
}
