/** What becomes of a meeting beside the ordinary. */
export type Turn =
  | 'ordinary'
  /** A paper comes 40 hours before. */
  | 'latePaper'
  /** Two of five are there: no vote, and all adjourn. */
  | 'noQuorum'
  /** A member leaves after the first vote; the second item is put off. */
  | 'quorumLost'
  | 'cancelled'
  /** Put off to the day of the next line. */
  | 'postponed'
  /** Posted 50 hours before by staff with a reason: nothing is decided. */
  | 'postedLate'
  /** The item is voted on, two against two. */
  | 'tie'
  /** The motion to approve the minutes of the meeting before fails; the one after approves them. */
  | 'minutesRefused'
  /** A member corrects the circulated minutes, and the secretary takes it in. */
  | 'corrected'
  /** A special meeting, planned and posted 30 hours before. */
  | 'special';

/** One line of the ledger: the day in Los Angeles, the instant it begins, what happens, when its minutes are approved (no date: never). */
export type Line = readonly [day: string, startsAt: string, turn: Turn, approvedOn: string | null];

export interface BodyYear {
  readonly slug: string;
  readonly code: string;
  readonly rule: Readonly<{ weeks: string; weekday: string; starts: string; ends: string; onHoliday: 'next' | 'previous' }>;
  readonly lines: readonly Line[];
}

/**
 * The year 2027 of six bodies, written by hand from a wall calendar: clocks go forward on March 14 and back on November 7, so
 * that six in the evening is 02:00 UTC of the next day in winter and 01:00 in summer.
 */
