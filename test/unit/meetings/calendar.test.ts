import fc from 'fast-check';
import ical from 'node-ical';
import { calendarText, icsFold, type CalendarEntry } from '../../../src/features/meetings/calendar';
import { calendarEntry, invitation, publishedCalendar } from '../../../src/features/meetings/meeting-calendar.views';
import { translations } from '../../../src/i18n/locales';
import { aMeeting } from '../../support/builders/meeting';

const translate = translations({ pseudo: false });
const origin = {
  baseUrl: 'https://collaboratives.example.org',
  config: {
    mail: { domain: 'collaboratives.example', from: 'no-reply@collaboratives.example', fromName: 'Local District Collaboratives' },
  },
};
const ana = { personId: 'ana', name: 'Ana "Nena" Reyes; Peña', address: 'ana@example.org', locale: 'es' };

const entry: CalendarEntry = {
  uid: 'meeting-1@collaboratives.example',
  sequence: 2,
  stamp: '2026-11-21T20:00:00.000Z',
  startsAt: '2026-12-04T02:00:00.000Z',
  endsAt: '2026-12-04T04:00:00.000Z',
  summary: 'December meeting',
  description: 'First line\nSecond line',
  location: 'Library',
  url: 'https://collaboratives.example.org/meetings/1',
  isCancelled: false,
};
const organizer = { name: 'Office', address: 'office@example.org' };

const onlyEvent = (text: string) => {
  const events = Object.values(ical.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT');
  expect(events).toHaveLength(1);
  return events[0] as ical.VEvent & { sequence: number; status: string };
};

describe('a calendar file', () => {
  it('says moments in UTC, so that it needs no time zone', () => {
    const text = calendarText([entry], { method: 'PUBLISH', organizer });
    expect(text.split('\r\n').filter((line) => /^DT|^LAST/.test(line))).toEqual([
      'DTSTAMP:20261121T200000Z',
      'LAST-MODIFIED:20261121T200000Z',
      'DTSTART:20261204T020000Z',
      'DTEND:20261204T040000Z',
    ]);
  });

  it('is the same text each time', () => {
    const one = publishedCalendar([aMeeting()], translate('en'), origin);
    expect(publishedCalendar([aMeeting()], translate('en'), origin)).toBe(one);
  });

  it('ends every line with CR LF and has no empty line', () => {
    const text = calendarText([entry], { method: 'PUBLISH', organizer });
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text).not.toContain('\r\n\r\n');
  });

  it('reads back word for word in another program, whatever people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => {
        const summary = words.replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, '').trim();
        fc.pre(summary !== '' && !/\\[nN,;\\]/.test(summary));
        const text = calendarText([{ ...entry, summary }], { method: 'PUBLISH', organizer });
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(onlyEvent(text).summary).toBe(summary);
      }),
      { numRuns: 500 },
    );
  });

  it('lets no line of a reader begin a line of the file', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (words) => {
        const evil = `${words}\r\nATTENDEE:mailto:evil@example.org\nEND:VEVENT\r`;
        const all = { ...entry, summary: evil, description: evil, location: evil, url: evil, uid: evil };
        const text = calendarText([all], {
          method: 'REQUEST',
          organizer: { name: evil, address: evil },
          attendee: { name: evil, address: evil },
        });
        const lines = text.replaceAll('\r\n ', '').split('\r\n');
        expect(lines.filter((line) => line.startsWith('END:VEVENT'))).toHaveLength(1);
        expect(lines.filter((line) => line.startsWith('ATTENDEE:'))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('folds at 75 octets without cutting a character', () => {
    const folded = icsFold(`SUMMARY:${'회의 '.repeat(60)}`);
    const lines = folded.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.map((line, index) => (index === 0 ? line : line.slice(1))).join('')).toBe(`SUMMARY:${'회의 '.repeat(60)}`);
    expect(icsFold('X'.repeat(75))).toBe('X'.repeat(75));
    expect(icsFold('X'.repeat(76))).toBe(`${'X'.repeat(75)}\r\n X`);
  });
});

describe('a meeting in a calendar', () => {
  it('keeps its UID for ever, whatever changes', () => {
    const uids = [aMeeting(), aMeeting({ status: 'cancelled', sequence: 4, place: 'Elsewhere' })].map(
      (meeting) => calendarEntry(meeting, translate('en'), origin).uid,
    );
    expect(uids).toEqual(['meeting-meeting-1@collaboratives.example', 'meeting-meeting-1@collaboratives.example']);
  });

  it('invites one member by name, in their language', () => {
    const { method, content } = invitation(aMeeting(), ana, translate('es'), origin);
    const event = onlyEvent(content);
    expect(method).toBe('REQUEST');
    expect(content).toContain('\r\nMETHOD:REQUEST\r\n');
    expect([event.summary, event.location, event.status, event.sequence]).toEqual([
      'Reunión de diciembre',
      'Lincoln High School, Library, 3501 N. Broadway, Los Angeles, CA 90031',
      'CONFIRMED',
      0,
    ]);
    expect(content.replaceAll('\r\n ', '')).toContain(
      `ATTENDEE;CN="Ana ^'Nena^' Reyes; Peña";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION:mailto:ana@example.org`,
    );
  });

  it('takes a cancelled meeting out of the calendar', () => {
    const { method, content } = invitation(aMeeting({ status: 'cancelled', sequence: 1 }), ana, translate('es'), origin);
    expect([method, onlyEvent(content).status, onlyEvent(content).sequence]).toEqual(['CANCEL', 'CANCELLED', 1]);
    expect(content).toContain('\r\nMETHOD:CANCEL\r\n');
  });

  it('names nobody in a published calendar', () => {
    expect(publishedCalendar([aMeeting()], translate('en'), origin)).not.toContain('ATTENDEE');
  });
});
