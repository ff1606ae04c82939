import { crc32, deflateSync } from 'node:zlib';

/** One entry of a zip as its directory tells it; what it tells need not be true. */
export interface ZipEntry {
  readonly name: string;
  readonly content?: string;
  readonly packed?: number;
  readonly unpacked?: number;
  readonly method?: number;
  readonly flags?: number;
  /** Unix mode. */
  readonly mode?: number;
}

interface ZipOptions {
  readonly comment?: string;
  readonly count?: number;
}

/** A zip without compression, written by hand so that its directory can lie. */
export function aZip(entries: readonly ZipEntry[], { comment = '', count = entries.length }: ZipOptions = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const content = Buffer.from(entry.content ?? '<x/>');
    const shared = sharedFields(entry, content, name.length);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, content]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), shared, tail, name);
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Math.min(count, 0xffff), 4);
  end.writeUInt16LE(Math.min(count, 0xffff), 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  end.writeUInt16LE(Buffer.byteLength(comment), 16);
  return Buffer.concat([...locals, listed, Buffer.from('PK\x05\x06'), end, Buffer.from(comment)]);
}

function sharedFields(entry: ZipEntry, content: Buffer, nameLength: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE((entry.flags ?? 0) | 0x800, 2);
  fields.writeUInt16LE(entry.method ?? 0, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(entry.packed ?? content.length, 14);
  fields.writeUInt32LE(entry.unpacked ?? content.length, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}

const mains = { docx: 'word/document.xml', pptx: 'ppt/presentation.xml', xlsx: 'xl/workbook.xml' } as const;

/** An office package with its usual parts and these. */
export const anOfficeFile = (kind: keyof typeof mains, more: readonly ZipEntry[] = [], options: ZipOptions = {}): Buffer =>
  aZip([{ name: '[Content_Types].xml' }, { name: '_rels/.rels' }, { name: mains[kind] }, ...more], options);

export const aPdf = (words = 'Budget'): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Title (${words}) >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  );

export function aPng(width = 4, height = 4, extra: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(52))), extra, chunk('IEND', Buffer.alloc(0))]);
}

export function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

export function aJpeg(width = 4, height = 4, before: Buffer = Buffer.alloc(0)): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const app = Buffer.from([0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 0x12, 0x34, 0xff, 0xd9]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app, before, frame, scan]);
}

/** One good file of each kind, by name. */
export const goodFiles: readonly (readonly [name: string, bytes: Buffer])[] = [
  ['budget.pdf', aPdf()],
  ['BUDGET.PDF', aPdf()],
  ['minutes.docx', anOfficeFile('docx', [{ name: 'word/media/image1.png' }, { name: 'word/' }])],
  ['online.docx', aZip([{ name: '[Content_Types].xml' }, { name: '_rels/.rels' }, { name: 'word/document2.xml' }])],
  ['slides.pptx', anOfficeFile('pptx', [{ name: 'ppt/embeddings/Microsoft_Excel_Sheet1.xlsx' }])],
  ['figures.xlsx', anOfficeFile('xlsx')],
  ['map.png', aPng()],
  ['wide.png', aPng(8000, 5000)],
  ['photo.jpg', aJpeg()],
  ['photo.v2.final.jpeg', aJpeg(8000, 5000)],
];
