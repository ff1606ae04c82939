import type { CalendarDate, Instant } from '../../lib/time';

export const panelKinds = ['staff', 'member', 'public'] as const;
export type PanelKind = (typeof panelKinds)[number];

/** The panel of one collaborative in one cycle. */
export interface PanelOf {
  readonly cycleId: string;
  readonly collaborativeId: string;
}

export interface PanelMember extends PanelOf {
  readonly id: string;
  readonly personId: string;
  readonly kind: PanelKind;
  /** When confidentiality and the guide to fair scoring were acknowledged; null: not yet. */
  readonly acknowledgedAt: Instant | null;
  /** The version of the guide they acknowledged. */
  readonly acknowledgedGuide: string | null;
  /** Languages they read; none when they have not said, which bars nothing. */
  readonly languages: readonly string[];
  /** Most files they take; null: no limit. */
  readonly mostFiles: number | null;
  /** What staff or they noted on their time. */
  readonly note: string;
  /** Off the panel since; what they scored stays. */
  readonly leftOn: CalendarDate | null;
}

/** How many of each kind read on a panel; published (domain.md 5). */
export type PanelMix = Readonly<Record<PanelKind, number>>;

export const mixOf = (kinds: readonly PanelKind[]): PanelMix => ({
  staff: kinds.filter((kind) => kind === 'staff').length,
  member: kinds.filter((kind) => kind === 'member').length,
  public: kinds.filter((kind) => kind === 'public').length,
});

/** Percent of done over all, whole; 100 when there is nothing to do. */
export const percentOf = (done: number, all: number): number => (all === 0 ? 100 : Math.floor((done / all) * 100));
