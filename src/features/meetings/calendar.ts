import type { Instant } from '../../lib/time';

/** One VEVENT, in words and moments. */
export interface CalendarEntry {
  /** The same for ever: `meeting-<id>@<domain>`. */
  readonly uid: string;
  readonly sequence: number;
  /** When the record last changed: the same text each time it is asked for. */
  readonly stamp: Instant;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url: string;
  readonly isCancelled: boolean;
}

interface Party {
  readonly name: string;
  readonly address: string;
}

interface CalendarOptions {
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  readonly organizer: Party;
  /** The recipient of the mail; published calendars have none. */
  readonly attendee?: Party;
  /** Name of a calendar to subscribe to. */
  readonly name?: string;
}

/** An iCalendar file (RFC 5545): UTC instants, so no VTIMEZONE; CRLF; lines folded at 75 octets. */
export function calendarText(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Local District Collaboratives//Meetings//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${options.method}`,
    ...(options.name === undefined
      ? []
      : [`X-WR-CALNAME:${textValue(options.name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H']),
    ...entries.flatMap((entry) => eventLines(entry, options)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${icsFold(line)}\r\n`).join('');
}

/** Folds a line at 75 octets, never inside a character. */
export function icsFold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

function eventLines(entry: CalendarEntry, { method, organizer, attendee }: CalendarOptions): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    `LAST-MODIFIED:${utc(entry.stamp)}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(entry.endsAt)}`,
    `SUMMARY:${textValue(entry.summary)}`,
    ...(entry.location === '' ? [] : [`LOCATION:${textValue(entry.location)}`]),
    ...(entry.description === '' ? [] : [`DESCRIPTION:${textValue(entry.description)}`]),
    `URL:${uriValue(entry.url)}`,
    `STATUS:${entry.isCancelled || method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    `ORGANIZER;CN=${parameterValue(organizer.name)}:mailto:${uriValue(organizer.address)}`,
    ...(attendee === undefined
      ? []
      : [`ATTENDEE;CN=${parameterValue(attendee.name)};ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION:mailto:${uriValue(attendee.address)}`]),
    'END:VEVENT',
  ];
}

/** A TEXT value: backslash, semicolon, comma and line break escaped (3.3.11), other control characters dropped. */
const textValue = (text: string): string =>
  withoutControls(text.replace(/\r\n?/g, '\n').replace(/\\/g, '\\\\').replace(/[;,]/g, '\\$&').replace(/\n/g, '\\n'));

/** A parameter value in quotes; a quote inside by RFC 6868, a line break cannot stand in it. */
const parameterValue = (text: string): string =>
  `"${withoutControls(
    text
      .replace(/[\r\n\t]+/g, ' ')
      .replace(/\^/g, '^^')
      .replace(/"/g, "^'"),
  )}"`;

/** A URI stands unescaped; what could end the line is dropped. */
const uriValue = (text: string): string => withoutControls(text).replace(/\s/g, '');

const withoutControls = (text: string): string => text.replace(/[\u0000-\u001f\u007f]/g, '');

/** `20261203T020000Z`. */
const utc = (instant: Instant): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;
