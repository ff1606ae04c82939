/**
 * A picture without what cameras and programs write beside it: place, time, device, names, comments, thumbnails, further
 * pictures. Pixels stay as they are. The bytes are those of a whole picture (`checkFile` said so).
 */
export const stripImage = (bytes: Buffer, kind: 'jpg' | 'png'): Buffer => (kind === 'png' ? strippedPng(bytes) : strippedJpeg(bytes));

/** Chunks that draw; every other one is left out. */
const drawing: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'IDAT', 'IEND']);

function strippedPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + bytes.readUInt32BE(at) + 12;
    if (drawing.has(bytes.toString('latin1', at + 4, at + 8))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

const marker = { soi: 0xd8, eoi: 0xd9, sos: 0xda, app0: 0xe0, app1: 0xe1, app14: 0xee } as const;

/** Tables, frames and scans are kept, of the rest which colours are meant and which way up the picture is. */
function strippedJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length) {
    const code = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || code === marker.eoi) break;
    if (code === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const next = code === marker.sos ? endOfScan(bytes, end) : end;
    kept.push(...keptSegment(code, bytes.subarray(at, next)));
    at = next;
  }
  // What follows the end of the picture (further ones, words) is left out.
  return Buffer.concat([...kept, Buffer.from([0xff, marker.eoi])]);
}

function keptSegment(code: number, segment: Buffer): Buffer[] {
  if (code === marker.app0) return jfif(segment);
  if (code === marker.app1) return orientationAlone(segment);
  if (code === marker.app14) return segment.toString('latin1', 4, 9) === 'Adobe' && segment.length === 16 ? [segment] : [];
  // From APP0 on: what programs write, comments, and what no picture needs.
  return code >= marker.app0 ? [] : [segment];
}

/** The header alone, without a thumbnail. */
function jfif(segment: Buffer): Buffer[] {
  if (segment.toString('latin1', 4, 9) !== 'JFIF\0' || segment.length < 18) return [];
  const header = Buffer.from(segment.subarray(0, 18));
  header.writeUInt16BE(16, 2);
  header.writeUInt16BE(0, 16);
  return [header];
}

/** Phones keep pixels lying and say which way is up: that one number is written anew, and nothing else. */
function orientationAlone(segment: Buffer): Buffer[] {
  const value = orientationIn(segment.subarray(4));
  if (value === null || value === 1) return [];
  const anew = Buffer.alloc(36);
  anew.set([0xff, marker.app1, 0, 34]);
  anew.write('Exif\0\0MM\0*', 4, 'latin1');
  anew.writeUInt32BE(8, 14);
  anew.writeUInt16BE(1, 18);
  anew.writeUInt16BE(0x0112, 20);
  anew.writeUInt16BE(3, 22);
  anew.writeUInt32BE(1, 24);
  anew.writeUInt16BE(value, 28);
  return [anew];
}

function orientationIn(exif: Buffer): number | null {
  if (exif.toString('latin1', 0, 6) !== 'Exif\0\0' || exif.length < 16) return null;
  const tiff = exif.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let index = 0; index < short(first); index += 1) {
    const entry = first + 2 + 12 * index;
    if (short(entry) !== 0x0112) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** Where the coded pixels after a scan's header end: at the next marker that is no part of them. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    const isCoded = bytes[at] !== 0xff || next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isCoded) return at;
    at += 1;
  }
  return bytes.length;
}
