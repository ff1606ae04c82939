import type { Deps } from '../../src/deps';
import { insertPerson } from '../../src/features/accounts';
import { getCollaborativeBySlug, importCarriedFacts, type Collaborative } from '../../src/features/collaboratives';
import { aMembership, aSeat } from './builders/seat';
import { aStoredMeeting } from './builders/meeting';

/** The six collaboratives with the schools and ZIP codes that the product carries. Answers Central. */
export async function theSix(deps: Deps): Promise<Collaborative> {
  await importCarriedFacts(deps, 'system');
  return getCollaborativeBySlug(deps.db, 'central');
}

/** An open cycle until a minute before midnight of December 15, 2026, in Los Angeles. */
export async function anOpenCycle(
  deps: Deps,
  collaboratives: readonly Collaborative[],
  given: { code?: string; status?: string } = {},
): Promise<string> {
  const { db } = deps;
  const [id, form, rubric] = [deps.newId(), deps.newId(), deps.newId()];
  await db('forms').insert({ id: form, number: 1, questions: '[]' });
  await db('rubrics').insert({ id: rubric, number: 1, criteria: '[]', written_by: 'Office' });
  await db('cycles').insert({
    id,
    code: given.code ?? '2026-fall',
    name: JSON.stringify({ en: 'Fall 2026', es: 'Otoño de 2026' }),
    status: (given.status ?? 'open') as 'open',
    opens_at: '2026-11-01T08:00:00.000Z',
    closes_at: '2026-12-16T07:59:00.000Z',
    review_by: '2027-01-15',
    decisions_on: '2027-01-31',
    term_starts_on: '2027-02-01',
    term_ends_on: '2028-06-30',
    form_id: form,
    rubric_id: rubric,
  });
  const rows = collaboratives.map((collaborative) => ({ cycle_id: id, collaborative_id: collaborative.id }));
  await db('cycle_collaboratives').insert(rows);
  return id;
}

/** A seat that a cycle offers. */
export async function aSeatOnOffer(deps: Deps, cycleId: string, collaborative: Collaborative, code: string): Promise<void> {
  const seat = await aSeat(deps, collaborative.id, { code, constituency: 'community' });
  await deps.db('seats_on_offer').insert({ cycle_id: cycleId, seat_id: seat.id });
}

/** Advice in a state; delivered in October, answered in November where it says so. */
export async function aStoredNote(
  deps: Deps,
  collaborative: Collaborative,
  number: number,
  status: 'draft' | 'delivered' | 'answered' = 'answered',
): Promise<string> {
  const id = deps.newId();
  await deps.db('notes').insert({
    id,
    reference: `LDC-${collaborative.code}-${number}`,
    collaborative_id: collaborative.id,
    status,
    title: JSON.stringify({ en: `More crossing guards ${number}`, es: `Más guardias de cruce ${number}` }),
    background: JSON.stringify({ en: 'Background' }),
    topic: 'safety',
    addressee: JSON.stringify({ en: 'Local district office' }),
    drafted_at: '2026-09-01T20:00:00.000Z',
    delivered_at: status === 'draft' ? null : '2026-10-01T20:00:00.000Z',
    answered_at: status === 'answered' ? '2026-11-02T20:00:00.000Z' : null,
    acknowledge_by: '2026-10-08',
    answer_by: '2026-11-13',
  });
  return id;
}

/** So many of everything that the public pages of a collaborative show. */
export async function busyCollaborative(deps: Deps, collaborative: Collaborative, count: number): Promise<void> {
  const cycle = await anOpenCycle(deps, [collaborative]);
  for (let number = 1; number <= count; number += 1) {
    const person = await insertPerson(deps, { name: `Ana Reyes ${number}`, email: `ana${number}@example.org`, phone: '213 555 0199' });
    const seat = await aSeat(deps, collaborative.id, { code: `FAM-${number}` });
    await aMembership(deps, seat.id, person.id);
    await aSeatOnOffer(deps, cycle, collaborative, `COM-${number}`);
    await aStoredNote(deps, collaborative, number);
    await aStoredMeeting(deps, collaborative, {
      id: `next-${number}`,
      startsAt: `2026-12-0${number}T02:00:00.000Z`,
      endsAt: `2026-12-0${number}T04:00:00.000Z`,
      status: 'posted',
    });
    await aStoredMeeting(deps, collaborative, {
      id: `past-${number}`,
      startsAt: `2026-10-0${number}T02:00:00.000Z`,
      endsAt: `2026-10-0${number}T04:00:00.000Z`,
      status: 'adjourned',
    });
    const minutes = {
      id: deps.newId(),
      meeting_id: `past-${number}`,
      status: 'approved' as const,
      record: '{}',
      text: '',
      compiled_at: '2026-10-05T20:00:00.000Z',
    };
    await deps.db('minutes').insert(minutes);
  }
}
