import { visitor, type Actor } from '../../../src/lib/actor';
import { Conflict, IllegalTransition } from '../../../src/lib/errors';
import {
  answersForReview,
  applicationMachine,
  isBeingWritten,
  submit,
  withAnswers,
  withdraw,
  workingAnswers,
  write,
  type ApplicationStatus,
} from '../../../src/features/applications/application';
import { applicationPolicy } from '../../../src/features/applications/application.policy';
import { candidacyMachine, isLive, type CandidacyStatus } from '../../../src/features/applications/candidacy';
import { mayWithdraw, standingOf } from '../../../src/features/applications/status.views';
import type { CycleStatus } from '../../../src/features/cycles/cycle';
import { someAnswers, theApplication, theCycle, theForm } from '../../support/builders/application';

const applicationPromised: Readonly<Record<ApplicationStatus, Readonly<Record<string, ApplicationStatus>>>> = {
  draft: { submit: 'submitted', discard: 'discarded' },
  submitted: { submit: 'submitted', withdraw: 'withdrawn' },
  withdrawn: { reinstate: 'submitted' },
  discarded: {},
};

const candidacyPromised: Readonly<Record<CandidacyStatus, Readonly<Record<string, CandidacyStatus>>>> = {
  in_review: { offer: 'offered', placeAsAlternate: 'alternate', refuse: 'not_selected', withdraw: 'withdrawn' },
  offered: { accept: 'accepted', decline: 'declined', lapse: 'lapsed', withdraw: 'withdrawn' },
  alternate: { offer: 'offered', expire: 'expired', withdraw: 'withdrawn' },
  not_selected: {},
  accepted: {},
  declined: {},
  lapsed: {},
  expired: {},
  withdrawn: { reinstate: 'in_review' },
};

describe('the lifecycles', () => {
  it.each(Object.keys(applicationPromised) as ApplicationStatus[])('an application that is %s takes the steps we promise', (status) => {
    const taken = Object.fromEntries(applicationMachine.eventsFrom(status).map((event) => [event, applicationMachine.next(status, event)]));
    expect(taken).toEqual(applicationPromised[status]);
  });

  it.each(Object.keys(candidacyPromised) as CandidacyStatus[])('a candidacy that is %s takes the steps we promise', (status) => {
    const taken = Object.fromEntries(candidacyMachine.eventsFrom(status).map((event) => [event, candidacyMachine.next(status, event)]));
    expect(taken).toEqual(candidacyPromised[status]);
  });

  it('have no other states', () => {
    expect([applicationMachine.states, candidacyMachine.states]).toEqual([
      Object.keys(applicationPromised),
      Object.keys(candidacyPromised),
    ]);
  });

  it('count as live what can be withdrawn', () => {
    expect(candidacyMachine.states.filter((status) => isLive({ status }))).toEqual(['in_review', 'offered', 'alternate']);
  });
});

describe('writing and sending', () => {
  const now = '2026-11-12T20:00:00.000Z';

  it('keeps a draft as it is written, with its name and language', () => {
    const draft = write(theApplication(), { name: 'María Peña', language: 'es', zip: '90012' }, now);
    expect([draft.name, draft.locale, draft.zip, draft.answers['name'], draft.pendingAnswers]).toEqual([
      'María Peña',
      'es',
      '90012',
      'María Peña',
      null,
    ]);
  });

  it('lets changes after sending wait beside what was sent', () => {
    const sent = { ...withAnswers(theApplication({ status: 'submitted' }), someAnswers(['central'])), submittedAt: now };
    const changed = write(sent, { reasons: 'Another reason.' }, now);
    expect([changed.answers, workingAnswers(changed)['reasons']]).toEqual([sent.answers, 'Another reason.']);
    expect([isBeingWritten(sent), isBeingWritten(changed)]).toEqual([false, true]);
    const again = submit(changed, theCycle(), now);
    expect([again.answers['reasons'], again.pendingAnswers, again.status]).toEqual(['Another reason.', null, 'submitted']);
  });

  it('sends until the closing minute is over', () => {
    const draft = theApplication({ answers: someAnswers(['central']) });
    expect(submit(draft, theCycle(), '2026-12-05T07:59:59.999Z').status).toBe('submitted');
    expect(() => submit(draft, theCycle(), '2026-12-05T08:00:00.000Z')).toThrow(Conflict);
  });

  it('withdraws only what was sent, once', () => {
    expect(withdraw(theApplication({ status: 'submitted' }), now)).toMatchObject({ status: 'withdrawn', withdrawnAt: now });
    for (const status of ['draft', 'withdrawn', 'discarded'] as const)
      expect(() => withdraw(theApplication({ status }), now)).toThrow(IllegalTransition);
  });
});

