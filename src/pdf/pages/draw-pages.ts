import { write } from '../fonts';
import type { PdfPages } from '../content';
import { placeObjects } from './place-objects';
import type { Taken, TakenPage } from './taken';

type Doc = PDFKit.PDFDocument;
type Struct = PDFKit.PDFStructureElement;
type Box = TakenPage['box'];
/** As PDF has it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const side = 36;
const labelAt = 34;
/** Points that the number at the foot needs. */
const foot = 58;
/** A small page is not blown up beyond this. */
const mostScale = 1.5;

/** Whether a page lies on its side as it is read. */
export const isWide = ({ box, turn }: Pick<TakenPage, 'box' | 'turn'>): boolean => {
  const [width, height] = shownSize(box, turn);
  return width > height;
};

function shownSize([left, bottom, right, top]: Box, turn: TakenPage['turn']): [width: number, height: number] {
  const [width, height] = [right - left, top - bottom];
  return turn === 90 || turn === 270 ? [height, width] : [width, height];
}

/**
 * The pages of a taken file, each as large as a page of the paper lets it: the first below what stands on the page already,
 * the others below a line that says whose they are. What it draws is read as text, or as a picture with words where it has none.
 */
export function pages(doc: Doc, root: Struct, { taken, caption, scanText }: PdfPages): void {
  const valueOf = placeObjects(doc, taken);
  taken.pages.forEach((page, index) => {
    const words = { page: index + 1, of: taken.pages.length };
    if (index > 0) label(doc, page, caption(words.page, words.of));
    const matrix = fit(page, areaOf(doc));
    const form = formOf(doc, taken, page, valueOf(page.resources));
    const show = () => {
      place(doc, form, matrix);
    };
    root.add(scanText === null ? doc.struct('P', {}, show) : doc.struct('Figure', { alt: scanText(words.page, words.of) }, show));
    for (const link of page.links) linkTo(doc, root, cornersOf(link.box, matrix), link.href);
    doc.y = doc.page.height - doc.page.margins.bottom;
  });
}

function label(doc: Doc, page: TakenPage, words: string): void {
  doc.addPage({ size: 'LETTER', layout: isWide(page) ? 'landscape' : 'portrait', margins: doc.page.margins });
  doc.markContent('Artifact', { type: 'Pagination' });
  doc.fillColor('#4a4a4a');
  const place = { x: side, y: labelAt, width: doc.page.width - 2 * side, height: 12, lineBreak: false, ellipsis: true };
  write(doc, { weight: 'regular', size: 8.5 }, words, place);
  doc.endMarkedContent();
  doc.y = labelAt + 16;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function areaOf(doc: Doc): Area {
  const y = doc.y + 4;
  return { x: side, y, width: doc.page.width - 2 * side, height: doc.page.height - foot - y };
}

/** Moves a page's points (from the bottom left) into an area (from the top left), turned as it is read, centred from side to side. */
export function fit({ box, turn }: Pick<TakenPage, 'box' | 'turn'>, { x, y, width, height }: Area): Matrix {
  const [shownWidth, shownHeight] = shownSize(box, turn);
  const s = Math.min(width / shownWidth, height / shownHeight, mostScale);
  const at = x + (width - s * shownWidth) / 2;
  const [left, bottom, right, top] = box;
  if (turn === 90) return [0, s, s, 0, at - s * bottom, y - s * left];
  if (turn === 180) return [-s, 0, 0, s, at + s * right, y - s * bottom];
  if (turn === 270) return [0, -s, -s, 0, at + s * top, y + s * right];
  return [s, 0, 0, -s, at - s * left, y + s * top];
}

type Form = PDFKit.PDFKitReference & { id: number; compress: boolean };

function formOf(doc: Doc, { bytes }: Taken, { box, content }: TakenPage, resources: unknown): Form {
  const data = { Type: 'XObject', Subtype: 'Form', BBox: [...box], Resources: resources, Filter: 'FlateDecode' };
  const form = doc.ref(data) as Form;
  form.end(bytes.subarray(content.at, content.at + content.length));
  return form;
}

function place(doc: Doc, form: Form, matrix: Matrix): void {
  const name = `T${form.id}`;
  (doc.page as unknown as { xobjects: Record<string, unknown> }).xobjects[name] = form;
  doc.save();
  doc.transform(...matrix);
  doc.addContent(`/${name} Do`);
  doc.restore();
}

/** The smallest upright box around a moved one. */
function cornersOf([left, bottom, right, top]: Box, [a, b, c, d, e, f]: Matrix): Area {
  const [xs, ys] = [
    [a * left + c * bottom + e, a * right + c * top + e],
    [b * left + d * bottom + f, b * right + d * top + f],
  ];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function linkTo(doc: Doc, root: Struct, { x, y, width, height }: Area, href: string): void {
  const link = doc.struct('Link');
  root.add(link);
  doc.link(x, y, width, height, href, { structParent: link, Contents: new String(href) } as unknown as PDFKit.Mixins.AnnotationOption);
  link.end();
}

/** The same pages without what they draw, for finding out how many there are. */
export const withoutContent = (part: PdfPages): PdfPages => ({
  ...part,
  taken: {
    objects: [],
    bytes: Buffer.alloc(0),
    pages: part.taken.pages.map((page) => ({ ...page, resources: { dict: [] }, content: { at: 0, length: 0 }, links: [] })),
  },
});
