import { inflateSync } from 'node:zlib';

/** The words of a PDF as our renderer writes it, a line for each piece of text; enough to say what stands in it. */
export function textOfPdf(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const fonts = fontsIn(objects);
  return [...objects.values()].flatMap(({ stream }) => (stream.includes(' Tf') ? linesIn(stream, fonts) : [])).join('\n');
}

/** For each font of the pages, what its glyphs say. */
function fontsIn(objects: ReadonlyMap<string, PdfObject>): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const named = [...objects.values()].flatMap(({ dictionary }) => [...dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)]);
  const mapOf = (id: string): string => /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.dictionary ?? '')?.[1] ?? '';
  return new Map(named.map(([, name = '', id = '']) => [name, charactersIn(objects.get(mapOf(id))?.stream ?? '')]));
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: string;
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const raw = pdf.toString('latin1');
  const found = new Map<string, PdfObject>();
  for (const [, id = '', body = ''] of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const at = body.indexOf('stream\n');
    const dictionary = at === -1 ? body : body.slice(0, at);
    const bytes = at === -1 ? null : Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1');
    found.set(id, { dictionary, stream: bytes === null ? '' : read(bytes, dictionary) });
  }
  return found;
}

const read = (bytes: Buffer, dictionary: string): string =>
  (dictionary.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');

/** Glyphs, four hexadecimal digits each, and the characters they draw. */
function charactersIn(map: string): ReadonlyMap<string, string> {
  const characters = new Map<string, string>();
  for (const [, from = '', , list = ''] of map.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/gi)) {
    const first = parseInt(from, 16);
    [...list.matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, codes = ''], index) => {
      const units = codes.replace(/ /g, '').match(/.{4}/g) ?? [];
      characters.set((first + index).toString(16).padStart(4, '0'), String.fromCharCode(...units.map((unit) => parseInt(unit, 16))));
    });
  }
  return characters;
}

function linesIn(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  let font: ReadonlyMap<string, string> = new Map();
  const lines: string[] = [];
  for (const [, name, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map();
    else lines.push(decoded(shown ?? '', font));
  }
  return lines;
}

const decoded = (shown: string, font: ReadonlyMap<string, string>): string =>
  [...shown.matchAll(/<([0-9a-f]+)>/gi)]
    .flatMap(([, hex = '']) => hex.toLowerCase().match(/.{4}/g) ?? [])
    .map((glyph) => font.get(glyph) ?? '?')
    .join('');
