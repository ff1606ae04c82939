import { aJpeg, anOfficeFile, aPdf, aPng, aZip, chunk, type ZipEntry } from './files';

/** A file that must not be taken: what it tries, its name, its bytes. */
export type Hostile = readonly [trick: string, name: string, bytes: Buffer];

const text = (words: string): Buffer => Buffer.from(words, 'latin1');
const html = text('<!doctype html><script>alert(1)</script>');
const svg = text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const gif = text('GIF89a=1;alert(1)//');
const elf = text('\x7fELF\x02\x01\x01');
const docx = (...more: ZipEntry[]): Buffer => anOfficeFile('docx', more);
const many = (count: number): ZipEntry[] => Array.from({ length: count }, (_, index) => ({ name: `word/p${index}.xml`, content: '' }));
const archive = aZip([{ name: 'index.html' }]);

const wrongKinds: Hostile[] = [
  'svg',
  'html',
  'htm',
  'zip',
  'exe',
  'js',
  'gif',
  'doc',
  'docm',
  'xlsm',
  'pptm',
  'xlsb',
  'txt',
  'csv',
  'webp',
  'heic',
].map((ending) => [`the kind ${ending}`, `plan.${ending}`, aPdf()]);

const names: Hostile[] = [
  ['no ending', 'plan', aPdf()],
  ['only an ending', '.pdf', aPdf()],
  ['a dot after the ending', 'plan.pdf.', aPdf()],
  ['a program behind two endings', 'plan.pdf.exe', aPdf()],
  ['a page behind two endings', 'plan.pdf.html', aPdf()],
  ['a program before the ending', 'plan.exe.pdf', aPdf()],
  ['a page before the ending', 'plan.HTML.pdf', aPdf()],
  ['a NUL before the ending', 'plan.html\0.pdf', aPdf()],
  ['a NUL after a fair ending', 'plan.pdf\0.html', aPdf()],
  ['an ending turned round', 'plan\u202efdp.exe', aPdf()],
  ['an ending in full width', 'plan.\uff50\uff44\uff46', aPdf()],
  ['a stream of another system', 'plan.pdf::$DATA', aPdf()],
  ['a semicolon', 'plan.html;.pdf.html', aPdf()],
];

