import { dateOf, daysBetween, type Instant } from '../../lib/time';
import { dateProblems, type Cycle, type DateProblem } from '../cycles';
import type { PanelMix } from '../reviews';

/** What a person says they have read; everything else on the list is checked by the system. */
export const tickItems = ['rubric', 'letters_en', 'letters_es'] as const;
export type TickItem = (typeof tickItems)[number];

export interface Tick {
  readonly item: TickItem;
  readonly about: string;
  readonly by: string;
  readonly at: Instant;
}

/** What the checklist is made of. */
export interface OpeningFacts {
  readonly cycle: Cycle;
  /** Languages in which the form, as it reads now, was looked at, each with the latest time. */
  readonly previews: ReadonlyMap<string, Instant>;
  readonly weightsAreWhole: boolean;
  /** The version of the rubric, for the tick that it was read. */
  readonly rubricAbout: string;
  readonly withSeats: ReadonlySet<string>;
  readonly panels: ReadonlyMap<string, PanelMix>;
  readonly ticks: readonly Tick[];
}

export const openingItems = ['dates', 'seats', 'form', 'rubric', 'panels', 'letters'] as const;
export type OpeningItem = (typeof openingItems)[number];

export type FaultKind =
  | DateProblem
  | 'opensPast'
  | 'shortWindow'
  | 'noSeats'
  | 'noPanel'
  | 'preview_en'
  | 'preview_es'
  | 'weights'
  | 'rubricUnread'
  | 'letters_en'
  | 'letters_es';

/** What is still missing, and for whom where it is one collaborative's. */
export interface Fault {
  readonly kind: FaultKind;
  readonly collaborativeId: string | null;
}

export interface Check {
  readonly item: OpeningItem;
  readonly faults: readonly Fault[];
  readonly ticks: readonly Tick[];
}

/** Fewer days to apply in than this are named as too few; families ask for two weeks. */
const fewestDays = 14;

/** The checklist before a cycle opens: each item with what is missing. */
export function openingChecks(facts: OpeningFacts, now: Instant): Check[] {
  const ticks = facts.ticks.filter((tick) => tick.about === aboutOf(tick.item, facts));
  const faults: Readonly<Record<OpeningItem, readonly Fault[]>> = {
    dates: dateFaults(facts.cycle, now),
    seats: eachWithout('noSeats', facts.cycle, (id) => facts.withSeats.has(id)),
    form: plain([!facts.previews.has('en') && 'preview_en', !facts.previews.has('es') && 'preview_es']),
    rubric: plain([!facts.weightsAreWhole && 'weights', !has(ticks, 'rubric') && 'rubricUnread']),
    panels: eachWithout('noPanel', facts.cycle, (id) => facts.panels.has(id)),
    letters: plain([!has(ticks, 'letters_en') && 'letters_en', !has(ticks, 'letters_es') && 'letters_es']),
  };
  return openingItems.map((item) => ({ item, faults: faults[item], ticks: ticks.filter((tick) => tick.item.startsWith(item)) }));
}

/** The items that are not done. */
export const openItems = (checks: readonly Check[]): OpeningItem[] =>
  checks.filter(({ faults }) => faults.length > 0).map(({ item }) => item);

/** What a tick is about: a rubric that changes afterwards is to be read again. */
export const aboutOf = (item: TickItem, facts: Pick<OpeningFacts, 'rubricAbout'>): string => (item === 'rubric' ? facts.rubricAbout : '');

function dateFaults(cycle: Cycle, now: Instant): Fault[] {
  const days = daysBetween(dateOf(cycle.opensAt), dateOf(cycle.closesAt));
  return plain([...dateProblems(cycle), cycle.opensAt <= now && 'opensPast', days >= 0 && days < fewestDays && 'shortWindow']);
}

const eachWithout = (kind: FaultKind, { collaborativeIds }: Cycle, isThere: (id: string) => boolean): Fault[] =>
  collaborativeIds.filter((id) => !isThere(id)).map((collaborativeId) => ({ kind, collaborativeId }));

const plain = (kinds: readonly (FaultKind | false)[]): Fault[] =>
  kinds.filter((kind) => kind !== false).map((kind) => ({ kind, collaborativeId: null }));

const has = (ticks: readonly Tick[], item: TickItem): boolean => ticks.some((tick) => tick.item === item);
