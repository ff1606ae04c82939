import { panelPolicy, reviewPolicy } from '../../../src/features/reviews/review.policy';
import { offerPolicy } from '../../../src/features/offers/offer.policy';
import { slatePolicy } from '../../../src/features/selection/slate.policy';
import { visitor, type Actor, type Grant } from '../../../src/lib/actor';

const person = (id: string, grants: readonly Grant[] = [], given: Partial<Actor> = {}): Actor => ({
  ...visitor('en'),
  id,
  name: id,
  grants,
  ...given,
});

const grant = (role: Grant['role'], collaborativeId: string | null, cycleId: string | null = null): Grant => ({
  role,
  collaborativeId,
  cycleId,
});

/** Every kind of person, for the collaborative `central` in the cycle `spring`; the applicant is `ana`. */
const everyone: readonly Actor[] = [
  visitor('en'),
  person('stranger'),
  person('ana'),
  { ...visitor('en', ['application']), name: 'link' },
  person('member', [], { seats: [{ membershipId: 'm', collaborativeId: 'central', status: 'active' }] }),
  person('chair', [], { offices: [{ office: 'chair', collaborativeId: 'central' }] }),
  person('reviewer', [grant('reviewer', 'central', 'spring')]),
  person('reviewer-south', [grant('reviewer', 'south', 'spring')]),
  person('reviewer-before', [grant('reviewer', 'central', 'autumn')]),
  person('staff', [grant('staff', 'central')]),
  person('staff-south', [grant('staff', 'south')]),
  person('approver', [grant('approver', 'central')]),
  person('approver-south', [grant('approver', 'south')]),
  person('staff-approver', [grant('staff', 'central'), grant('approver', 'central')]),
  person('caller', [grant('caller', 'central', 'spring')]),
  person('administrator', [grant('administrator', null)]),
];

const allowedIn = (policy: (actor: Actor) => { allowed: boolean }): string[] =>
  everyone.filter((actor) => policy(actor).allowed).map((actor) => actor.id ?? actor.name);

describe('who may', () => {
  const central = { collaborativeId: 'central', sentBy: 'staff-approver' };
  const review = { cycleId: 'spring', collaborativeId: 'central', applicantId: 'ana', status: 'complete' } as const;
  const ofEach = (given: object = {}) =>
    allowedIn((actor) => reviewPolicy.view(actor, { ...review, reviewerId: actor.id ?? 'nobody', ...given }));

  it('arrange a panel: staff there and administrators', () => {
    expect(allowedIn((actor) => panelPolicy.manage(actor, central))).toEqual(['staff', 'staff-approver', 'administrator']);
  });

  it('open a file with its scores: the same, but never their own', () => {
    expect(allowedIn((actor) => panelPolicy.viewFile(actor, { collaborativeId: 'central', applicantId: 'ana' }))).toEqual([
      'staff',
      'staff-approver',
      'administrator',
    ]);
    expect(allowedIn((actor) => panelPolicy.viewFile(actor, { collaborativeId: 'central', applicantId: 'staff' }))).toEqual([
      'staff-approver',
      'administrator',
    ]);
  });

  it('read and score a review: its reviewer, on that panel, until recused, and never their own file', () => {
    expect(ofEach()).toEqual(['reviewer']);
    expect(ofEach({ status: 'recused' })).toEqual([]);
    expect(ofEach({ applicantId: 'reviewer' })).toEqual([]);
    expect(allowedIn((actor) => reviewPolicy.view(actor, { ...review, reviewerId: 'someone' }))).toEqual([]);
  });

  it('see the panel’s reviews: only after their own', () => {
    const states = ['assigned', 'in_progress', 'complete', 'recused'] as const;
    const seen = states.filter((status) => reviewPolicy.viewPanel(everyone[6]!, { ...review, reviewerId: 'reviewer', status }).allowed);
    expect(seen).toEqual(['complete']);
  });

  it('see the board, propose, release', () => {
    expect(allowedIn((actor) => slatePolicy.view(actor, central))).toEqual(['staff', 'staff-approver', 'administrator']);
    expect(allowedIn((actor) => slatePolicy.propose(actor, central))).toEqual(['staff', 'staff-approver']);
    expect(allowedIn((actor) => slatePolicy.release(actor, central))).toEqual(['staff', 'staff-approver', 'administrator']);
  });

  it('approve: an approver there who did not send it', () => {
    expect(allowedIn((actor) => slatePolicy.viewAsApprover(actor, central))).toEqual(['approver', 'staff-approver']);
    expect(allowedIn((actor) => slatePolicy.viewAsApprover(actor, { ...central, sentBy: null }))).toEqual([]);
    expect(allowedIn((actor) => slatePolicy.decide(actor, central))).toEqual(['approver']);
    expect(allowedIn((actor) => slatePolicy.decide(actor, { ...central, sentBy: null }))).toEqual(['approver', 'staff-approver']);
  });

  it('answer an offer: the applicant, or who holds the letter’s link', () => {
    expect(allowedIn((actor) => offerPolicy.answer(actor, { applicationId: 'application', applicantId: 'ana' }))).toEqual(['ana', 'link']);
    expect(allowedIn((actor) => offerPolicy.answer(actor, { applicationId: 'other', applicantId: null }))).toEqual([]);
  });

  it('write down an answer heard on the phone: staff there, administrators and callers of the cycle, never about themselves', () => {
    const central = { applicantId: 'ana', cycleId: 'spring', collaborativeId: 'central' };
    expect(allowedIn((actor) => offerPolicy.answerByPhone(actor, central))).toEqual(['staff', 'staff-approver', 'caller', 'administrator']);
    expect(allowedIn((actor) => offerPolicy.answerByPhone(actor, { ...central, applicantId: 'caller' }))).toEqual([
      'staff',
      'staff-approver',
      'administrator',
    ]);
    expect(allowedIn((actor) => offerPolicy.answerByPhone(actor, { ...central, cycleId: 'autumn' }))).toEqual([
      'staff',
      'staff-approver',
      'administrator',
    ]);
  });
});