const lies: Hostile[] = [
  ...(['pdf', 'png', 'jpg', 'docx'] as const).flatMap((ending): Hostile[] => [
    [`a page named ${ending}`, `plan.${ending}`, html],
    [`SVG named ${ending}`, `plan.${ending}`, svg],
    [`GIF script named ${ending}`, `plan.${ending}`, gif],
    [`a program named ${ending}`, `plan.${ending}`, elf],
    [`an archive named ${ending}`, `plan.${ending}`, archive],
  ]),
  ['a PDF named png', 'plan.png', aPdf()],
  ['a PNG named pdf', 'plan.pdf', aPng()],
  ['a JPEG named png', 'plan.png', aJpeg()],
  ['a Word file named xlsx', 'plan.xlsx', docx()],
  ['an Excel file named docx', 'plan.docx', anOfficeFile('xlsx')],
  ['an old Word file named docx', 'plan.docx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])],
];

const polyglots: Hostile[] = [
  ['GIF script before a PDF', 'plan.pdf', Buffer.concat([gif, aPdf()])],
  ['a page after a PDF', 'plan.pdf', Buffer.concat([aPdf(), html])],
  ['an archive after a PDF', 'plan.pdf', Buffer.concat([aPdf(), archive])],
  ['an archive with the end of a PDF', 'plan.pdf', Buffer.concat([aPdf(), aZip([{ name: 'a.html' }], { comment: 'startxref\n1\n%%EOF' })])],
  ['a page after a PNG', 'plan.png', Buffer.concat([aPng(), html])],
  ['an archive after a PNG', 'plan.png', Buffer.concat([aPng(), archive])],
  [
    'an archive within a PNG',
    'plan.png',
    aPng(4, 4, chunk('tEXt', aZip([{ name: 'a.html' }], { comment: '\0'.repeat(16) }).subarray(0, -16))),
  ],
  ['a page after a JPEG', 'plan.jpg', Buffer.concat([aJpeg(), html])],
  ['an archive with the end of a JPEG', 'plan.jpg', Buffer.concat([aJpeg(), aZipEndingInJpeg()])],
  ['a page before an office file', 'plan.docx', Buffer.concat([html, docx()])],
  ['a page after an office file', 'plan.docx', Buffer.concat([docx(), html])],
  ['a page in the comment of an office file', 'plan.docx', anOfficeFile('docx', [], { comment: '<script>alert(1)</script>' })],
];

function aZipEndingInJpeg(): Buffer {
  const zip = aZip([{ name: 'a.html' }], { comment: '..' });
  zip.set([0xff, 0xd9], zip.length - 2);
  return zip;
}

const packages: Hostile[] = [
  ['macros', 'plan.docx', docx({ name: 'word/vbaProject.bin' })],
  ['macros in other letters', 'plan.docx', docx({ name: 'word/VBAPROJECT.BIN' })],
  ['macros under another name', 'plan.xlsx', anOfficeFile('xlsx', [{ name: 'xl/vbaProject2.bin' }])],
  ['old macros', 'plan.xlsx', anOfficeFile('xlsx', [{ name: 'xl/macrosheets/sheet1.xml' }])],
  ['controls', 'plan.docx', docx({ name: 'word/activeX/activeX1.bin' })],
  ['a program inside', 'plan.docx', docx({ name: 'word/embeddings/setup.exe' })],
  ['a page inside', 'plan.docx', docx({ name: 'word/afchunk.html' })],
  ['an archive inside', 'plan.docx', docx({ name: 'word/more.zip' })],
  ['a macro file inside', 'plan.pptx', anOfficeFile('pptx', [{ name: 'ppt/embeddings/a.xlsm' }])],
  ['a way up', 'plan.docx', docx({ name: '../../etc/passwd' })],
  ['a way up inside', 'plan.docx', docx({ name: 'word/../../x' })],
  ['a way up with backslashes', 'plan.docx', docx({ name: '..\\..\\x' })],
  ['an absolute name', 'plan.docx', docx({ name: '/etc/passwd' })],
  ['a drive', 'plan.docx', docx({ name: 'C:/x' })],
  ['a NUL inside', 'plan.docx', docx({ name: 'word/a\0.xml' })],
  ['a link', 'plan.docx', docx({ name: 'word/link', mode: 0o120777 })],
  ['an encrypted part', 'plan.docx', docx({ name: 'word/a.xml', flags: 1, method: 8 })],
  ['an unknown compression', 'plan.docx', docx({ name: 'word/a.xml', method: 99 })],
  ['a part twice', 'plan.docx', docx({ name: 'word/document.xml' })],
  ['two main parts', 'plan.docx', docx({ name: 'xl/workbook.xml' })],
  ['no list of types', 'plan.docx', aZip([{ name: '_rels/.rels' }, { name: 'word/document.xml' }])],
  ['no relations', 'plan.docx', aZip([{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }])],
  ['a bomb of one part', 'plan.docx', docx({ name: 'word/a.xml', method: 8, unpacked: 0xfffffff0 })],
  ['a bomb of a high ratio', 'plan.docx', docx({ name: 'word/a.xml', method: 8, unpacked: 200_000 })],
  ['a bomb of many parts', 'plan.docx', docx(...many(1000).map((entry) => ({ ...entry, method: 8, unpacked: 1_000_000 })))],
  ['a bomb of parts that overlap', 'plan.docx', docx(...many(50).map((entry) => ({ ...entry, method: 8, packed: 5000, unpacked: 5000 })))],
  ['2,001 parts', 'plan.docx', docx(...many(1998))],
  ['65,000 parts', 'plan.docx', docx(...many(65_000))],
  ['100,000 parts', 'plan.docx', docx(...many(100_000))],
  ['a number of parts that is not so', 'plan.docx', anOfficeFile('docx', [], { count: 40 })],
  ['an empty archive', 'plan.docx', aZip([])],
];

const cut = (bytes: Buffer, by: number): Buffer => bytes.subarray(0, bytes.length - by);
const broken: Hostile[] = [
  ['nothing', 'plan.pdf', Buffer.alloc(0)],
  ['one byte', 'plan.pdf', text('%')],
  ['a cut PDF', 'plan.pdf', cut(aPdf(), 9)],
  ['a PDF header alone', 'plan.pdf', text('%PDF-1.7\n')],
  ['a PDF of version 9', 'plan.pdf', text(aPdf().toString('latin1').replace('1.7', '9.7'))],
  ['a cut PNG', 'plan.png', cut(aPng(), 5)],
  ['a PNG header alone', 'plan.png', aPng().subarray(0, 33)],
  ['a PNG of no width', 'plan.png', aPng(0, 4)],
  ['a PNG of 41 megapixel', 'plan.png', aPng(8200, 5000)],
  ['a PNG of the largest number', 'plan.png', aPng(0xffffffff, 0xffffffff)],
  ['a cut JPEG', 'plan.jpg', cut(aJpeg(), 2)],
  ['a JPEG without a frame', 'plan.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffda00080101000003f001ffd9', 'hex')],
  ['a JPEG of no height', 'plan.jpg', aJpeg(4, 0)],
  ['a JPEG of 41 megapixel', 'plan.jpg', aJpeg(8200, 5000)],
  ['a JPEG whose parts lead past its end', 'plan.jpg', aJpeg(4, 4, Buffer.from([0xff, 0xe1, 0xff, 0xff, 1, 2]))],
  ['a cut office file', 'plan.docx', cut(docx(), 30)],
  ['the beginning of an office file', 'plan.docx', docx().subarray(0, 60)],
];

/** What must be refused, each for a reason of its own. */
export const hostileFiles: readonly Hostile[] = [...wrongKinds, ...names, ...lies, ...polyglots, ...packages, ...broken];
