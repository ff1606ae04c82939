import { correctionProblem, entryProblem, fixedNow, takesEntries } from '../../../src/features/applications/entry';
import { theCycle } from '../../support/builders/application';

const cycle = theCycle();
const closed = theCycle({ status: 'closed' });

describe('typing in what came on paper', () => {
  it.each([
    ['draft', false],
    ['open', true],
    ['closed', true],
    ['in_review', true],
    ['deciding', false],
    ['released', false],
    ['complete', false],
    ['cancelled', false],
  ] as const)('while a cycle is %s: %s', (status, may) => {
    expect(takesEntries(theCycle({ status }), '2026-12-10T20:00:00.000Z')).toBe(may);
  });

  it('counts what came on the day of opening and on the day of closing, whenever it is typed', () => {
    const later = '2026-12-20T20:00:00.000Z';
    expect(entryProblem(closed, '2026-11-01', later)).toBeNull();
    expect(entryProblem(closed, '2026-12-04', later)).toBeNull();
  });

  it('refuses what came a day before, a day after, or tomorrow', () => {
    expect(entryProblem(closed, '2026-10-31', '2026-12-20T20:00:00.000Z')).toBe('beforeOpening');
    expect(entryProblem(closed, '2026-12-05', '2026-12-20T20:00:00.000Z')).toBe('afterClosing');
    expect(entryProblem(cycle, '2026-11-22', '2026-11-21T20:00:00.000Z')).toBe('future');
    expect(entryProblem(cycle, '2026-11-21', '2026-11-21T20:00:00.000Z')).toBeNull();
  });

  it('takes nothing once the cycle decides, whatever the day', () => {
    expect(entryProblem(theCycle({ status: 'deciding' }), '2026-12-04', '2027-01-20T20:00:00.000Z')).toBe('notNow');
  });
});

describe('putting right what staff typed', () => {
  const now = '2026-12-10T20:00:00.000Z';
  const entered = { enteredBy: 'staff', status: 'submitted', pendingAnswers: null } as const;
  const inReview = [{ status: 'in_review' }] as const;

  it('is allowed until the cycle decides', () => {
    expect(correctionProblem(entered, inReview, cycle, '2026-11-21T20:00:00.000Z')).toBeNull();
    expect(correctionProblem(entered, inReview, theCycle({ status: 'in_review' }), now)).toBeNull();
    expect(correctionProblem(entered, inReview, theCycle({ status: 'deciding' }), now)).toBe('tooLate');
  });

  it('is for what staff typed alone, and only while the applicant neither changes nor has withdrawn it', () => {
    expect(correctionProblem({ ...entered, enteredBy: null }, inReview, closed, now)).toBe('notEntered');
    expect(correctionProblem({ ...entered, status: 'withdrawn' }, inReview, closed, now)).toBe('notSent');
    expect(correctionProblem({ ...entered, pendingAnswers: {} }, inReview, closed, now)).toBe('beingChanged');
  });

  it.each(['offered', 'alternate', 'not_selected', 'accepted', 'declined', 'lapsed', 'expired', 'withdrawn'] as const)(
    'ends with the first choice that is %s',
    (status) => {
      expect(correctionProblem(entered, [...inReview, { status }], closed, now)).toBe('decided');
    },
  );

  it('leaves the choices and the constituency once the cycle has closed, and not a minute before', () => {
    expect(fixedNow(cycle, '2026-12-05T07:59:59.000Z')).toEqual([]);
    expect(fixedNow(cycle, '2026-12-05T08:00:00.000Z')).toEqual(['collaboratives', 'constituency']);
  });
});
