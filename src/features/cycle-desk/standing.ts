import { daysBetween, dateOf, type CalendarDate, type Instant } from '../../lib/time';
import { cycleMachine, dueAt, type Constituency, type Cycle, type CycleEvent, type CycleStatus } from '../cycles';
import type { PanelMix } from '../reviews';
import type { SlateStatus } from '../selection';

/** Offers by what became of them. */
export interface OfferCounts {
  readonly open: number;
  readonly accepted: number;
  readonly declined: number;
  readonly lapsed: number;
}

/** How far one collaborative has come in a cycle. */
export interface Standing {
  readonly collaborativeId: string;
  readonly seats: readonly { readonly constituency: Constituency; readonly count: number }[];
  /** Applications sent and not withdrawn that name it first, and that name it at all. */
  readonly firstChoice: number;
  readonly all: number;
  readonly panel: PanelMix;
  /** Reviews that each application gets at least. */
  readonly minimumReviews: number;
  /** Applications its panel reads. */
  readonly toReview: number;
  /** Of those: with fewer reviewers than the least number; with as many complete reviews or more. */
  readonly unassigned: number;
  readonly covered: number;
  readonly slate: SlateStatus | null;
  readonly offers: OfferCounts;
  /** When the last open offer must be answered. */
  readonly answerBy: Instant | null;
}

const path: readonly CycleStatus[] = ['draft', 'scheduled', 'open', 'closed', 'in_review', 'deciding', 'released', 'complete'];

export interface Stage {
  readonly status: CycleStatus;
  readonly is: 'past' | 'now' | 'ahead';
  /** When it began, or will begin by its date; null where only people decide it. */
  readonly at: Instant | null;
  /** The day it is announced for, where people decide the moment. */
  readonly on: CalendarDate | null;
}

const stepInto: Readonly<Partial<Record<CycleStatus, CycleEvent>>> = {
  scheduled: 'schedule',
  open: 'open',
  closed: 'close',
  in_review: 'startReview',
  deciding: 'startDeciding',
  released: 'release',
  complete: 'complete',
};

/** The way of a cycle from draft to complete; `began` says when its history wrote each state. A cancelled one has none. */
export function stagesOf(cycle: Cycle, began: ReadonlyMap<CycleStatus, Instant>): Stage[] {
  const reached = path.indexOf(cycle.status);
  if (reached === -1) return [];
  return path.map((status, place) => {
    const step = stepInto[status];
    const planned = step === undefined ? null : shownAt(cycle, step);
    return {
      status,
      is: place < reached ? 'past' : place === reached ? 'now' : 'ahead',
      at: place <= reached ? (began.get(status) ?? null) : planned,
      on: status === 'released' && place > reached ? cycle.decisionsOn : null,
    };
  });
}

/** People know the closing time, not the end of its minute. */
const shownAt = (cycle: Cycle, step: CycleEvent): Instant | null => (step === 'close' ? cycle.closesAt : dueAt(cycle, step));

export type DueKind = 'opens' | 'closes' | 'reviews' | 'decisions' | 'answers' | 'term';

export interface Due {
  readonly kind: DueKind;
  /** A moment, or a calendar date. */
  readonly at: Instant;
  /** Whole days from today; negative when it is late. */
  readonly days: number;
}

const awaitedIn: Readonly<Record<Exclude<DueKind, 'answers'>, readonly CycleStatus[]>> = {
  opens: ['draft', 'scheduled'],
  closes: ['draft', 'scheduled', 'open'],
  reviews: ['draft', 'scheduled', 'open', 'closed', 'in_review'],
  decisions: ['draft', 'scheduled', 'open', 'closed', 'in_review', 'deciding'],
  term: path.slice(0, -1),
};