export const ledger: readonly BodyYear[] = [
  {
    slug: 'central',
    code: 'C',
    rule: { weeks: 'third', weekday: 'thursday', starts: '18:00', ends: '20:00', onHoliday: 'next' },
    lines: [
      ['2027-01-21', '2027-01-22T02:00:00.000Z', 'ordinary', '2027-02-18'],
      ['2027-02-18', '2027-02-19T02:00:00.000Z', 'latePaper', '2027-03-18'],
      ['2027-03-18', '2027-03-19T01:00:00.000Z', 'ordinary', '2027-04-15'],
      ['2027-04-15', '2027-04-16T01:00:00.000Z', 'ordinary', '2027-05-20'],
      ['2027-05-20', '2027-05-21T01:00:00.000Z', 'quorumLost', '2027-06-17'],
      ['2027-06-17', '2027-06-18T01:00:00.000Z', 'ordinary', '2027-07-15'],
      ['2027-07-15', '2027-07-16T01:00:00.000Z', 'ordinary', '2027-09-16'],
      ['2027-08-19', '2027-08-20T01:00:00.000Z', 'cancelled', null],
      ['2027-09-16', '2027-09-17T01:00:00.000Z', 'ordinary', '2027-10-21'],
      ['2027-10-21', '2027-10-22T01:00:00.000Z', 'corrected', '2027-11-18'],
      ['2027-11-18', '2027-11-19T02:00:00.000Z', 'ordinary', '2027-12-16'],
      ['2027-12-16', '2027-12-17T02:00:00.000Z', 'ordinary', null],
    ],
  },
  {
    slug: 'east',
    code: 'E',
    rule: { weeks: 'second', weekday: 'tuesday', starts: '17:30', ends: '19:00', onHoliday: 'next' },
    lines: [
      ['2027-01-12', '2027-01-13T01:30:00.000Z', 'ordinary', '2027-02-09'],
      ['2027-02-09', '2027-02-10T01:30:00.000Z', 'ordinary', '2027-04-13'],
      ['2027-03-09', '2027-03-10T01:30:00.000Z', 'noQuorum', '2027-04-13'],
      ['2027-04-13', '2027-04-14T00:30:00.000Z', 'ordinary', '2027-05-11'],
      ['2027-05-11', '2027-05-12T00:30:00.000Z', 'ordinary', '2027-06-08'],
      ['2027-06-08', '2027-06-09T00:30:00.000Z', 'ordinary', '2027-07-13'],
      ['2027-07-13', '2027-07-14T00:30:00.000Z', 'ordinary', '2027-08-10'],
      ['2027-08-10', '2027-08-11T00:30:00.000Z', 'ordinary', '2027-09-14'],
      ['2027-09-14', '2027-09-15T00:30:00.000Z', 'latePaper', '2027-10-12'],
      ['2027-10-12', '2027-10-13T00:30:00.000Z', 'ordinary', '2027-11-09'],
      ['2027-11-09', '2027-11-10T01:30:00.000Z', 'ordinary', '2027-12-14'],
      ['2027-12-14', '2027-12-15T01:30:00.000Z', 'ordinary', null],
    ],
  },
  {
    slug: 'northeast',
    code: 'NE',
    rule: { weeks: 'first', weekday: 'wednesday', starts: '18:00', ends: '19:30', onHoliday: 'next' },
    lines: [
      ['2027-01-06', '2027-01-07T02:00:00.000Z', 'ordinary', '2027-02-03'],
      ['2027-02-03', '2027-02-04T02:00:00.000Z', 'ordinary', '2027-03-03'],
      ['2027-03-03', '2027-03-04T02:00:00.000Z', 'ordinary', '2027-04-14'],
      ['2027-04-07', '2027-04-08T01:00:00.000Z', 'postponed', null],
      ['2027-04-14', '2027-04-15T01:00:00.000Z', 'ordinary', '2027-05-05'],
      ['2027-05-05', '2027-05-06T01:00:00.000Z', 'ordinary', '2027-06-02'],
      ['2027-06-02', '2027-06-03T01:00:00.000Z', 'ordinary', '2027-07-07'],
      ['2027-06-16', '2027-06-17T01:00:00.000Z', 'special', '2027-07-07'],
      ['2027-07-07', '2027-07-08T01:00:00.000Z', 'ordinary', '2027-08-04'],
      ['2027-08-04', '2027-08-05T01:00:00.000Z', 'ordinary', '2027-09-01'],
      ['2027-09-01', '2027-09-02T01:00:00.000Z', 'ordinary', '2027-10-06'],
      ['2027-10-06', '2027-10-07T01:00:00.000Z', 'ordinary', '2027-11-03'],
      ['2027-11-03', '2027-11-04T01:00:00.000Z', 'ordinary', '2027-12-01'],
      ['2027-12-01', '2027-12-02T02:00:00.000Z', 'ordinary', null],
    ],
  },
  {
    // Dr. King's day and Presidents' day are third Mondays.
    slug: 'northwest',
    code: 'NW',
    rule: { weeks: 'third', weekday: 'monday', starts: '18:00', ends: '20:00', onHoliday: 'next' },
    lines: [
      ['2027-01-25', '2027-01-26T02:00:00.000Z', 'ordinary', '2027-02-22'],
      ['2027-02-22', '2027-02-23T02:00:00.000Z', 'ordinary', '2027-03-15'],
      ['2027-03-15', '2027-03-16T01:00:00.000Z', 'ordinary', '2027-04-19'],
      ['2027-04-19', '2027-04-20T01:00:00.000Z', 'ordinary', '2027-05-17'],
      ['2027-05-17', '2027-05-18T01:00:00.000Z', 'ordinary', '2027-06-21'],
      ['2027-06-21', '2027-06-22T01:00:00.000Z', 'ordinary', '2027-08-16'],
      ['2027-07-19', '2027-07-20T01:00:00.000Z', 'postedLate', '2027-08-16'],
      ['2027-08-16', '2027-08-17T01:00:00.000Z', 'ordinary', '2027-09-20'],
      ['2027-09-20', '2027-09-21T01:00:00.000Z', 'ordinary', '2027-10-18'],
      ['2027-10-18', '2027-10-19T01:00:00.000Z', 'ordinary', '2027-11-15'],
      ['2027-11-15', '2027-11-16T02:00:00.000Z', 'ordinary', '2027-12-20'],
      ['2027-12-20', '2027-12-21T02:00:00.000Z', 'ordinary', null],
    ],
  },
  {
    // The fourth Saturday of December is Christmas.
    slug: 'south',
    code: 'S',
    rule: { weeks: 'fourth', weekday: 'saturday', starts: '10:00', ends: '12:00', onHoliday: 'previous' },
    lines: [
      ['2027-01-23', '2027-01-23T18:00:00.000Z', 'ordinary', '2027-02-27'],
      ['2027-02-27', '2027-02-27T18:00:00.000Z', 'ordinary', '2027-03-27'],
      ['2027-03-27', '2027-03-27T17:00:00.000Z', 'ordinary', '2027-04-24'],
      ['2027-04-24', '2027-04-24T17:00:00.000Z', 'ordinary', '2027-05-22'],
      ['2027-05-22', '2027-05-22T17:00:00.000Z', 'ordinary', '2027-06-26'],
      ['2027-06-26', '2027-06-26T17:00:00.000Z', 'tie', '2027-07-24'],
      ['2027-07-24', '2027-07-24T17:00:00.000Z', 'ordinary', '2027-08-28'],
      ['2027-08-28', '2027-08-28T17:00:00.000Z', 'ordinary', '2027-09-25'],
      ['2027-09-25', '2027-09-25T17:00:00.000Z', 'ordinary', '2027-10-23'],
      ['2027-10-23', '2027-10-23T17:00:00.000Z', 'ordinary', '2027-11-27'],
      ['2027-11-27', '2027-11-27T18:00:00.000Z', 'ordinary', '2027-12-18'],
      ['2027-12-18', '2027-12-18T18:00:00.000Z', 'ordinary', null],
    ],
  },
  {
    // Veterans Day is the second Thursday of November.
    slug: 'west',
    code: 'W',
    rule: { weeks: 'second', weekday: 'thursday', starts: '18:30', ends: '20:00', onHoliday: 'next' },
    lines: [
      ['2027-01-14', '2027-01-15T02:30:00.000Z', 'ordinary', '2027-02-11'],
      ['2027-02-11', '2027-02-12T02:30:00.000Z', 'ordinary', '2027-03-11'],
      ['2027-03-11', '2027-03-12T02:30:00.000Z', 'ordinary', '2027-04-08'],
      ['2027-04-08', '2027-04-09T01:30:00.000Z', 'ordinary', '2027-06-10'],
      ['2027-05-13', '2027-05-14T01:30:00.000Z', 'minutesRefused', '2027-06-10'],
      ['2027-06-10', '2027-06-11T01:30:00.000Z', 'ordinary', '2027-07-08'],
      ['2027-07-08', '2027-07-09T01:30:00.000Z', 'ordinary', '2027-08-12'],
      ['2027-08-12', '2027-08-13T01:30:00.000Z', 'ordinary', '2027-09-09'],
      ['2027-09-09', '2027-09-10T01:30:00.000Z', 'ordinary', '2027-10-14'],
      ['2027-10-14', '2027-10-15T01:30:00.000Z', 'ordinary', '2027-11-18'],
      ['2027-11-18', '2027-11-19T02:30:00.000Z', 'ordinary', '2027-12-09'],
      ['2027-12-09', '2027-12-10T02:30:00.000Z', 'ordinary', null],
    ],
  },
];
