import PDFDocument from 'pdfkit';
import type { PdfInside, PdfLink } from './content';
import { write } from './fonts';

type Doc = PDFKit.PDFDocument;
type Struct = PDFKit.PDFStructureElement;

const margin = 54;
const blue = '#1a4f9c';
const ink = '#1b1b1b';

/** A list whose entries open an address, each said to be a link. */
export function links(doc: Doc, root: Struct, items: readonly PdfLink[]): void {
  const whole = doc.struct('L');
  root.add(whole);
  for (const item of items) {
    const entry = doc.struct('LI');
    const body = doc.struct('LBody');
    whole.add(entry);
    entry.add(body);
    if (doc.y + 44 > doc.page.height - doc.page.margins.bottom) doc.addPage();
    linkOf(doc, body, item);
    note(doc, body, item.note ?? '');
    body.end();
    entry.end();
    doc.moveDown(0.35);
  }
  whole.end();
  doc.fillColor(ink).font('regular').fontSize(10.5).moveDown(0.4);
}

function linkOf(doc: Doc, body: Struct, { text, href }: PdfLink): void {
  const kind = href === null ? 'Span' : 'Link';
  const options = href === null ? {} : { link: href, underline: true };
  body.add(
    doc.struct(kind, {}, () => {
      doc.fillColor(href === null ? ink : blue);
      write(doc, { weight: 'regular', size: 10.5 }, text, { x: margin + 14, ...options });
    }),
  );
}

function note(doc: Doc, body: Struct, words: string): void {
  if (words === '') return;
  body.add(
    doc.struct('Span', {}, () => {
      doc.fillColor(ink);
      write(doc, { weight: 'regular', size: 9 }, words, { x: margin + 14 });
    }),
  );
}

interface Picture {
  readonly bytes: Buffer;
  readonly words: string;
}

/** A picture in what is left of the page, or on a page of its own where little is left. */
export function picture(doc: Doc, root: Struct, { bytes, words }: Picture): void {
  const bottom = doc.page.height - doc.page.margins.bottom;
  if (bottom - doc.y < 300) doc.addPage();
  const top = doc.y;
  const fit: [number, number] = [doc.page.width - 2 * margin, bottom - top];
  root.add(
    doc.struct('Figure', { alt: words }, () => {
      doc.image(bytes, margin, top, { fit });
    }),
  );
  doc.y = bottom;
}

/** Colour types that stand in a PDF as they are; with transparency they would have to be unpacked pixel by pixel. */
const opaqueColours = [0, 2, 3];

/**
 * Whether a picture can be drawn as it is, without unpacking it: every JPEG that can be read, and PNG files without
 * transparency or interlace. A damaged PNG that had to be unpacked would fail where nobody can catch it.
 */
export function canDraw(bytes: Buffer): boolean {
  const isPng = bytes.length > 29 && bytes.readUInt32BE(0) === 0x89504e47;
  if (isPng && (!opaqueColours.includes(bytes[25] ?? 0) || bytes[28] !== 0 || bytes.includes('tRNS'))) return false;
  try {
    const doc = new PDFDocument({ font: '' }) as Doc & { openImage(bytes: Buffer): unknown };
    doc.openImage(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Puts a file inside the paper. */
export function putInside(doc: Doc, { name, type, words, bytes }: PdfInside, at: string): void {
  const moment = new Date(at);
  doc.file(bytes, { name, type, description: words, creationDate: moment, modifiedDate: moment });
}
