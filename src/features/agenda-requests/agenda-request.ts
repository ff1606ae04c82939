import { plusElapsed, startOfDay, type CalendarDate, type Instant } from '../../lib/time';

/** Somebody without an account gets a collaborative's agendas by mail. */
export interface AgendaRequest {
  readonly id: string;
  readonly collaborativeId: string;
  readonly email: string;
  readonly locale: string;
  readonly askedAt: Instant;
  /** Its last day, a 31 December. */
  readonly lapsesOn: CalendarDate;
}

/** What somebody who asks must prove by following the mailed link; nothing is kept of them before. */
export interface Asked {
  readonly collaborativeId: string;
  readonly email: string;
  readonly locale: string;
  readonly at: Instant;
}

const confirmHours = 24 * 7;

/** The link of a request is good for seven days. */
export const isStillOpen = ({ at }: Asked, now: Instant): boolean => now < plusElapsed(at, { hours: confirmHours });

/**
 * The 31 December on which a request of this day lapses (54954.1). The reminder goes out on 1 December: what is asked for
 * or renewed from that day on stands until the end of the next year.
 */
export const lastDayFor = (today: CalendarDate): CalendarDate => {
  const [year = '', month] = today.split('-');
  return `${month === '12' ? Number(year) + 1 : year}-12-31`;
};

/** Whether agendas are sent for it on this day; its last day counts. */
export const isActive = ({ lapsesOn }: Pick<AgendaRequest, 'lapsesOn'>, today: CalendarDate): boolean => today <= lapsesOn;

/** When its reader is reminded that it lapses: on 1 December of its year, at nine. */
export const reminderMoment = ({ lapsesOn }: Pick<AgendaRequest, 'lapsesOn'>): Instant =>
  plusElapsed(startOfDay(`${lapsesOn.slice(0, 4)}-12-01`), { hours: 9 });

/** Lapsed requests are kept until the end of January, so that the button of the reminder still works: who lapsed before this day goes. */
export const keptFrom = (today: CalendarDate): CalendarDate => {
  const [year = '', month] = today.split('-');
  return month === '01' ? `${Number(year) - 1}-12-31` : `${year}-01-01`;
};
