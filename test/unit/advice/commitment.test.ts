import { commitmentStatuses, isLate, lateDay, moveFault, nextStatuses } from '../../../src/features/commitments/commitment';

const promise = { status: 'under_way', dueOn: '2027-03-01' } as const;

it('goes from planned to under way to done or dropped, and back under way from there', () => {
  expect(Object.fromEntries(commitmentStatuses.map((status) => [status, nextStatuses(status)]))).toEqual({
    planned: ['planned', 'under_way', 'done', 'dropped'],
    under_way: ['under_way', 'done', 'dropped'],
    done: ['under_way'],
    dropped: ['under_way'],
  });
});

it('is late from the day after the one promised, while it is to be done', () => {
  expect([isLate(promise, '2027-03-01'), isLate(promise, '2027-03-02')]).toEqual([false, true]);
  for (const status of ['done', 'dropped'] as const) expect(isLate({ ...promise, status }, '2027-03-02')).toBe(false);
});

it.each([
  ['news of it', { status: 'under_way', dueOn: '2027-03-01' }, null],
  ['a day after today', { status: 'under_way', dueOn: '2027-04-02' }, null],
  ['today', { status: 'under_way', dueOn: '2027-04-01' }, 'dayOver'],
  ['back to planned', { status: 'planned', dueOn: '2027-03-01' }, 'notAllowed'],
  ['done on the day it was promised for', { status: 'done', dueOn: '2027-03-01' }, null],
  ['done with a new day', { status: 'done', dueOn: '2027-05-01' }, 'dayClosed'],
  ['dropped with a new day', { status: 'dropped', dueOn: '2027-05-01' }, 'dayClosed'],
] as const)('may be told: %s', (_, wish, fault) => {
  expect(moveFault(promise, wish, '2027-04-01')).toBe(fault);
});

it.each([
  ['2027-03-01', null],
  ['2027-03-02', '2027-03-02'],
  ['2027-03-08', '2027-03-02'],
  ['2027-03-09', '2027-03-09'],
  ['2027-03-16', '2027-03-16'],
])('is reminded of on %s as of %s: on the first late day, then weekly', (today, day) => {
  expect(lateDay(promise, today)).toBe(day);
});
