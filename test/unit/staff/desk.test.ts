import { usualSettings, type Collaborative } from '../../../src/features/collaboratives';
import { partsIn, tasksOf, type Desk, type DeskCycle } from '../../../src/features/staff/desk';
import { deskPolicy, deskScope } from '../../../src/features/staff/desk.policy';
import { visitor, type Actor, type RoleName } from '../../../src/lib/actor';

const cycle: DeskCycle = { code: '2026', name: { en: '2026' }, status: 'deciding', applications: 190, toAssign: 12, slate: 'sent' };

const desk: Desk = {
  collaborative: { id: 'c', slug: 'central', settings: usualSettings } as Collaborative,
  cycles: [cycle],
  onboarding: 2,
  toPost: [{ postBy: '2026-12-01T02:00:00.000Z' }, { postBy: '2026-11-30T02:00:00.000Z' }, { postBy: null }],
  toAnswer: [{ dueOn: '2026-12-09' }, { dueOn: '2026-12-02' }],
  toSign: 1,
  questions: 4,
  reported: 0,
  letters: 2,
  topics: 5,
};

const nobody = { staff: false, approver: false, administrator: false };
const kinds = (of: Desk, parts: Partial<typeof nobody>) => tasksOf(of, { ...nobody, ...parts }).map(({ kind, waiting }) => [kind, waiting]);

describe('the desk', () => {
  it('gives staff their own work, and no approval', () => {
    expect(kinds(desk, { staff: true })).toEqual([
      ['applications', 190],
      ['assign', 12],
      ['slate', null],
      ['onboarding', 2],
      ['seats', null],
      ['meetings', 3],
      ['topics', 5],
      ['advice', 2],
      ['help', 4],
      ['letters', 2],
    ]);
  });

  it('gives the approver the slate and the answers to sign', () => {
    expect(kinds(desk, { approver: true })).toEqual([
      ['approve', 1],
      ['sign', 1],
    ]);
  });

  it('gives administrators all but checklists, advice and approval', () => {
    expect(kinds(desk, { administrator: true })).toEqual([
      ['applications', 190],
      ['assign', 12],
      ['slate', null],
      ['seats', null],
      ['meetings', 3],
      ['topics', 5],
      ['help', 4],
      ['letters', 2],
    ]);
  });

  it('gives nothing to others', () => {
    expect(kinds(desk, {})).toEqual([]);
  });

  it('shows no selection before the review, and no assignment after the release', () => {
    const open = { ...desk, cycles: [{ ...cycle, status: 'open' as const, slate: null }] };
    const released = { ...desk, cycles: [{ ...cycle, status: 'released' as const, slate: 'released' as const }] };
    expect(kinds(open, { staff: true }).slice(0, 4)).toEqual([
      ['flyer', null],
      ['applications', 190],
      ['assign', 12],
      ['onboarding', 2],
    ]);
    expect(kinds(released, { staff: true, approver: true }).slice(0, 5)).toEqual([
      ['applications', 190],
      ['slate', null],
      ['offers', null],
      ['calls', null],
      ['approve', 0],
    ]);
  });

  it('names the soonest date of what is due', () => {
    const due = tasksOf(desk, { ...nobody, staff: true }).flatMap((task) => (task.due === null ? [] : [[task.kind, task.due]]));
    expect(due).toEqual([
      ['meetings', '2026-11-30T02:00:00.000Z'],
      ['advice', '2026-12-02'],
    ]);
  });
});

const actorAs = (role: RoleName, collaborativeId: string | null): Actor => ({
  ...visitor('en'),
  id: 'p',
  grants: [{ role, collaborativeId, cycleId: null }],
});

describe('who has a desk', () => {
  it.each([
    ['a visitor', visitor('en'), false, []],
    ['a person without a role', { ...visitor('en'), id: 'p' }, false, []],
    ['staff', actorAs('staff', 'c'), true, ['c']],
    ['an approver', actorAs('approver', 'c'), true, ['c']],
    ['a reviewer', actorAs('reviewer', 'c'), true, []],
    ['a caller', actorAs('caller', 'c'), true, []],
    ['an administrator', actorAs('administrator', null), true, null],
  ])('%s', (_, actor, allowed, scope) => {
    expect([deskPolicy.view(actor).allowed, deskScope(actor)]).toEqual([allowed, scope]);
  });

  it('knows the parts a person plays in one collaborative', () => {
    expect([partsIn(actorAs('staff', 'c'), 'c'), partsIn(actorAs('staff', 'c'), 'd')]).toEqual([{ ...nobody, staff: true }, nobody]);
  });
});
