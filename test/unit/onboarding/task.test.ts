import { localeCodes, translations } from '../../../src/i18n/locales';
import { countRequired, planMachine, progress, requiredTasksDone, stuckOn, type Plan } from '../../../src/features/onboarding/plan';
import { standardTasks } from '../../../src/features/onboarding/standard-tasks';
import {
  dueOn,
  finish,
  baseKey,
  isLate,
  nextRound,
  opensOn,
  reminderDays,
  reopen,
  standingOf,
  taskMachine,
  waive,
  type Task,
  type TaskKind,
} from '../../../src/features/onboarding/task';
import { textBlocks } from '../../../src/features/onboarding/text-blocks';

const aTask = (given: Partial<Task> = {}): Task => ({
  id: 't1',
  planId: 'plan',
  key: 'charge',
  place: 1,
  kind: 'read',
  title: { en: 'Read' },
  text: { en: 'Read' },
  textVersion: 1,
  isRequired: true,
  opensOn: null,
  dueOn: '2026-12-05',
  status: 'open',
  answers: {},
  typedName: null,
  doneAt: null,
  doneBy: null,
  waiverReason: null,
  isYearly: false,
  enteredBy: null,
  file: null,
  version: 1,
  ...given,
});

const at = '2026-11-21T20:00:00.000Z';

describe('a step', () => {
  it('goes exactly the ways we promise', () => {
    const ways = taskMachine.states.map((status) => [
      status,
      taskMachine.eventsFrom(status).map((event) => [event, taskMachine.next(status, event)]),
    ]);
    expect(Object.fromEntries(ways as [string, unknown][])).toEqual({
      open: [
        ['finish', 'done'],
        ['waive', 'waived'],
      ],
      done: [
        ['revise', 'done'],
        ['reopen', 'open'],
      ],
      waived: [
        ['finish', 'done'],
        ['reopen', 'open'],
      ],
    });
  });

  it('that was signed cannot be signed again; one that is filled in can be changed', () => {
    const signed = finish(aTask({ kind: 'acknowledge' }), { by: 'ana', at, typedName: 'Ana Reyes' });
    expect([signed.status, signed.typedName, signed.doneAt]).toEqual(['done', 'Ana Reyes', at]);
    expect(() => finish(signed, { by: 'ana', at })).toThrow('no finish from done');
    const filled = finish(aTask({ kind: 'fill_in' }), { by: 'ana', at, answers: { photo: 'yes' } });
    expect(finish(filled, { by: 'ana', at, answers: { photo: 'no' } }).answers).toEqual({ photo: 'no' });
  });

  it('keeps the reason of a waiver, until it is done after all', () => {
    const waived = waive(aTask(), { by: 'sam', at, reason: 'Did it last year' });
    expect([waived.status, waived.waiverReason]).toEqual(['waived', 'Did it last year']);
    expect(finish(waived, { by: 'ana', at }).waiverReason).toBeNull();
  });

  it('is late the day after it was due', () => {
    expect(isLate(aTask(), '2026-12-05')).toBe(false);
    expect(isLate(aTask(), '2026-12-06')).toBe(true);
    expect(isLate(aTask({ status: 'done' }), '2026-12-06')).toBe(false);
  });

  it.each<[string, Partial<Task>, boolean, string]>([
    ['done', { status: 'done' }, true, 'done'],
    ['waived', { status: 'waived' }, true, 'waived'],
    ['the member has time', {}, true, 'todo'],
    ['the member is late', { dueOn: '2026-11-20' }, true, 'late'],
    ['an orientation has a date', { kind: 'attend' }, true, 'waiting'],
    ['no orientation has a date', { kind: 'attend' }, false, 'blocked'],
    ['staff check it', { kind: 'staff_check' }, true, 'waiting'],
    ['it opens tomorrow', { opensOn: '2026-11-22' }, true, 'blocked'],
    ['it opens today', { opensOn: '2026-11-21' }, true, 'todo'],
  ])('stands as it should when %s', (_, given, hasOrientation, standing) => {
    expect(standingOf(aTask(given), { today: '2026-11-21', hasOrientation })).toBe(standing);
  });
});

describe('due days', () => {
  const dates = { acceptedOn: '2026-11-21', termStartsOn: '2027-07-01', termEndsOn: '2029-06-30' };

  it('count from acceptance, before the term, and before its end', () => {
    expect(dueOn({ after: 'acceptance', days: 14 }, dates)).toBe('2026-12-05');
    expect(dueOn({ before: 'term_start' }, dates)).toBe('2027-06-30');
    expect(dueOn({ before: 'term_end', days: 90 }, dates)).toBe('2029-04-01');
    expect(opensOn({ before: 'term_end', days: 90 }, dates)).toBe('2029-03-02');
    expect(dueOn(null, dates)).toBeNull();
  });

  it('give 14 days where the term has begun already', () => {
    expect(dueOn({ before: 'term_start' }, { ...dates, termStartsOn: '2026-11-21' })).toBe('2026-12-05');
    expect(dueOn({ before: 'term_start' }, { ...dates, termStartsOn: '2026-11-22' })).toBe('2026-11-21');
  });
});