describe('what reviewers read', () => {
  const application = theApplication({
    answers: someAnswers(['central'], { conflicts_words: 'My sister teaches', reference_1: 'Bo', gender: 'woman' }),
  });
  const keys = (blind: boolean) => answersForReview(application, theForm, { blind }).map(({ question }) => question.key);

  it('is, in the blind pass, nothing that says who wrote it', () => {
    expect(keys(true)).toEqual(['constituency', 'school', 'grade_band', 'collaboratives', 'connection', 'reasons', 'times', 'full_term']);
  });

  it('shows name, ZIP code and marked answers afterwards, and never the rest', () => {
    expect(keys(false)).toEqual([
      'name',
      'zip',
      'constituency',
      'school',
      'grade_band',
      'collaboratives',
      'connection',
      'reasons',
      'times',
      'full_term',
      'conflicts_words',
    ]);
  });
});

const someone = (given: Partial<Actor>): Actor => ({ ...visitor('en'), id: 'someone', ...given });

/** Every kind of person: may they see their own page of it, the staff page, the list, the list of all, enter one. */
const people: readonly [string, Actor, readonly boolean[]][] = [
  ['a visitor', visitor('en'), [false, false, false, false, false]],
  ['the browser that holds it', visitor('en', ['application']), [true, false, false, false, false]],
  ['its person', someone({ id: 'ana' }), [true, false, false, false, false]],
  ['another person', someone({}), [false, false, false, false, false]],
  [
    'a member',
    someone({ seats: [{ membershipId: 'm', collaborativeId: 'central', status: 'active' }] }),
    [false, false, false, false, false],
  ],
  ['an officer', someone({ offices: [{ office: 'chair', collaborativeId: 'central' }] }), [false, false, false, false, false]],
  [
    'a reviewer',
    someone({ grants: [{ role: 'reviewer', collaborativeId: 'central', cycleId: 'cycle' }] }),
    [false, false, false, false, false],
  ],
  [
    'an approver',
    someone({ grants: [{ role: 'approver', collaborativeId: 'central', cycleId: null }] }),
    [false, false, false, false, false],
  ],
  [
    'a caller',
    someone({ grants: [{ role: 'caller', collaborativeId: 'central', cycleId: 'cycle' }] }),
    [false, false, false, false, false],
  ],
  [
    'staff of a collaborative it names',
    someone({ grants: [{ role: 'staff', collaborativeId: 'central', cycleId: null }] }),
    [false, true, true, false, true],
  ],
  [
    'staff of another collaborative',
    someone({ grants: [{ role: 'staff', collaborativeId: 'west', cycleId: null }] }),
    [false, false, false, false, false],
  ],
  [
    'an administrator',
    someone({ grants: [{ role: 'administrator', collaborativeId: null, cycleId: null }] }),
    [false, true, true, true, true],
  ],
];

describe('who may do what', () => {
  it.each(people)('%s', (_name, actor, promised) => {
    const application = theApplication({ personId: 'ana' });
    const decisions = [
      applicationPolicy.viewOwn(actor, application),
      applicationPolicy.viewAsStaff(actor, { status: 'submitted', collaborativeIds: ['central', 'south'] }),
      applicationPolicy.list(actor, 'central'),
      applicationPolicy.listEvery(actor),
      applicationPolicy.enter(actor, 'central'),
    ];
    expect(decisions.map(({ allowed }) => allowed)).toEqual(promised);
  });

  it.each(['draft', 'discarded'] as const)('nobody on the staff sees what is %s', (status) => {
    for (const [, actor] of people)
      expect(applicationPolicy.viewAsStaff(actor, { status, collaborativeIds: ['central'] }).allowed).toBe(false);
  });
});

describe('where an application stands', () => {
  const promised: Readonly<Record<CycleStatus, string>> = {
    draft: 'received',
    scheduled: 'received',
    open: 'received',
    closed: 'closed',
    in_review: 'in_review',
    deciding: 'deciding',
    released: 'deciding',
    complete: 'deciding',
    cancelled: 'cancelled',
  };

  it.each(Object.keys(promised) as CycleStatus[])('follows from the cycle alone while nothing is released: %s', (status) => {
    expect(standingOf({ status: 'submitted' }, { status }, [{ status: 'in_review' }, { status: 'withdrawn' }])).toBe(promised[status]);
  });

  it.each(['offered', 'alternate', 'not_selected', 'accepted', 'declined', 'lapsed', 'expired'] as const)(
    'is decided once a candidacy is %s',
    (status) => {
      expect(standingOf({ status: 'submitted' }, { status: 'released' }, [{ status }, { status: 'in_review' }])).toBe('decided');
    },
  );

  it.each(['draft', 'withdrawn', 'discarded'] as const)('says so when it is %s', (status) => {
    expect(standingOf({ status }, { status: 'open' }, [])).toBe(status);
  });

  it('lets it be withdrawn while it runs and no seat is offered', () => {
    const may = (...statuses: CandidacyStatus[]) =>
      mayWithdraw(
        { status: 'submitted' },
        statuses.map((status) => ({ status })),
      );
    expect([may('in_review'), may('alternate', 'not_selected'), may('offered', 'in_review'), may('accepted'), may('not_selected')]).toEqual(
      [true, true, false, false, false],
    );
    expect(mayWithdraw({ status: 'withdrawn' }, [{ status: 'in_review' }])).toBe(false);
  });
});
