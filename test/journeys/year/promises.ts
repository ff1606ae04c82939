import type { Turn } from './ledger';

/** What anyone may read of a meeting afterwards. */
export interface Promised {
  readonly state: 'adjourned' | 'cancelled' | 'postponed';
  /** Hours before the start of each version posted, oldest first; the second says whether it was late. */
  readonly postings: readonly (readonly [hours: number, isLate: boolean])[];
  /** What became of the matter of the day: of its motion, else of the item. */
  readonly matter: 'carried' | 'failed' | 'postponed' | null;
  /** Members at roll call. */
  readonly present: number;
}

const inTime = [[96, false]] as const;

/** By hand, for each way a meeting went. */
export const promises: Readonly<Record<Turn, Promised>> = {
  ordinary: { state: 'adjourned', postings: inTime, matter: 'carried', present: 5 },
  corrected: { state: 'adjourned', postings: inTime, matter: 'carried', present: 5 },
  minutesRefused: { state: 'adjourned', postings: inTime, matter: 'carried', present: 5 },
  latePaper: { state: 'adjourned', postings: [...inTime, [40, false]], matter: 'carried', present: 5 },
  quorumLost: { state: 'adjourned', postings: inTime, matter: 'carried', present: 3 },
  tie: { state: 'adjourned', postings: inTime, matter: 'failed', present: 4 },
  noQuorum: { state: 'adjourned', postings: inTime, matter: 'postponed', present: 2 },
  postedLate: { state: 'adjourned', postings: [[50, true]], matter: 'postponed', present: 5 },
  special: { state: 'adjourned', postings: [[30, false]], matter: 'carried', present: 5 },
  cancelled: { state: 'cancelled', postings: inTime, matter: null, present: 0 },
  postponed: { state: 'postponed', postings: [], matter: null, present: 0 },
};

/** Mails that each member of a body got in the year, by hand: kinds and how many. */
export const mailsToEach: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  central: {
    'meeting.series': 1,
    'agenda.posted': 12,
    'agenda.changed': 1,
    'meeting.cancelled': 1,
    'meeting.tomorrow': 11,
    'minutes.circulated': 11,
  },
  east: { 'meeting.series': 1, 'agenda.posted': 12, 'agenda.changed': 1, 'meeting.tomorrow': 12, 'minutes.circulated': 12 },
  northeast: {
    'meeting.series': 1,
    'meeting.scheduled': 1,
    'meeting.postponed': 1,
    'agenda.posted': 13,
    'meeting.tomorrow': 13,
    'minutes.circulated': 13,
  },
  northwest: { 'meeting.series': 1, 'agenda.posted': 12, 'meeting.tomorrow': 12, 'minutes.circulated': 12 },
  south: { 'meeting.series': 1, 'agenda.posted': 12, 'meeting.tomorrow': 12, 'minutes.circulated': 12 },
  west: { 'meeting.series': 1, 'agenda.posted': 12, 'meeting.tomorrow': 12, 'minutes.circulated': 12 },
};
