import { deflateRawSync, gzipSync } from 'node:zlib';

/** A file that must be refused, by what is wrong with it: its name, its bytes, and the row the answer must name. */
export interface BrokenFile {
  readonly what: string;
  readonly content: Buffer;
  readonly row: number;
  /** The end of the key of the answer. */
  readonly says: string;
}

const header =
  'collaborative,seat,constituency,votes,name,term_starts,term_ends,email,phone,language,joined,left,reason,office,office_from,office_until';
const good = 'central,F-1,families,yes,Ana Reyes,2025-07-01,2027-06-30,ana@example.org,,es,,,,,,';
const text = (...lines: string[]): Buffer => Buffer.from(lines.join('\n'), 'utf8');
const row = (given: Readonly<Record<string, string>>): string => {
  const cells = Object.fromEntries(header.split(',').map((name, at) => [name, good.split(',')[at] ?? '']));
  return Object.entries({ ...cells, ...given })
    .map(([, value]) => value)
    .join(',');
};
const second = (given: Readonly<Record<string, string>>) => text(header, good, row({ seat: 'F-2', name: 'Bo Lee', email: '', ...given }));
const wide = (content: string, order: 'le' | 'be', mark: boolean): Buffer => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + content, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
const lines = (count: number): Buffer =>
  text(header, ...Array.from({ length: count }, (_, at) => row({ seat: `F-${String(at)}`, name: `Person ${String(at)}`, email: '' })));

const file = (what: string, content: Buffer, at: number, says: string): BrokenFile => ({ what, content, row: at, says });

