import type { Instant } from '../../lib/time';

/** A page of the sitemap: its address without the origin, and when it last changed, where that is known. */
export interface Place {
  readonly href: string;
  readonly changedAt: Instant | null;
}

/** Addresses in one file of the sitemap, at most. */
export const mostPlaces = 5000;

/** A meeting has its page, its agenda and its minutes. */
export const placesOfMeeting = 3;

/** A meeting that anyone may know of, with what there is to read of it. */
export interface MappedMeeting {
  readonly id: string;
  readonly changedAt: Instant;
  /** When its newest agenda was posted; null: none was. */
  readonly postedAt: Instant | null;
  /** When its minutes came out; null: nobody outside may read them. */
  readonly minutesAt: Instant | null;
}

/** How many records there are, and how many stand in one file. */
interface Size {
  readonly pages: number;
  readonly meetings: number;
  readonly notes: number;
}

/** Whether one file holds the whole sitemap; else an index names several. Each meeting counts as if all of it were public. */
export const fitsInOne = ({ pages, meetings, notes }: Size, most: number = mostPlaces): boolean =>
  pages + meetings * placesOfMeeting + notes <= most;

/** How many meetings one file takes. */
export const meetingsInFile = (most: number = mostPlaces): number => Math.floor(most / placesOfMeeting);

/** The newest of some moments; null where none is known. */
export const newestOf = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.reduce((newest, moment) => (moment !== null && (newest === null || moment > newest) ? moment : newest), null);
