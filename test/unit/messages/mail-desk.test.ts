import {
  areaOf,
  isTroubled,
  spanBetween,
  whyNotAgain,
  withoutAddresses,
  workerStanding,
  type TroubledMail,
} from '../../../src/features/messages/mail-desk';
import { mailDeskPolicy } from '../../../src/features/messages/mail-desk.policy';
import { visitor, type Actor, type RoleName } from '../../../src/lib/actor';
import { plusElapsed } from '../../../src/lib/time';

const now = '2026-11-21T20:00:00.000Z';
const ago = (milliseconds: number) => plusElapsed(now, { milliseconds: -milliseconds });

const person: Actor = { ...visitor('en'), id: 'p' };
const actorAs = (role: RoleName, collaborativeId: string | null = 'c'): Actor => ({
  ...person,
  grants: [{ role, collaborativeId, cycleId: null }],
});

describe('who may see to the mail', () => {
  it.each([
    ['a visitor', visitor('en'), false],
    ['an applicant with a draft', visitor('en', ['a']), false],
    ['a person without a role', person, false],
    ['a member', { ...person, seats: [{ membershipId: 'm', collaborativeId: 'c', status: 'active' }] } satisfies Actor, false],
    ['an officer', { ...person, offices: [{ office: 'chair', collaborativeId: 'c' }] } satisfies Actor, false],
    ['a reviewer', actorAs('reviewer'), false],
    ['a caller', actorAs('caller'), false],
    ['staff', actorAs('staff'), false],
    ['an approver', actorAs('approver'), false],
    ['an administrator', actorAs('administrator', null), true],
  ])('%s', (_, actor, allowed) => {
    expect(Object.values(mailDeskPolicy).map((rule) => rule(actor).allowed)).toEqual([allowed, allowed, allowed]);
  });
});

describe('the worker', () => {
  it.each([
    [null, 'never'],
    [ago(-1), 'running'],
    [ago(0), 'running'],
    [ago(120_000), 'running'],
    [ago(120_001), 'silent'],
  ] as const)('with its last sign at %s is %s', (beat, standing) => {
    expect(workerStanding(beat, now)).toBe(standing);
  });
});

describe('a time that has passed', () => {
  it.each([
    [-5000, 1, 'seconds'],
    [0, 1, 'seconds'],
    [59_999, 59, 'seconds'],
    [60_000, 1, 'minutes'],
    [3_599_999, 59, 'minutes'],
    [3_600_000, 1, 'hours'],
    [48 * 3_600_000 - 1, 47, 'hours'],
    [48 * 3_600_000, 2, 'days'],
  ] as const)('of %d ms is %d %s', (milliseconds, count, unit) => {
    expect(spanBetween(ago(milliseconds), now)).toEqual({ unit, count });
  });
});

describe('sending again', () => {
  const fit = { problem: 'unknown', expiresAt: null, isAskedAnew: false, isFlagged: false, hasText: true } as const;

  it.each<[string, Partial<TroubledMail>, string | null]>([
    ['a letter', {}, null],
    ['a reminder before its time is over', { expiresAt: ago(-1) }, null],
    ['a reminder when its time is over', { expiresAt: now }, 'over'],
    ['a link to sign in', { isAskedAnew: true }, 'askedAnew'],
    ['a letter to a flagged address', { isFlagged: true }, 'flagged'],
    ['a letter to what is no address', { problem: 'bad_address' }, 'flagged'],
    ['a letter whose text is gone', { hasText: false }, 'forgotten'],
  ])('%s', (_, given, whyNot) => {
    expect(whyNotAgain({ ...fit, ...given }, now)).toBe(whyNot);
  });

  it('is for what is held or failed', () => {
    const statuses = ['queued', 'claimed', 'handed', 'sent', 'failed', 'held', 'expired', 'cancelled', 'suppressed'];
    expect(statuses.filter((status) => isTroubled({ status }))).toEqual(['failed', 'held']);
  });
});

describe('what a list says', () => {
  it('leaves addresses out of the words of a server', () => {
    expect(withoutAddresses('550 5.1.1 <ana@example.org>: Recipient address rejected, ask postmaster@mx.example.')).toBe(
      '550 5.1.1 <…>: Recipient address rejected, ask …',
    );
    expect(withoutAddresses('554 5.7.1 Message refused')).toBe('554 5.7.1 Message refused');
  });

  it('knows what a mail is about', () => {
    expect(['offer.lapsed', 'account.sign_in', 'offers.x', 'nothing'].map(areaOf)).toEqual(['offer', 'account', 'unknown', 'unknown']);
  });
});
