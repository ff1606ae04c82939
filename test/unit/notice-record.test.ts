import { noticeLine, sumOf, type NoticeVerdict } from '../../src/features/notice-record/notice-record';
import { standardNotice, type Meeting } from '../../src/features/meetings';
import type { Posting } from '../../src/features/agendas';
import { aPosting, anItem } from '../support/builders/agenda';
import { aMeeting } from '../support/builders/meeting';

// Thursday, December 3, 2026, 6 PM: 72 hours before is Monday, 6 PM (02:00 UTC of December 1), 24 hours before Wednesday.
const regular = aMeeting({ status: 'posted' });
const posted = (at: string, isLate = false, number = 1, meeting = regular): Posting => ({
  ...aPosting(at, { meeting, items: [anItem('a')], isLate }),
  number,
  lateReason: isLate ? 'The printer broke' : '',
});
const afterwards = '2026-12-10T00:00:00.000Z';
const verdict = (meeting: Meeting, postings: readonly Posting[], now: string): NoticeVerdict =>
  noticeLine({ meeting, postings, latePapers: 0 }, standardNotice, now).verdict;

describe('the record of notice', () => {
  it.each<[string, NoticeVerdict, Meeting, readonly Posting[], string]>([
    ['posted at the last moment of 72 hours', 'inTime', regular, [posted('2026-12-01T02:00:00.000Z')], afterwards],
    ['posted late with a reason', 'late', regular, [posted('2026-12-01T02:00:00.001Z', true)], afterwards],
    [
      'changed later, after it was in time',
      'inTime',
      regular,
      [posted('2026-12-01T02:00:00.000Z'), posted('2026-12-02T02:00:00.000Z', false, 2)],
      afterwards,
    ],
    [
      'posted for a day it is not held on any more',
      'late',
      aMeeting({ startsAt: '2026-12-05T02:00:00.000Z' }),
      [posted('2026-12-01T02:00:00.000Z')],
      afterwards,
    ],
    ['not posted when 72 hours are left', 'toCome', regular, [], '2026-12-01T02:00:00.000Z'],
    ['not posted a moment after', 'none', regular, [], '2026-12-01T02:00:00.001Z'],
    ['cancelled before it was posted', 'calledOff', aMeeting({ status: 'cancelled' }), [], afterwards],
    ['put off before it was posted', 'calledOff', aMeeting({ status: 'postponed' }), [], afterwards],
    [
      'cancelled after it was posted in time',
      'inTime',
      aMeeting({ status: 'cancelled' }),
      [posted('2026-11-30T02:00:00.000Z')],
      afterwards,
    ],
    ['an orientation', 'noClock', aMeeting({ kind: 'orientation' }), [], afterwards],
  ])('of a meeting %s says %s', (_, wanted, meeting, postings, now) => {
    expect(verdict(meeting, postings, now)).toBe(wanted);
  });

  it('counts the hours of the first version in time, and tells versions and late papers', () => {
    const postings = [posted('2026-12-02T02:00:00.000Z', false, 2), posted('2026-11-30T01:00:00.000Z')];
    const line = noticeLine({ meeting: regular, postings, latePapers: 2 }, standardNotice, afterwards);
    expect([line.postedAt, line.hours, line.needed, line.versions, line.latePapers]).toEqual(['2026-11-30T01:00:00.000Z', 97, 72, 2, 2]);
  });

  it('sums only those whose time ran out', () => {
    const lines = [
      { meeting: regular, postings: [posted('2026-11-30T02:00:00.000Z')] },
      { meeting: regular, postings: [posted('2026-12-02T02:00:00.000Z', true)] },
      { meeting: regular, postings: [] },
      { meeting: aMeeting({ status: 'cancelled' }), postings: [] },
      { meeting: aMeeting({ kind: 'orientation' }), postings: [] },
    ].map((given) => noticeLine({ ...given, latePapers: 0 }, standardNotice, afterwards));
    expect(sumOf(lines)).toEqual({ due: 3, inTime: 1, late: 1, none: 1 });
  });
});
