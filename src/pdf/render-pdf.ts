import PDFDocument from 'pdfkit';
import { bookmarks, withContents } from './contents';
import type { PdfPaper, PdfPart, PdfTable } from './content';
import { links, picture, putInside } from './extras';
import { cellText, firstFont, registerFonts, write } from './fonts';
import { pages as drawPages, withoutContent } from './pages/draw-pages';

type Doc = PDFKit.PDFDocument;
type Struct = PDFKit.PDFStructureElement;

const ink = '#1b1b1b';
const soft = '#4a4a4a';
const line = '#c9c4b6';
const margin = 54;

/** Draws a paper as tagged PDF/UA in US letter size, with fonts embedded (as tagged PDF alone where it has pages of others). The same paper gives the same bytes. */
export async function renderPdf(paper: PdfPaper): Promise<Buffer> {
  const hasContents = paper.parts.some(({ kind }) => kind === 'contents');
  // A table of contents stands before the pages it names: the first drawing only finds them.
  const pages = hasContents ? (await drawPaper(withContents(bare(paper), []))).pages : [];
  return (await drawPaper(hasContents ? withContents(paper, pages) : paper)).bytes;
}

const bare = (paper: PdfPaper): PdfPaper => ({
  ...paper,
  parts: paper.parts.map((part) => (part.kind === 'pages' ? withoutContent(part) : part)),
  inside: [],
});

async function drawPaper(paper: PdfPaper): Promise<{ readonly bytes: Buffer; readonly pages: readonly number[] }> {
  const doc = openDocument(paper);
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    doc.on('error', reject);
  });
  const pages = drawParts(doc, paper);
  for (const file of paper.inside ?? []) putInside(doc, file, paper.madeAt);
  numberPages(doc, paper);
  doc.end();
  return { bytes: await done, pages };
}

/** Answers the page of each heading. */
function drawParts(doc: Doc, { parts, hasBookmarks = false }: PdfPaper): number[] {
  const root = doc.struct('Document');
  doc.addStructure(root);
  const bookmark = bookmarks(doc);
  const pages: number[] = [];
  for (const part of parts) {
    draw(doc, root, part);
    if (part.kind !== 'heading') continue;
    pages.push(doc.bufferedPageRange().count);
    if (hasBookmarks) bookmark(part.level, part.text);
  }
  root.end();
  return pages;
}