/** What falls due in a cycle, the next first; what is past and done is left out. */
export function dueList(cycle: Cycle, standings: readonly Standing[], today: CalendarDate): Due[] {
  const last = standings.map(({ answerBy }) => answerBy).reduce((latest, at) => ((at ?? '') > (latest ?? '') ? at : latest), null);
  const all: Due[] = [
    due('opens', cycle.opensAt, today),
    due('closes', cycle.closesAt, today),
    due('reviews', cycle.reviewBy, today),
    due('decisions', cycle.decisionsOn, today),
    due('term', cycle.termStartsOn, today),
  ].filter(({ kind }) => kind !== 'answers' && awaitedIn[kind].includes(cycle.status));
  const answers = last === null ? [] : [due('answers', last, today)];
  return [...all, ...answers].sort((a, b) => a.days - b.days);
}

const due = (kind: DueKind, at: Instant, today: CalendarDate): Due => ({
  kind,
  at,
  days: daysBetween(today, at.length === 10 ? at : dateOf(at)),
});

export type BlockerKind =
  'noSeats' | 'noPanel' | 'smallPanel' | 'unassigned' | 'uncovered' | 'noSlate' | 'returned' | 'toApprove' | 'toRelease' | 'openOffers';

/** Something still open before the next step of a cycle. */
export interface Blocker {
  readonly kind: BlockerKind;
  readonly collaborativeId: string;
  readonly count: number;
}

const panelSize = ({ panel }: Standing): number => panel.staff + panel.member + panel.public;

const counted: Readonly<Record<BlockerKind, (standing: Standing) => number>> = {
  noSeats: ({ seats }) => (seats.length === 0 ? 1 : 0),
  noPanel: (standing) => (panelSize(standing) === 0 ? 1 : 0),
  smallPanel: (standing) => (panelSize(standing) === 0 ? 0 : Math.max(0, standing.minimumReviews - panelSize(standing))),
  unassigned: ({ unassigned }) => unassigned,
  uncovered: ({ toReview, covered }) => toReview - covered,
  noSlate: ({ slate }) => (slate === null || slate === 'draft' ? 1 : 0),
  returned: ({ slate }) => (slate === 'returned' ? 1 : 0),
  toApprove: ({ slate }) => (slate === 'sent' ? 1 : 0),
  toRelease: ({ slate }) => (slate === 'approved' ? 1 : 0),
  openOffers: ({ offers }) => offers.open,
};

const openIn: Readonly<Partial<Record<CycleStatus, readonly BlockerKind[]>>> = {
  draft: ['noSeats', 'noPanel'],
  scheduled: ['noSeats', 'noPanel'],
  open: ['noPanel', 'smallPanel'],
  closed: ['noPanel', 'smallPanel', 'unassigned'],
  in_review: ['noPanel', 'smallPanel', 'unassigned', 'uncovered'],
  deciding: ['noSlate', 'returned', 'toApprove', 'toRelease'],
  released: ['openOffers'],
};

/** What is still open before the next step, in the order in which it is mended. */
export function blockersOf(status: CycleStatus, standings: readonly Standing[]): Blocker[] {
  return (openIn[status] ?? []).flatMap((kind) =>
    standings
      .map((standing) => ({ kind, collaborativeId: standing.collaborativeId, count: counted[kind](standing) }))
      .filter(({ count }) => count > 0),
  );
}

export interface NextStep {
  readonly step: CycleEvent;
  /** When its date takes it by itself; null: only a person takes it. */
  readonly at: Instant | null;
  /** A person who takes it now says why. */
  readonly needsReason: boolean;
}

/** The next step of a cycle, or null when it is over. Dates move it as far as deciding, never to the release (domain.md 3). */
export function nextStep(cycle: Cycle, blockers: readonly Blocker[], now: Instant): NextStep | null {
  const step = cycleMachine.eventsFrom(cycle.status).find((event) => event !== 'cancel');
  if (step === undefined) return null;
  const at = dueAt(cycle, step);
  const isEarly = at !== null && now < at;
  return { step, at, needsReason: step !== 'release' && (isEarly || blockers.length > 0) };
}
