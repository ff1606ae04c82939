export const agendasPacket = {
  title: 'Agenda and papers: {title}',
  lede: 'Here is all there is to read for this meeting: the agenda, then its papers.',
  contents: 'Contents',
  pages: 'What is on which page',
  part: 'Part',
  page: 'Page',
  papers: 'Papers for this meeting',
  papersLede: 'Each paper can be opened at its address. The SHA-256 shows that the file is the one listed here.',
  none: 'This meeting has no papers.',
  ofItem: 'Item {number}: {line}',
  hash: 'SHA-256: {sha256}',
  carried: {
    merged: 'Its pages follow below.',
    drawn: 'It is shown on a page of its own below.',
    inside: 'The PDF is inside this file: open the list of attached files. Or open its address.',
    named: 'It is not in this file. Open its address.',
  },
  notTaken: {
    locked: 'Its pages are not among those below: the file is protected.',
    long: 'Its pages are not among those below: there are too many.',
    fields:
      'Its pages are not among those below: it has form fields, comments or hidden layers, which only the file itself shows as they are.',
    broken: 'Its pages are not among those below: they could not be read.',
  },
  pageOf: '{title}, page {page} of {of}',
  scan: 'Picture of page {page} of {of}: {title}',
} as const;