describe('a plan', () => {
  const plan: Plan = { id: 'p', membershipId: 'm', templateId: 't', status: 'not_started', begunAt: at, completedAt: null, version: 1 };
  const open = aTask();
  const done = aTask({ status: 'done' });
  const optional = aTask({ isRequired: false });

  it('goes exactly the ways we promise', () => {
    expect(planMachine.states.map((status) => [status, planMachine.eventsFrom(status)])).toEqual([
      ['not_started', ['start', 'abandon']],
      ['in_progress', ['complete', 'abandon']],
      ['complete', ['reopen', 'abandon']],
      ['abandoned', []],
    ]);
  });

  it('starts with the first step and is complete with the last required one', () => {
    expect(progress(plan, [done, open], at).status).toBe('in_progress');
    expect(progress(plan, [done, optional], at)).toEqual({ ...plan, status: 'complete', completedAt: at });
    expect(() => progress({ ...plan, status: 'abandoned' }, [done], at)).toThrow('no complete from abandoned');
  });

  it('lets the seat begin with every required step done or waived', () => {
    expect(requiredTasksDone([done, aTask({ status: 'waived' }), optional])).toBe(true);
    expect(requiredTasksDone([done, open])).toBe(false);
    expect(countRequired([done, open, optional])).toEqual({ done: 1, all: 2 });
  });

  it('is stuck on what is late, then on what the member has to do, then on staff', () => {
    const steps = [
      aTask({ id: 'staff', kind: 'attend', dueOn: '2027-01-01' }),
      aTask({ id: 'mine', place: 2 }),
      aTask({ id: 'late', place: 3, dueOn: '2026-11-01' }),
    ];
    expect(stuckOn(steps, '2026-11-21')?.id).toBe('late');
    expect(stuckOn(steps.slice(0, 2), '2026-11-21')?.id).toBe('mine');
    expect(stuckOn(steps.slice(0, 1), '2026-11-21')?.id).toBe('staff');
    expect(stuckOn([optional, done], '2026-11-21')).toBeUndefined();
  });
});

describe('the standard checklist', () => {
  const tasks = standardTasks(translations({ pseudo: false }), localeCodes);

  it('has the steps of the facts, in order', () => {
    const short: Record<TaskKind, string> = {
      acknowledge: 'ack',
      fill_in: 'fill',
      upload: 'up',
      attend: 'attend',
      staff_check: 'staff',
      read: 'read',
    };
    expect(tasks.map(({ key, kind, isRequired }) => `${key} ${short[kind]}${isRequired ? ' *' : ''}`)).toEqual([
      'accept_seat ack *',
      'contact fill *',
      'access_needs fill',
      'code_of_conduct ack *',
      'conflict_statement fill *',
      'open_meeting_act ack *',
      'charge read *',
      'meeting_procedure read',
      'orientation attend *',
      'directory fill',
      'emergency_contact fill',
      'clearance staff',
      'interview staff',
    ]);
  });

  it('has every word in both languages', () => {
    for (const { title, text } of tasks) {
      expect(title.en).not.toBe(title['es']);
      expect(text.en).not.toBe(text['es']);
      expect(textBlocks(text.en).map((block) => [block.heading !== null, block.items.length])).toEqual(
        textBlocks(text['es'] ?? '').map((block) => [block.heading !== null, block.items.length]),
      );
    }
  });
});

describe('a longer text', () => {
  it('comes as headings, paragraphs and lists', () => {
    expect(textBlocks('## Head\n- one\n- two\n\nA line.\n- three')).toEqual([
      { heading: 'Head', paragraph: null, items: [] },
      { heading: null, paragraph: null, items: ['one', 'two'] },
      { heading: null, paragraph: 'A line.', items: [] },
      { heading: null, paragraph: null, items: ['three'] },
    ]);
  });
});

describe('a yearly step', () => {
  const done = aTask({ key: 'conflict_statement', isYearly: true, status: 'done', doneAt: at });

  it('comes round a year after it was done, not a day before, as a step of its own', () => {
    expect(nextRound(done, '2026-11-21', '2027-11-20')).toBeUndefined();
    expect(nextRound(done, '2026-11-21', '2027-11-21')).toEqual({ key: 'conflict_statement@2027', opensOn: null, dueOn: '2027-12-05' });
    const later = { ...done, key: 'conflict_statement@2027' };
    expect(nextRound(later, '2027-12-01', '2028-12-01')?.key).toBe('conflict_statement@2028');
    expect(baseKey(later.key)).toBe('conflict_statement');
  });

  it('waits while it is open, and no other step comes round', () => {
    expect(nextRound({ ...done, status: 'open' }, '2026-11-21', '2030-01-01')).toBeUndefined();
    expect(nextRound({ ...done, isYearly: false }, '2026-11-21', '2030-01-01')).toBeUndefined();
  });
});

describe('a step opened again', () => {
  it('forgets what was answered and who signed', () => {
    const signed = finish(aTask({ kind: 'acknowledge' }), { by: 'ana', at, typedName: 'Ana', enteredBy: 'staff', answers: { a: 'b' } });
    expect(reopen(signed)).toEqual(aTask({ kind: 'acknowledge' }));
    expect(() => reopen(aTask())).toThrow('no reopen from open');
  });
});

it('reminders go 3 days before, on the day, 3 after, then weekly for two months', () => {
  expect(reminderDays).toEqual([-3, 0, 3, 10, 17, 24, 31, 38, 45, 52, 59]);
});
