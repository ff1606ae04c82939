import type { Refusal } from './file-kind';

const mostPixels = 40_000_000;
const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG whose chunks run from its header to its end with nothing after it, of at most 40 megapixel. Null: fine. */
export function pngFault(bytes: Buffer): Refusal | null {
  if (!bytes.subarray(0, 8).equals(pngStart) || bytes.length < 45) return 'content';
  if (bytes.readUInt32BE(8) !== 13 || chunkName(bytes, 8) !== 'IHDR') return 'content';
  const pixels = pixelsFault(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  return pixels ?? (hasWholeChunks(bytes) ? null : 'content');
}

function hasWholeChunks(bytes: Buffer): boolean {
  let hasData = false;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const name = chunkName(bytes, at);
    if (!/^[A-Za-z]{4}$/.test(name)) return false;
    hasData ||= name === 'IDAT';
    at += bytes.readUInt32BE(at) + 12;
    if (name === 'IEND') return hasData && at === bytes.length;
  }
  return false;
}

const chunkName = (bytes: Buffer, at: number): string => bytes.toString('latin1', at + 4, at + 8);

/** A JPEG with a frame header before its scan and an end, of at most 40 megapixel. Null: fine. */
export function jpegFault(bytes: Buffer): Refusal | null {
  if (bytes.length < 20 || bytes.readUInt32BE(0) >>> 8 !== 0xffd8ff || !endsAsJpeg(bytes)) return 'content';
  const frame = frameOf(bytes);
  return frame === undefined ? 'content' : pixelsFault(frame.width, frame.height);
}

/** The pixels a picture is wide and high, as its header says; the bytes are those of a whole picture (`checkFile` said so). */
export const sizeOf = (bytes: Buffer, kind: 'jpg' | 'png'): { readonly width: number; readonly height: number } =>
  kind === 'png' ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : (frameOf(bytes) ?? { width: 0, height: 0 });

/** Cameras pad with zeros and append further pictures, which end alike. */
function endsAsJpeg(bytes: Buffer): boolean {
  let end = bytes.length;
  while (end > 2 && bytes[end - 1] === 0) end -= 1;
  return bytes.readUInt16BE(end - 2) === 0xffd9;
}

/** The size in the frame header (SOF0 to SOF15 but DHT, JPG and DAC), which must come before the scan. */
function frameOf(bytes: Buffer): { readonly width: number; readonly height: number } | undefined {
  let at = 2;
  let frame: { width: number; height: number } | undefined;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return frame;
    if (isFrame(marker)) frame = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function pixelsFault(width: number, height: number): Refusal | null {
  if (width === 0 || height === 0) return 'content';
  return width * height > mostPixels ? 'tooManyPixels' : null;
}
