import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
import { CannotTake } from './taken';

const mostNodes = 5000;
const inherited = ['Resources', 'MediaBox', 'CropBox', 'Rotate'] as const;

/** A page with what it has from the nodes above it. */
export interface PageNode {
  readonly dict: PDFDict;
  readonly own: Readonly<Partial<Record<(typeof inherited)[number], PDFObject>>>;
}

interface Step {
  readonly node: PDFObject | undefined;
  readonly above: PageNode['own'];
}

/** The pages in their order. Throws CannotTake where the tree turns back on itself, and as soon as there are more than `most`. */
export function pagesOf(context: PDFContext, root: PDFDict, most: number): PageNode[] {
  const pages: PageNode[] = [];
  const seen = new Set<PDFDict>();
  const steps: Step[] = [{ node: root.get(PDFName.of('Pages')), above: {} }];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const dict = newNode(context, step, seen);
    const own = { ...step.above, ...ownOf(dict) };
    const kids = dict.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) steps.push(...kidsOf(kids, most).map((node) => ({ node, above: own })));
    else pages.push({ dict, own });
    if (pages.length > most) throw new CannotTake('long');
  }
  if (pages.length === 0) throw new CannotTake('broken');
  return pages;
}

function newNode(context: PDFContext, { node }: Step, seen: Set<PDFDict>): PDFDict {
  const dict = node instanceof PDFRef ? context.lookup(node) : node;
  if (!(dict instanceof PDFDict) || seen.has(dict) || seen.size > mostNodes) throw new CannotTake('broken');
  seen.add(dict);
  return dict;
}

/** The last first, as they are taken from the end. */
function kidsOf(kids: PDFArray, most: number): PDFObject[] {
  if (kids.size() > most) throw new CannotTake('long');
  return [...kids.asArray()].reverse();
}

const ownOf = (dict: PDFDict): PageNode['own'] =>
  Object.fromEntries(inherited.map((key) => [key, dict.lookup(PDFName.of(key))] as const).filter(([, value]) => value !== undefined));

type Box = readonly [number, number, number, number];

/** Four numbers of a rectangle, its corners put in order; undefined for anything else. */
export function boxOf(value: PDFObject | undefined): Box | undefined {
  if (!(value instanceof PDFArray) || value.size() !== 4) return undefined;
  const [a, b, c, d] = value.asArray().map((_, index) => value.lookup(index));
  if (!(a instanceof PDFNumber && b instanceof PDFNumber && c instanceof PDFNumber && d instanceof PDFNumber)) return undefined;
  const [x, y, toX, toY] = [a.asNumber(), b.asNumber(), c.asNumber(), d.asNumber()];
  return [Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY)];
}

const letter: Box = [0, 0, 612, 792];

/** What of a page is shown: its crop box within its media box. Throws CannotTake for a page that has no extent or a huge one. */
export function shownBox({ own }: PageNode): Box {
  const whole = boxOf(own.MediaBox) ?? letter;
  const crop = boxOf(own.CropBox) ?? whole;
  const box: Box = [Math.max(whole[0], crop[0]), Math.max(whole[1], crop[1]), Math.min(whole[2], crop[2]), Math.min(whole[3], crop[3])];
  const sides = [box[2] - box[0], box[3] - box[1]];
  if (sides.some((side) => !(side >= 1 && side <= 20_000))) throw new CannotTake('broken');
  return box;
}

/** Degrees clockwise that a page is turned to be read. */
export function turnOf({ own }: PageNode): 0 | 90 | 180 | 270 {
  const turn = own.Rotate instanceof PDFNumber ? ((own.Rotate.asNumber() % 360) + 360) % 360 : 0;
  return turn === 90 || turn === 180 || turn === 270 ? turn : 0;
}
