import './tables';
import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import { seatsOnOffer, type Cycle } from '../cycles';
import { getForm, getRubric, listPreviews, weightsAreWhole } from '../forms';
import { listPanelMixes } from '../reviews';
import type { OpeningFacts, Tick, TickItem } from './opening';

/** What the checklist of a cycle is made of. Six queries. */
export async function getOpeningFacts(db: Db, cycle: Cycle): Promise<OpeningFacts> {
  const form = await getForm(db, cycle.formId);
  const rubric = await getRubric(db, cycle.rubricId);
  const seats = await seatsOnOffer(db, cycle.id);
  return {
    cycle,
    previews: await listPreviews(db, form),
    weightsAreWhole: weightsAreWhole(rubric.criteria),
    rubricAbout: `${rubric.id}:${rubric.version}`,
    withSeats: new Set(seats.map(({ collaborativeId }) => collaborativeId)),
    panels: await listPanelMixes(db, cycle.id),
    ticks: await listTicks(db, cycle.id),
  };
}

async function listTicks(db: Db, cycleId: string): Promise<Tick[]> {
  const rows: { item: TickItem; about: string; name: string; at: Instant }[] = await db('opening_ticks')
    .join('people', 'people.id', 'opening_ticks.person_id')
    .where({ cycle_id: cycleId })
    .orderBy('item')
    .select('item', 'about', 'people.name', 'opening_ticks.at');
  return rows.map(({ item, about, name, at }) => ({ item, about, at, by: name }));
}

interface NewTick {
  readonly cycleId: string;
  readonly item: TickItem;
  readonly about: string;
  readonly personId: string;
  readonly at: Instant;
}

/** Keeps who read what and when; a later reading takes the place of an earlier one. */
export async function saveTick(db: Db, { cycleId, item, about, personId, at }: NewTick): Promise<void> {
  await db('opening_ticks')
    .insert({ cycle_id: cycleId, item, about, person_id: personId, at })
    .onConflict(['cycle_id', 'item'])
    .merge(['about', 'person_id', 'at']);
}
