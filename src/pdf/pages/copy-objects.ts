import { PDFArray, PDFBool, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFStream, PDFString } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';
import { CannotTake, type Plain, type Stretch, type TakenObject } from './taken';

const mostObjects = 50_000;
const mostDepth = 50;

/** What hangs together with the rest of a file, may act, or brings files along; a page is drawn without it. */
const strangers = new Set(
  [
    ...['Action', 'Annot', 'Catalog', 'Page', 'Pages', 'Outlines', 'Filespec', 'F', 'EmbeddedFile', 'Sig'],
    ...['StructElem', 'StructTreeRoot', 'ObjStm', 'XRef', 'Metadata', 'OCG', 'OCMD'],
  ].map((name) => `/${name}`),
);
/** Keys of a stream's dictionary that lead out of it: other files, older ways of drawing, its place in the file it is from. */
const streamStrangers = new Set(
  [
    ...['Length', 'F', 'FFilter', 'FDecodeParms', 'OPI', 'Ref', 'PS', 'Alternates', 'OC', 'AF', 'Metadata', 'PieceInfo'],
    ...['StructParent', 'StructParents', 'Measure', 'PtData', 'LastModified', 'ID'],
  ].map((name) => `/${name}`),
);

/** Collects the bytes that objects rest on. */
export class Bytes {
  private readonly chunks: Uint8Array[] = [];
  private size = 0;

  constructor(private readonly most: number) {}

  add(chunk: Uint8Array): Stretch {
    if (this.size + chunk.length > this.most) throw new CannotTake('broken');
    const stretch = { at: this.size, length: chunk.length };
    this.chunks.push(chunk);
    this.size += chunk.length;
    return stretch;
  }

  whole(): Buffer {
    return Buffer.concat(this.chunks);
  }
}

/** Copies what pages draw with, each object once. Throws CannotTake for more than a page can need. */
export class ObjectCopier {
  private readonly places = new Map<string, number>();
  private readonly waiting: PDFRef[] = [];
  private readonly objects: TakenObject[] = [];

  constructor(
    private readonly context: PDFContext,
    private readonly bytes: Bytes,
  ) {}

  /** The value, with what it refers to noted for `finish`. */
  copy(value: PDFObject | undefined, depth = 0): Plain {
    if (depth > mostDepth) throw new CannotTake('broken');
    if (value instanceof PDFRef) return this.place(value);
    if (value instanceof PDFDict) return isStranger(value) ? null : this.dict(value, depth);
    if (value instanceof PDFArray) return { list: value.asArray().map((entry) => this.copy(entry, depth + 1)) };
    return leaf(value);
  }

  /** All objects that the copied values lead to. */
  finish(): TakenObject[] {
    for (let ref = this.waiting.shift(); ref !== undefined; ref = this.waiting.shift())
      this.objects[this.places.get(ref.tag) ?? 0] = this.objectOf(this.context.lookup(ref));
    return this.objects;
  }

  private place(ref: PDFRef): Plain {
    const known = this.places.get(ref.tag);
    if (known !== undefined) return { ref: known };
    if (this.places.size >= mostObjects) throw new CannotTake('broken');
    const place = this.places.size;
    this.places.set(ref.tag, place);
    this.waiting.push(ref);
    return { ref: place };
  }

  private objectOf(value: PDFObject | undefined): TakenObject {
    if (!(value instanceof PDFStream)) return { value: this.copy(value), stream: null };
    const isDrawn = value instanceof PDFRawStream && !isStranger(value.dict) && nameOf(value.dict, 'Subtype') !== '/PS';
    if (!isDrawn) return { value: null, stream: null };
    return { value: this.dict(value.dict, 0, streamStrangers), stream: this.bytes.add(value.contents) };
  }

  private dict(value: PDFDict, depth: number, left: ReadonlySet<string> = new Set()): Plain {
    const kept = value.entries().filter(([key]) => !left.has(key.asString()));
    return { dict: kept.map(([key, entry]) => [key.asString().slice(1), this.copy(entry, depth + 1)] as const) };
  }
}

const nameOf = (dict: PDFDict, key: string): string | undefined => {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.asString() : undefined;
};

const isStranger = (dict: PDFDict): boolean =>
  strangers.has(nameOf(dict, 'Type') ?? '') || dict.has(PDFName.of('JS')) || dict.has(PDFName.of('EF'));

function leaf(value: PDFObject | undefined): Plain {
  if (value instanceof PDFName) return { name: value.asString().slice(1) };
  if (value instanceof PDFNumber) return numberOf(value.asNumber());
  if (value instanceof PDFBool) return value.asBoolean();
  if (value instanceof PDFString || value instanceof PDFHexString) return { hex: Buffer.from(value.asBytes()).toString('hex') };
  return null;
}

const numberOf = (number: number): number => (Number.isFinite(number) && Math.abs(number) < 1e12 ? number : 0);
