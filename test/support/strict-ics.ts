/** One event as RFC 5545 has it; moments as ISO 8601. */
export interface StrictEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly stamp: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
}

interface Line {
  readonly name: string;
  readonly value: string;
}

const token = '[A-Za-z0-9-]+';
const quoted = '"[^"\\u0000-\\u0008\\u000a-\\u001f\\u007f]*"';
const safe = '[^";:,\\u0000-\\u0008\\u000a-\\u001f\\u007f]*';
const contentLine = new RegExp(`^(${token})((?:;${token}=(?:${quoted}|${safe})(?:,(?:${quoted}|${safe}))*)*):(.*)$`, 'u');

/** Reads a calendar by the letter of RFC 5545 and RFC 7986 alone; throws with the reason for whatever they do not allow. */
export function readStrictly(text: string): { readonly method: string; readonly events: readonly StrictEvent[] } {
  const lines = unfolded(text).map(parsed);
  const edges = [lines[0], lines.at(-1)].map((line) => `${line?.name}:${line?.value}`).join(' ');
  if (edges !== 'BEGIN:VCALENDAR END:VCALENDAR') throw new Error(`3.4: ${edges}`);
  const { head, events } = components(lines.slice(1, -1));
  if (one(head, 'VERSION') !== '2.0' || one(head, 'PRODID') === '') throw new Error('3.6: VERSION and PRODID');
  return { method: one(head, 'METHOD'), events: events.map(eventOf) };
}

/** 3.6: properties of the calendar, then nothing but events, one after another. */
function components(lines: readonly Line[]): { head: Line[]; events: Line[][] } {
  const marks = lines.flatMap((line, index) => (line.name === 'BEGIN' || line.name === 'END' ? [index] : []));
  const said = marks.map((mark, index) =>
    `${lines[mark]?.name}:${lines[mark]?.value}`.replace(index % 2 === 0 ? 'BEGIN:VEVENT' : 'END:VEVENT', ''),
  );
  if (said.join('') !== '' || marks.length % 2 === 1) throw new Error(`3.6: ${said.join(' ')}`);
  const begins = marks.filter((_, index) => index % 2 === 0);
  const events = begins.map((begin, index) => lines.slice(begin + 1, marks[2 * index + 1]));
  const outside = begins.slice(1).some((begin, index) => begin !== (marks[2 * index + 1] ?? 0) + 1);
  if (outside) throw new Error('3.6: a property between events');
  return { head: lines.slice(0, marks[0] ?? lines.length), events };
}

/** 3.1: lines end with CR LF, have at most 75 octets, and go on after a blank. */
function unfolded(text: string): string[] {
  if (!text.endsWith('\r\n')) throw new Error('3.1: the last line has no end');
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    if (/[\r\n]/.test(line)) throw new Error('3.1: a bare line break');
    if (Buffer.byteLength(line) > 75) throw new Error(`3.1: ${Buffer.byteLength(line)} octets`);
    if (line.includes('\ufffd')) throw new Error('3.1: a character was cut');
  }
  return text
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
}

function parsed(line: string): Line {
  const found = contentLine.exec(line);
  if (found === null || /[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) throw new Error(`3.1: no content line: ${line}`);
  return { name: (found[1] ?? '').toUpperCase(), value: found[3] ?? '' };
}

function one(lines: readonly Line[], name: string): string {
  const found = lines.filter((line) => line.name === name);
  if (found.length !== 1) throw new Error(`3.6: ${name} stands ${found.length} times`);
  return found[0]?.value ?? '';
}

const optional = (lines: readonly Line[], name: string): string => (lines.some((line) => line.name === name) ? one(lines, name) : '');

const eventOf = (lines: readonly Line[]): StrictEvent => ({
  uid: textOf(one(lines, 'UID')),
  sequence: wholeOf(optional(lines, 'SEQUENCE')),
  status: one(lines, 'STATUS'),
  stamp: momentOf(one(lines, 'DTSTAMP')),
  start: momentOf(one(lines, 'DTSTART')),
  end: momentOf(one(lines, 'DTEND')),
  summary: textOf(one(lines, 'SUMMARY')),
  location: textOf(optional(lines, 'LOCATION')),
  description: textOf(optional(lines, 'DESCRIPTION')),
});

function wholeOf(value: string): number {
  if (!/^\d+$/.test(value)) throw new Error(`3.3.8: ${value}`);
  return Number(value);
}

/** 3.3.5, form 2: UTC. */
function momentOf(value: string): string {
  if (!/^\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\dZ$/.test(value)) throw new Error(`3.3.5: ${value}`);
  const iso = value.replace(/^(....)(..)(..)T(..)(..)(..)Z$/, '$1-$2-$3T$4:$5:$6.000Z');
  if (new Date(iso).toISOString() !== iso) throw new Error(`3.3.5: no such day: ${value}`);
  return iso;
}

/** 3.3.11: a backslash stands before backslash, semicolon, comma or n only, and the two marks never without one. */
function textOf(value: string): string {
  const parts = value.match(/\\[\\;,nN]|[^\\;,]/gu) ?? [];
  if (parts.join('') !== value) throw new Error(`3.3.11: ${value}`);
  return parts.map((part) => (/^\\[nN]$/.test(part) ? '\n' : part.startsWith('\\') ? part.slice(1) : part)).join('');
}
