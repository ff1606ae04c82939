import { meetingPolicy } from '../../../src/features/meetings';
import {
  adjourn,
  begin,
  calendarChanges,
  cancel,
  kindTakesAction,
  meetingKinds,
  meetingMachine,
  replan,
  type MeetingStatus,
} from '../../../src/features/meetings/meeting';
import { visitor, type Actor } from '../../../src/lib/actor';
import { Conflict, IllegalTransition } from '../../../src/lib/errors';
import { aMeeting } from '../../support/builders/meeting';

const promised: Readonly<Record<MeetingStatus, Readonly<Record<string, MeetingStatus>>>> = {
  draft: { schedule: 'scheduled' },
  scheduled: { post: 'posted', begin: 'in_session', cancel: 'cancelled', postpone: 'postponed' },
  posted: { post: 'posted', move: 'scheduled', begin: 'in_session', cancel: 'cancelled', postpone: 'postponed' },
  in_session: { adjourn: 'adjourned' },
  adjourned: {},
  cancelled: {},
  postponed: {},
};
const now = '2026-12-04T02:03:00.000Z';

describe('a meeting', () => {
  it.each(meetingMachine.states)('%s takes exactly the events we promise', (status) => {
    const steps = meetingMachine.eventsFrom(status).map((event) => [event, meetingMachine.next(status, event)]);
    expect(Object.fromEntries(steps)).toEqual(promised[status]);
  });

  it('begins unposted only where nothing is decided', () => {
    const outcomes = meetingKinds.map((kind) => {
      const meeting = aMeeting({ kind, status: 'scheduled' });
      if (kindTakesAction(kind)) expect(() => begin(meeting, now)).toThrow(Conflict);
      else expect(begin(meeting, now)).toMatchObject({ status: 'in_session', inSessionAt: now });
      return [kind, kindTakesAction(kind)];
    });
    expect(outcomes).toEqual([
      ['regular', true],
      ['special', true],
      ['emergency', true],
      ['orientation', false],
      ['community', false],
    ]);
    expect(begin(aMeeting({ status: 'posted' }), now).status).toBe('in_session');
  });

  it('ends once', () => {
    const over = adjourn(aMeeting({ status: 'in_session' }), now);
    expect([over.status, over.adjournedAt]).toEqual(['adjourned', now]);
    expect(() => adjourn(over, now)).toThrow(IllegalTransition);
  });

  it('raises its sequence when called off', () => {
    expect(cancel(aMeeting({ sequence: 3 }), 'Closed', now)).toMatchObject({
      status: 'cancelled',
      sequence: 4,
      cancelReason: 'Closed',
      changedAt: now,
    });
    expect(() => cancel(aMeeting({ status: 'draft' }), 'Closed', now)).toThrow(IllegalTransition);
  });

  it.each(['startsAt', 'endsAt', 'place', 'address', 'room', 'remoteUrl', 'remotePhone'] as const)(
    'raises its sequence when %s changes',
    (field) => {
      const before = aMeeting();
      const after = { ...before, [field]: field.endsWith('At') ? '2026-12-11T02:00:00.000Z' : 'Other' };
      expect([calendarChanges(before, after), replan(before, after, now).sequence]).toEqual([[field], 1]);
    },
  );

  it('keeps its sequence when only words change, and while it is a draft', () => {
    const before = aMeeting();
    expect(replan(before, { ...before, papersAddress: 'Other', title: { en: 'Other' } }, now).sequence).toBe(0);
    expect(replan({ ...before, status: 'draft' }, { ...before, place: 'Other' }, now).sequence).toBe(0);
  });

  it('must be posted again when moved or made another kind, not when only its place changes', () => {
    const posted = aMeeting({ status: 'posted' });
    const statuses = [{ startsAt: '2026-12-05T02:00:00.000Z' }, { kind: 'special' as const }, { place: 'Other' }].map(
      (change) => replan(posted, { ...posted, ...change }, now).status,
    );
    expect(statuses).toEqual(['scheduled', 'scheduled', 'posted']);
  });

  it.each(['in_session', 'adjourned', 'cancelled', 'postponed'] as const)('is not replanned once %s', (status) => {
    const meeting = aMeeting({ status });
    expect(() => replan(meeting, meeting, now)).toThrow(Conflict);
  });
});

const person = (given: Partial<Actor>): Actor => ({ ...visitor('en'), id: 'someone', ...given });
const grant = (role: Actor['grants'][number]['role'], collaborativeId: string | null) => [{ role, collaborativeId, cycleId: null }];
const seat = (collaborativeId: string, status: Actor['seats'][number]['status'] = 'active') => [
  { membershipId: 'm', collaborativeId, status },
];
const office = (collaborativeId: string) => [{ office: 'secretary' as const, collaborativeId }];

const everyone: Readonly<Record<string, Actor>> = {
  visitor: visitor('en'),
  person: person({}),
  member: person({ seats: seat('central-1') }),
  'pending member': person({ seats: seat('central-1', 'pending') }),
  'member on leave': person({ seats: seat('central-1', 'on_leave') }),
  'member elsewhere': person({ seats: seat('south-1') }),
  officer: person({ seats: seat('central-1'), offices: office('central-1') }),
  'officer elsewhere': person({ seats: seat('south-1'), offices: office('south-1') }),
  reviewer: person({ grants: grant('reviewer', 'central-1') }),
  caller: person({ grants: grant('caller', 'central-1') }),
  approver: person({ grants: grant('approver', 'central-1') }),
  staff: person({ grants: grant('staff', 'central-1') }),
  'staff elsewhere': person({ grants: grant('staff', 'south-1') }),
  administrator: person({ grants: grant('administrator', null) }),
};
const allowedTo = (ask: (actor: Actor) => { readonly allowed: boolean }) =>
  Object.entries(everyone)
    .filter(([, actor]) => ask(actor).allowed)
    .map(([name]) => name);

describe('the policy of meetings', () => {
  it.each(meetingMachine.states)('shows a meeting that is %s to those it should', (status) => {
    const expected = status === 'draft' ? ['officer', 'staff', 'administrator'] : Object.keys(everyone);
    expect(allowedTo((actor) => meetingPolicy.view(actor, aMeeting({ status })))).toEqual(expected);
  });

  it('lets officers, staff and administrators plan', () => {
    expect(allowedTo((actor) => meetingPolicy.schedule(actor, 'central-1'))).toEqual(['officer', 'staff', 'administrator']);
  });

  it('lets officers, staff and administrators build, post and run', () => {
    expect(allowedTo((actor) => meetingPolicy.run(actor, aMeeting()))).toEqual(['officer', 'staff', 'administrator']);
  });

  it('lets those who sit answer', () => {
    expect(allowedTo((actor) => meetingPolicy.answer(actor, aMeeting()))).toEqual(['member', 'member on leave', 'officer']);
  });
});
