import type { Plain, Stretch, Taken, TakenObject } from './taken';

type Doc = PDFKit.PDFDocument;
type Ref = Omit<PDFKit.PDFKitReference, 'end'> & { compress: boolean; data: object; end: (chunk?: Buffer) => void };
type Value = string | number | boolean | null | Buffer | Ref | Value[] | { [key: string]: Value };

/**
 * Writes what taken pages draw with into a paper and answers how to speak of it there. An object may lead back to itself,
 * so each has its place before it is filled.
 */
export function placeObjects(doc: Doc, { objects, bytes }: Taken): (value: Plain) => Value {
  const places = objects.map((object) => (hasPlace(object) ? (doc.ref(listOf(object) === undefined ? dictOf([]) : []) as Ref) : null));
  const valueOf = (plain: Plain): Value => {
    if (typeof plain !== 'object' || plain === null) return plain;
    if ('ref' in plain) return places[plain.ref] ?? leafOf(objects[plain.ref]);
    if ('list' in plain) return plain.list.map(valueOf);
    if ('dict' in plain) return dictOf(plain.dict.map(([key, value]) => [key, valueOf(value)]));
    return 'hex' in plain ? Buffer.from(plain.hex, 'hex') : plain.name;
  };
  objects.forEach(({ value, stream }, index) => {
    const place = places[index];
    if (place === null || place === undefined) return;
    Object.assign(place.data, valueOf(value));
    finish(place, stream, bytes);
  });
  return valueOf;
}

/** Key by key in an object without a past, as a file may name a key `__proto__`. */
function dictOf(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  const dict = Object.create(null) as Record<string, Value>;
  for (const [key, value] of entries) dict[key] = value;
  return dict;
}

/** The stream as it was in its file: packed there, or packed now. */
function finish(place: Ref, stream: Stretch | null, bytes: Buffer): void {
  place.compress = !('Filter' in place.data);
  if (stream === null) place.end();
  else place.end(bytes.subarray(stream.at, stream.at + stream.length));
}

const listOf = ({ value }: TakenObject) => (typeof value === 'object' && value !== null && 'list' in value ? value.list : undefined);

/** Lists, dictionaries and streams stand by themselves; a single value is written where it is spoken of. */
const hasPlace = ({ value, stream }: TakenObject): boolean =>
  typeof value === 'object' && value !== null && ('list' in value || 'dict' in value) && (stream === null || stream.length > 0);

function leafOf(object: TakenObject | undefined): Value {
  const value = object?.value ?? null;
  if (typeof value !== 'object' || value === null) return value;
  if ('name' in value) return value.name;
  return 'hex' in value ? Buffer.from(value.hex, 'hex') : null;
}