/** Files as people send them: sixty ways for a table of a roster to be broken. */
export const brokenRosters = (): readonly BrokenFile[] => [
  file('nothing at all', Buffer.alloc(0), 1, 'empty'),
  file('blanks alone', text('  ', '', ' '), 1, 'empty'),
  file('a mark of UTF-8 alone', Buffer.from('\ufeff'), 1, 'empty'),
  file('a header alone', text(header), 1, 'noRows'),
  file('a header and empty lines', text(header, '', '  ', ',,,,,,'), 1, 'noRows'),
  file('no header', text(good, good), 1, 'columns'),
  file(
    'a column that is missing',
    text('collaborative,seat,constituency,votes,name,term_starts', 'central,F-1,families,yes,Ana,2025-07-01'),
    1,
    'columns',
  ),
  file('every column by another name', text('a,b,c', '1,2,3'), 1, 'columns'),
  file('a column twice', text(`${header},seat`, `${good},F-2`), 1, 'columnTwice'),
  file(
    'an Excel workbook',
    Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), deflateRawSync(text(header, good))]),
    1,
    'otherProgram',
  ),
  file('an old Excel workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 1, 'otherProgram'),
  file('a PDF', text('%PDF-1.7', '1 0 obj'), 1, 'otherProgram'),
  file('rich text', text('{\\rtf1 central,F-1}'), 1, 'otherProgram'),
  file('a packed file', gzipSync(text(header, good)), 1, 'otherProgram'),
  file('a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 1, 'otherProgram'),
  file('a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), 1, 'otherProgram'),
  file('a web page', text('<!DOCTYPE html>', '<html><body>Please sign in</body></html>'), 1, 'webPage'),
  file('a table of a web page', text('<table><tr><td>central</td></tr></table>'), 1, 'webPage'),
  file('XML', text('<?xml version="1.0"?>', '<roster/>'), 1, 'webPage'),
  file('JSON', text('[{"seat":"F-1"}]'), 1, 'json'),
  file(
    'an empty byte in the middle',
    Buffer.concat([text(header, 'central,F-1,fam'), Buffer.from([0]), text('ilies,yes,Ana')]),
    2,
    'unreadable',
  ),
  file('letters lost by another program', text(header, good, good.replace('Ana', 'Jos\ufffd')), 3, 'unreadable'),
  file('a quotation mark that is not closed', text(header, good, 'central,F-2,families,yes,"Bo Lee,2025-07-01'), 3, 'quotes'),
  file('a quotation mark in a cell', text(header, good, 'central,F-2,families,yes,Bo "Bobby" Lee,2025-07-01,2027-06-30'), 3, 'quotes'),
  file('words after a closing mark', text(header, 'central,F-2,families,yes,"Bo"Lee,2025-07-01,2027-06-30'), 2, 'quotes'),
  file('a comma without its marks', text(header, good, row({ name: 'Lee, Bo' })), 3, 'tooManyCells'),
  file('a row cut short', text(header, good, 'central,F-2'), 3, 'tooFewCells'),
  file('a note below the table', text(header, good, 'Prepared by the office'), 3, 'tooFewCells'),
  file('100,000 rows', lines(100_000), 1, 'tooLarge'),
  file(
    '20,001 rows',
    text(header, ...Array.from({ length: 20_001 }, () => 'central,F-1,families,yes,Ana,2025-07-01,2027-06-30,,,,,,,,,')),
    1,
    'tooManyRows',
  ),
  file('a cell without end', second({ name: 'x'.repeat(2001) }), 3, 'longCell'),
  file('a formula', second({ name: '=HYPERLINK("http://x")'.replace(/"/g, "'") }), 3, 'formula'),
  file('a formula behind a blank', second({ phone: ' =1+1' }), 3, 'formula'),
  file('a formula with an at sign', second({ name: '@SUM(A1)' }), 3, 'formula'),
  file('a bell in a name', second({ name: 'Bo\u0007 Lee' }), 3, 'control'),
  file('a name turned around', second({ name: 'Bo \u202eeeL' }), 3, 'control'),
  file('no collaborative', second({ collaborative: '' }), 3, 'lacks'),
  file('a collaborative nobody knows', second({ collaborative: 'atlantis' }), 3, 'collaborative'),
  file('no seat', second({ seat: '' }), 3, 'lacks'),
  file('a code too long', second({ seat: 'F'.repeat(21) }), 3, 'lacks'),
  file('a constituency nobody knows', second({ constituency: 'aliens' }), 3, 'constituency'),
  file('maybe a vote', second({ votes: 'maybe' }), 3, 'votes'),
  file('no name but an address', second({ name: '', email: 'bo@example.org' }), 3, 'lacks'),
  file('an address without an at', second({ email: 'bo.example.org' }), 3, 'email'),
  file('two addresses in one cell', second({ email: 'bo@example.org bob@example.org' }), 3, 'email'),
  file('a phone in words', second({ phone: 'ask her mother' }), 3, 'phone'),
  file('a language we do not write', second({ language: 'xx' }), 3, 'language'),
  file('no first day', second({ term_starts: '' }), 3, 'lacks'),
  file('a day that is not there', second({ term_starts: '2025-02-30' }), 3, 'date'),
  file('a day the European way', second({ term_ends: '30/06/2027' }), 3, 'date'),
  file('a day as a number of Excel', second({ term_starts: '45839' }), 3, 'date'),
  file('a year of two digits', second({ term_ends: '6/30/27' }), 3, 'date'),
  file('a term that ends before it begins', second({ term_ends: '2025-06-30' }), 3, 'order'),
  file('a term still to come', second({ term_starts: '2027-01-01' }), 3, 'future'),
  file('a first day before the term', second({ joined: '2025-06-30' }), 3, 'joined'),
  file('a last day before the first', second({ left: '2025-06-01', reason: 'resigned' }), 3, 'order'),
  file('a last day without a reason', second({ left: '2026-06-01' }), 3, 'reasonAndDay'),
  file('a reason without a last day', second({ reason: 'resigned' }), 3, 'reasonAndDay'),
  file('a reason nobody knows', second({ left: '2026-06-01', reason: 'vanished' }), 3, 'reason'),
  file('an office nobody knows', second({ office: 'king' }), 3, 'office'),
  file('days of an office without it', second({ office_from: '2025-09-01' }), 3, 'lacks'),
  file('an office before the seat', second({ office: 'chair', office_from: '2025-01-01' }), 3, 'officeDays'),
  file(
    'an office beyond the seat',
    second({ left: '2026-06-01', reason: 'resigned', office: 'chair', office_until: '2026-07-01' }),
    3,
    'officeDays',
  ),
  file(
    'two chairs on one day',
    text(header, row({ office: 'chair' }), row({ seat: 'F-2', name: 'Bo Lee', email: '', office: 'chair' })),
    3,
    'officeTwice',
  ),
  file('two people in one seat', second({ seat: 'F-1' }), 3, 'overlaps'),
  file(
    'a seat of two kinds',
    second({
      seat: 'F-1',
      constituency: 'business',
      term_starts: '2023-07-01',
      term_ends: '2025-06-30',
      left: '2025-06-30',
      reason: 'resigned',
    }),
    3,
    'otherSeat',
  ),
  file('a seat somebody known holds', second({ seat: 'TAKEN' }), 3, 'overlapsKnown'),
  file('UTF-16 with a broken row', wide(`${header}\n${row({ votes: 'maybe' })}`, 'le', true), 2, 'votes'),
  file('UTF-16 the other way round, without its mark', wide(`${header}\n${row({ votes: 'maybe' })}`, 'be', false), 2, 'votes'),
];

/** Tables that are written unusually and are right. */
export const unusualRosters = (): readonly (readonly [what: string, content: Buffer])[] => {
  const spanish = row({ name: 'Íñigo Peña' });
  const semicolons = [header, spanish].join('\n').replace(/,/g, ';');
  return [
    ['UTF-8 with its mark', Buffer.from(`\ufeff${header}\n${spanish}`)],
    ['UTF-16, little end first', wide(`${header}\n${spanish}`, 'le', true)],
    ['UTF-16, big end first', wide(`${header}\n${spanish}`, 'be', true)],
    ['Windows-1252', Buffer.from(`${header}\n${spanish}`, 'latin1')],
    ['semicolons', Buffer.from(semicolons)],
    ['tabs', Buffer.from([header, spanish].join('\n').replace(/,/g, '\t'))],
    ['lines ended as on Windows, and blank lines', Buffer.from(`${header}\r\n\r\n${spanish}\r\n\r\n`)],
    ['lines ended as on old Macs', Buffer.from(`${header}\r${spanish}\r`)],
    [
      'everything in quotation marks',
      Buffer.from(
        [header, spanish]
          .map((line) =>
            line
              .split(',')
              .map((cell) => `"${cell}"`)
              .join(','),
          )
          .join('\n'),
      ),
    ],
    [
      'days as Americans write them',
      Buffer.from(`${header}\n${row({ name: 'Íñigo Peña', term_starts: '7/1/2025', term_ends: '6/30/2027' })}`),
    ],
    ['capitals in the header', Buffer.from(`${header.toUpperCase()}\n${spanish}`)],
  ];
};
