import fc from 'fast-check';
import type { Person } from '../../src/features/accounts';
import { loadSessionActor } from '../../src/features/accounts';
import type { Collaborative } from '../../src/features/collaboratives';
import { beginMemberships, createPendingMembership, getMembership, type Membership } from '../../src/features/membership';
import { beginPlan, completeTask, listReadyMemberships, listTasks, planOf, recordAttendance, recordCheck, repeatYearly, standIn, waiveTask } from '../../src/features/onboarding';
import { nudgeMember } from '../../src/features/onboarding/plan.actions';
import { reopenTask } from '../../src/features/onboarding/task.actions';
import { scanReminders } from '../../src/features/messages';
import type { Task } from '../../src/features/onboarding/task';
import type { Actor } from '../../src/lib/actor';
import { dateOf, plusDays, startOfDay } from '../../src/lib/time';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aSeat, someone, staffOf } from '../support/builders/seat';
import { emptyTables, onEachEngine } from '../support/database';

const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  contact: { name: 'Ana Reyes', preferred_name: '', pronunciation: 'REH-yes', pronouns: '', phone: '213 555 0100', locale: 'es' },
  access_needs: { interpreter: 'ASL', mobility: '' },
  conflict_statement: { has_conflict: 'no', details: '' },
};

onEachEngine((engine) => {
  let product: TestProduct;
  let central: Collaborative;
  let ana: Person;
  let staff: Actor;
  let member: Actor;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());

  const actorOf = async (person: Person): Promise<Actor> => (await loadSessionActor(product.deps, person.id, product.clock.now(), []))!;

  async function accepted(termStartsOn: string): Promise<Membership> {
    await emptyTables(product.db);
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    central = await aCollaborative(product.deps);
    ana = await someone(product.deps, 'Ana Reyes');
    staff = await actorOf(await staffOf(product.deps, central.id));
    member = await actorOf(ana);
    const seat = await aSeat(product.deps, central.id);
    const membership = await createPendingMembership(product.deps, member, {
      seatId: seat.id,
      personId: ana.id,
      candidacyId: null,
      termStartsOn,
      termEndsOn: '2028-12-31',
    });
    await beginPlan(product.deps, member, membership);
    return membership;
  }

  const tasksOf = async (membership: Membership): Promise<Task[]> => {
    const plan = await planOf(product.db, membership.id);
    return listTasks(product.db, [plan!.id]);
  };

  const doIt = (task: Task): Promise<Task> => {
    const { id, version } = task;
    if (task.kind === 'attend') return recordAttendance(product.deps, staff, id, { on: '2026-11-20', version });
    if (task.kind === 'staff_check') return recordCheck(product.deps, staff, id, { until: '2027-06-30', version });
    const signature = task.kind === 'acknowledge' ? { typedName: 'Ana Reyes' } : {};
    return completeTask(product.deps, member, id, { version, values: values[task.key] ?? {}, ...signature });
  };

  const mailKinds = async (): Promise<string[]> => product.db('outbox').orderBy('kind').pluck<string[]>('kind');
  const statusOf = async (membership: Membership): Promise<string> => (await getMembership(product.db, membership.id)).status;

  it('begins a plan once, with its welcome, and copies the words of the standard template', async () => {
    const membership = await accepted('2027-01-01');
    await beginPlan(product.deps, member, membership);
    expect(await mailKinds()).toEqual(['onboarding.welcome']);
    const tasks = await tasksOf(membership);
    expect(tasks.map(({ key, dueOn }) => [key, dueOn]).slice(0, 4)).toEqual([
      ['accept_seat', '2026-11-21'],
      ['contact', '2026-11-26'],
      ['access_needs', '2026-11-26'],
      ['code_of_conduct', '2026-12-05'],
    ]);
    expect(await product.db('onboarding_templates').count({ count: '*' })).toEqual([{ count: engine === 'SQLite' ? 1 : '1' }]);
  });

  it('opens the seat in the same moment as the last required step, when the term has begun', async () => {
    const membership = await accepted('2026-11-21');
    const required = (await tasksOf(membership)).filter(({ isRequired }) => isRequired);
    for (const task of required) {
      expect(await statusOf(membership)).toBe('pending');
      await doIt(task);
    }
    expect(await statusOf(membership)).toBe('active');
    expect((await planOf(product.db, membership.id))?.status).toBe('complete');
    expect(await mailKinds()).toEqual(['membership.begun', 'membership.begun', 'onboarding.welcome']);
    const actions = await product.db('events').where({ subject_id: membership.id }).orderBy('place').pluck<string[]>('action');
    expect(actions).toEqual(['membership.accepted', 'membership.begun']);
  });

  it('leaves the seat to the worker until the first day of the term', async () => {
    const membership = await accepted('2027-01-01');
    for (const task of (await tasksOf(membership)).filter(({ isRequired }) => isRequired)) await doIt(task);
    product.clock.moveTo('2027-01-01T07:59:00.000Z');
    await beginMemberships(product.deps, listReadyMemberships);
    expect(await statusOf(membership)).toBe('pending');
    product.clock.moveTo('2027-01-01T08:00:00.000Z');
    await beginMemberships(product.deps, listReadyMemberships);
    expect(await getMembership(product.db, membership.id)).toMatchObject({ status: 'active', startedOn: '2027-01-01' });
  });

  it('a seat is active exactly when the required steps are done or waived and the term has begun', async () => {
    const step = fc.record({ pick: fc.nat(12), isWaived: fc.boolean(), days: fc.constantFrom(0, 0, 0, 5, 20) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), fc.constantFrom('2026-11-21', '2026-12-05'), async (steps, start) => {
        const membership = await accepted(start);
        for (const { pick, isWaived, days } of steps) {
          product.clock.moveTo(startOfDay(plusDays(dateOf(product.clock.now()), days)));
          const open = (await tasksOf(membership)).filter(({ status }) => status === 'open');
          const task = open[pick % Math.max(open.length, 1)];
          if (task !== undefined && isWaived) await waiveTask(product.deps, staff, task.id, { reason: 'Known', version: task.version });
          else if (task !== undefined) await doIt(task);
          await beginMemberships(product.deps, listReadyMemberships);
          const isDone = (await tasksOf(membership)).every(({ isRequired, status }) => !isRequired || status !== 'open');
          const hasBegun = start <= dateOf(product.clock.now());
          expect(await statusOf(membership)).toBe(isDone && hasBegun ? 'active' : 'pending');
        }
      }),
      { numRuns: engine === 'SQLite' ? 12 : 4 },
    );
  });

  it('writes contact and access needs to the person and keeps needs out of steps, history and mail', async () => {
    const membership = await accepted('2026-11-21');
    const tasks = await tasksOf(membership);
    const needs = tasks.find(({ key }) => key === 'access_needs')!;
    await completeTask(product.deps, member, needs.id, { version: 1, values: { interpreter: 'CANARY-NEEDS', hearing: '' } });
    await doIt(tasks.find(({ key }) => key === 'contact')!);
    const person = await product.db('people').where({ id: ana.id }).first<{ access_needs: string; phone: string; locale: string }>();
    expect([JSON.parse(person.access_needs), person.phone, person.locale]).toEqual([{ interpreter: 'CANARY-NEEDS' }, '213 555 0100', 'es']);
    for (const table of ['onboarding_tasks', 'events', 'outbox'])
      expect(JSON.stringify(await product.db(table).select('*'))).not.toContain('CANARY-NEEDS');
  });

  it('refuses a step that somebody saved first', async () => {
    const membership = await accepted('2026-11-21');
    const [task] = await tasksOf(membership);
    await doIt(task!);
    await expect(doIt(task!)).rejects.toMatchObject({ status: 409 });
  });

  it('reminds once a day, in the language of the member', async () => {
    const membership = await accepted('2027-01-01');
    const plan = (await planOf(product.db, membership.id))!;
    expect(await nudgeMember(product.deps, staff, plan.id)).toEqual({ name: 'Ana Reyes', isSent: true });
    expect(await nudgeMember(product.deps, staff, plan.id)).toEqual({ name: 'Ana Reyes', isSent: false });
    product.clock.moveBy(24 * 3_600_000);
    expect((await nudgeMember(product.deps, staff, plan.id)).isSent).toBe(true);
    expect((await product.db('outbox').where({ kind: 'onboarding.nudge' }).pluck('subject'))[0]).toBe('6 steps are left before your seat begins');
  });

  describe('what staff do for a member without e-mail', () => {
    it('is entered with who entered it, opens the seat all the same, and is nobody else’s', async () => {
      const membership = await accepted('2026-11-21');
      const required = (await tasksOf(membership)).filter(({ isRequired }) => isRequired);
      for (const task of required) {
        if (task.kind === 'attend') await doIt(task);
        else {
          const given = { version: task.version, values: values[task.key] ?? {}, ...(task.kind === 'acknowledge' ? { typedName: 'Ana Reyes' } : {}) };
          await expect(standIn(product.deps, member, task.id, given)).rejects.toMatchObject({ status: 404 });
          await standIn(product.deps, staff, task.id, given);
        }
      }
      expect(await statusOf(membership)).toBe('active');
      const done = (await tasksOf(membership)).filter(({ kind, status }) => status === 'done' && kind !== 'attend');
      expect(done.every(({ enteredBy, doneBy }) => enteredBy === staff.id && doneBy === ana.id)).toBe(true);
      expect(await product.db('events').where({ action: 'onboarding.stoodIn' }).pluck('actor_id')).toEqual(done.map(() => staff.id));
    });

    it('can be opened again until the seat has begun, and then gates the seat again', async () => {
      const membership = await accepted('2027-01-01');
      for (const task of (await tasksOf(membership)).filter(({ isRequired }) => isRequired)) await doIt(task);
      const [first] = await tasksOf(membership);
      await reopenTask(product.deps, staff, first!.id, { reason: 'Signed by somebody else', version: first!.version });
      expect((await planOf(product.db, membership.id))?.status).toBe('in_progress');
      product.clock.moveTo('2027-01-02T20:00:00.000Z');
      await beginMemberships(product.deps, listReadyMemberships);
      expect(await statusOf(membership)).toBe('pending');
      await doIt((await tasksOf(membership))[0]!);
      expect(await statusOf(membership)).toBe('active');
      const again = (await tasksOf(membership))[0]!;
      await expect(reopenTask(product.deps, staff, again.id, { reason: 'x', version: again.version })).rejects.toMatchObject({
        key: 'onboarding.errors.hasBegun',
      });
    });
  });

  it('a conflict statement comes round a year later, once, and the old one is kept', async () => {
    const membership = await accepted('2026-11-21');
    for (const task of (await tasksOf(membership)).filter(({ isRequired }) => isRequired)) await doIt(task);
    const rounds = async () => (await tasksOf(membership)).filter(({ isYearly }) => isYearly).map(({ key, status, dueOn }) => [key, status, dueOn]);
    product.clock.moveTo('2027-11-21T07:00:00.000Z');
    await repeatYearly(product.deps);
    expect(await rounds()).toEqual([['conflict_statement', 'done', '2026-12-05']]);
    product.clock.moveTo('2027-11-21T20:00:00.000Z');
    await repeatYearly(product.deps);
    await repeatYearly(product.deps);
    expect(await rounds()).toEqual([
      ['conflict_statement', 'done', '2026-12-05'],
      ['conflict_statement@2027', 'open', '2027-12-05'],
    ]);
    const round = (await tasksOf(membership)).find(({ key }) => key === 'conflict_statement@2027')!;
    await completeTask(product.deps, member, round.id, { version: 1, values: values['conflict_statement']! });
    expect(await statusOf(membership)).toBe('active');
    product.clock.moveTo('2028-11-21T20:00:00.000Z');
    await repeatYearly(product.deps);
    expect((await rounds()).map(([key]) => key)).toEqual(['conflict_statement', 'conflict_statement@2027', 'conflict_statement@2028']);
  });

  describe('reminders', () => {
    const sent = async (kind: string) => product.db('outbox').where({ kind }).orderBy('due_at').pluck<string[]>('subject');
    const on = async (date: string) => {
      product.clock.moveTo(`${date}T18:00:00.000Z`);
      await scanReminders(product.deps);
    };

    it('go for steps of one day together: 3 days before, on the day, 3 after, then weekly, until they are done, in the member’s language', async () => {
      const membership = await accepted('2027-01-01');
      for (const task of (await tasksOf(membership)).filter(({ key }) => key === 'accept_seat' || key === 'contact')) await doIt(task);
      for (const date of ['2026-12-01', '2026-12-02', '2026-12-02', '2026-12-05', '2026-12-07', '2026-12-08', '2026-12-15']) await on(date);
      expect(await sent('onboarding.due')).toEqual([
        'Antes del 5 de diciembre de 2026: un paso para su lugar',
        'Antes del 5 de diciembre de 2026: un paso para su lugar',
        'Pendiente desde el 5 de diciembre de 2026: un paso para su lugar',
        'Pendiente desde el 5 de diciembre de 2026: un paso para su lugar',
      ]);
      for (const task of (await tasksOf(membership)).filter(({ isRequired, status }) => isRequired && status === 'open')) await doIt(task);
      await on('2026-12-22');
      expect((await sent('onboarding.due')).length).toBe(4);
    });

    it('tell the staff each Monday who is stuck, and nothing when nobody is', async () => {
      const membership = await accepted('2027-01-01');
      await on('2026-11-23');
      expect(await sent('onboarding.stuck')).toEqual(['1 person is stuck on the way to the Local District Central Collaborative']);
      await on('2026-11-24');
      await on('2026-11-30');
      expect((await sent('onboarding.stuck')).length).toBe(2);
      for (const task of (await tasksOf(membership)).filter(({ isRequired }) => isRequired)) await doIt(task);
      await on('2026-12-07');
      expect((await sent('onboarding.stuck')).length).toBe(2);
    });
  });
});