function openDocument({ title, lang, madeAt, parts }: PdfPaper): Doc {
  const moment = new Date(madeAt);
  const options: PDFKit.PDFDocumentOptions = {
    size: 'LETTER',
    margins: { top: margin, bottom: margin + 14, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang,
    displayTitle: true,
    bufferPages: true,
    font: firstFont,
    info: { Title: title, CreationDate: moment, ModDate: moment, Producer: title, Creator: title },
  };
  // With pages of others nobody can promise that all of it keeps to the profile. The published types do not know it yet.
  const profile = parts.some(({ kind }) => kind === 'pages') ? {} : { subset: 'PDF/UA' };
  const doc = new PDFDocument({ ...options, ...profile } as unknown as PDFKit.PDFDocumentOptions);
  registerFonts(doc);
  return doc.font('regular').fontSize(10.5).fillColor(ink);
}

const headingSizes = { 1: 20, 2: 14, 3: 11.5 } as const;

type Drawers = { readonly [Kind in PdfPart['kind']]: (doc: Doc, root: Struct, part: Extract<PdfPart, { kind: Kind }>) => void };

const drawers: Drawers = {
  heading: (doc, root, { level, text }) => {
    heading(doc, root, level, text);
  },
  paragraph: (doc, root, { text, isSmall }) => {
    paragraph(doc, root, text, isSmall === true ? 9 : 10.5);
  },
  facts: (doc, root, { rows }) => {
    for (const row of rows) fact(doc, root, row);
    doc.moveDown(0.6);
  },
  list: (doc, root, { items }) => {
    list(doc, root, items);
  },
  table: (doc, root, part) => {
    table(doc, root, part.table);
  },
  links: (doc, root, { items }) => {
    links(doc, root, items);
  },
  picture: (doc, root, part) => {
    picture(doc, root, part);
  },
  // `withContents` made a table of it.
  contents: () => undefined,
  pages: (doc, root, part) => {
    drawPages(doc, root, part);
  },
  newPage: (doc, _, { isWide }) => {
    if (isWide === true) doc.addPage({ size: 'LETTER', layout: 'landscape', margins: doc.page.margins });
    else doc.addPage();
  },
};

const draw = (doc: Doc, root: Struct, part: PdfPart): void => {
  (drawers[part.kind] as (doc: Doc, root: Struct, part: PdfPart) => void)(doc, root, part);
};

/** Keeps what belongs together on one page: so many points must be left. */
function makeRoom(doc: Doc, points: number): void {
  if (doc.y + points > doc.page.height - doc.page.margins.bottom) doc.addPage();
}

const printable = (text: string): string => (text.trim() === '' ? '–' : text);

function heading(doc: Doc, root: Struct, level: 1 | 2 | 3, text: string): void {
  makeRoom(doc, headingSizes[level] * 4);
  if (level > 1) doc.moveDown(0.5);
  root.add(
    doc.struct(`H${level}`, {}, () => {
      doc.fillColor(ink);
      write(doc, { weight: 'bold', size: headingSizes[level] }, printable(text), { x: margin });
    }),
  );
  doc.font('regular').fontSize(10.5).moveDown(0.35);
}

function paragraph(doc: Doc, root: Struct, text: string, size: number): void {
  for (const block of text.split(/\n{2,}/).filter((words) => words.trim() !== '')) {
    root.add(
      doc.struct('P', {}, () => {
        doc.fillColor(ink);
        write(doc, { weight: 'regular', size }, block, { x: margin, lineGap: 2 });
      }),
    );
    doc.moveDown(0.5);
  }
}

function fact(doc: Doc, root: Struct, { label, value }: { readonly label: string; readonly value: string }): void {
  makeRoom(doc, 40);
  const part = doc.struct('P');
  root.add(part);
  part.add(
    doc.struct('Span', {}, () => {
      doc.fillColor(soft);
      write(doc, { weight: 'bold', size: 9 }, label, { x: margin });
    }),
  );
  part.add(
    doc.struct('Span', {}, () => {
      doc.fillColor(ink);
      write(doc, { weight: 'regular', size: 10.5 }, printable(value), { x: margin, lineGap: 2 });
    }),
  );
  part.end();
  doc.moveDown(0.45);
}

function list(doc: Doc, root: Struct, items: readonly string[]): void {
  const whole = doc.struct('L');
  root.add(whole);
  for (const item of items) {
    const entry = doc.struct('LI');
    whole.add(entry);
    const label = doc.struct('Lbl', {}, () => {
      doc.font('regular').fontSize(10.5).text('•', margin, undefined, { continued: false, lineBreak: false });
    });
    makeRoom(doc, 16);
    const top = doc.y;
    entry.add(label);
    entry.add(
      doc.struct('LBody', {}, () => {
        write(doc, { weight: 'regular', size: 10.5 }, printable(item), { x: margin + 14, y: top, lineGap: 2 });
      }),
    );
    entry.end();
  }
  whole.end();
  doc.x = margin;
  doc.moveDown(0.6);
}

function table(doc: Doc, root: Struct, { caption, columns, rows }: PdfTable): void {
  heading(doc, root, 3, caption);
  const header = columns.map(({ label, isNumber }) => ({
    ...cellText(label),
    type: 'TH',
    scope: 'Column',
    align: { x: isNumber === true ? 'right' : 'left' },
  }));
  const body = rows.map((row) =>
    row.map((text, index) => ({
      ...cellText(printable(text)),
      align: { x: columns[index]?.isNumber === true ? 'right' : 'left' },
      ...(index === 0 ? { type: 'TH', scope: 'Row' } : {}),
    })),
  );
  doc.font('regular').fontSize(9).strokeColor(line);
  // A Table element of its own is made under what it is handed (experience.md 2.4).
  doc.table({
    structParent: root,
    maxWidth: doc.page.width - 2 * margin,
    columnStyles: columns.map(({ width }) => ({ width: width ?? '*' })),
    defaultStyle: { border: [0, 0, 0.5, 0], padding: [4, 4, 4, 2], textColor: ink },
    data: [header, ...body],
  } as unknown as Parameters<Doc['table']>[0]);
  doc.x = margin;
  doc.fontSize(10.5).moveDown(0.8);
}

/** The foot of each page: drawn last, when their number is known, and no part of what is read. */
function numberPages(doc: Doc, { footer, pageText }: PdfPaper): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(start + index);
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.fillColor(soft);
    const words = `${footer} · ${pageText(index + 1, count)}`;
    const place = { x: margin, y: doc.page.height - 44, width: doc.page.width - 2 * margin, lineBreak: false };
    write(doc, { weight: 'regular', size: 8.5 }, words, place);
    doc.endMarkedContent();
  }
}
