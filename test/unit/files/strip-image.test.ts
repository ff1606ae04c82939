import { crc32 } from 'node:zlib';
import { jpegFault, pngFault } from '../../../src/files/image';
import { stripImage } from '../../../src/files/strip-image';
import { aJpeg, aPng, chunk } from '../../support/files';

const segment = (code: number, data: Buffer): Buffer => {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** EXIF as a phone writes it: which way is up, the device, and a place in an IFD of its own. */
function exif(orientation: number, isLittle: boolean): Buffer {
  const tiff = Buffer.alloc(120);
  const short = (value: number, at: number) => (isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  const long = (value: number, at: number) => (isLittle ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at));
  tiff.write(isLittle ? 'II' : 'MM', 0, 'latin1');
  short(42, 2);
  long(8, 4);
  short(3, 8);
  [
    [0x010f, 2, 12, 60],
    [0x0112, 3, 1, 0],
    [0x8825, 4, 1, 80],
  ].forEach(([tag = 0, type = 0, count = 0, value = 0], index) => {
    const at = 10 + 12 * index;
    short(tag, at);
    short(type, at + 2);
    long(count, at + 4);
    if (tag === 0x0112) short(orientation, at + 8);
    else long(value, at + 8);
  });
  tiff.write('CANARYPHONE\0', 60, 'latin1');
  tiff.write('GPS34.0522N118.2437W', 90, 'latin1');
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

const planted = ['CANARY', 'GPS34', '118.2437', 'Photoshop', 'xmpmeta', 'Exif'];
const found = (bytes: Buffer): string[] => planted.filter((word) => bytes.includes(word));

describe('a JPEG', () => {
  const words = [
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>CANARY</x:xmpmeta>', 'latin1')),
    segment(0xe2, Buffer.from('MPF\0CANARY', 'latin1')),
    segment(0xed, Buffer.from('Photoshop 3.0\0CANARY', 'latin1')),
    segment(0xfe, Buffer.from('CANARY comment', 'latin1')),
    segment(0xe0, Buffer.from('JFXX\0CANARY thumbnail', 'latin1')),
  ];

  it('keeps nothing of place, device, names and comments, and stays the same picture', () => {
    const before = Buffer.concat([exif(1, true), ...words]);
    const given = aJpeg(40, 30, before);
    expect(found(given)).toEqual(planted);
    const stripped = stripImage(given, 'jpg');
    expect(found(stripped)).toEqual([]);
    expect(stripped.equals(aJpeg(40, 30))).toBe(true);
    expect(jpegFault(stripped)).toBeNull();
  });

  it.each([
    [6, true],
    [8, false],
  ])('keeps which way is up (%i, little-endian: %s), and that alone', (orientation, isLittle) => {
    const stripped = stripImage(aJpeg(40, 30, exif(orientation, isLittle)), 'jpg');
    expect(found(stripped)).toEqual(['Exif']);
    expect(stripped.length).toBe(aJpeg(40, 30).length + 36);
    expect(stripped.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation]))).toBe(true);
    expect(jpegFault(stripped)).toBeNull();
  });

  it('loses what follows its end: further pictures with their own EXIF', () => {
    const given = Buffer.concat([aJpeg(), aJpeg(4, 4, exif(1, true))]);
    expect(stripImage(given, 'jpg').equals(aJpeg())).toBe(true);
  });

  it('keeps every scan of a progressive picture, with stuffed bytes and restarts', () => {
    const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56]);
    const table = segment(0xc4, Buffer.from([0, 1, 2]));
    const whole = aJpeg();
    const begin = whole.subarray(0, whole.length - 2);
    const end = Buffer.from([0xff, 0xd9]);
    const clean = Buffer.concat([begin, table, scan, scan, end]);
    const given = Buffer.concat([
      begin,
      segment(0xfe, Buffer.from('CANARY')),
      table,
      scan,
      segment(0xe1, Buffer.from('CANARY')),
      scan,
      end,
    ]);
    expect(stripImage(given, 'jpg').equals(clean)).toBe(true);
  });

  it.each([0, 2, 7, 60, 119])('with EXIF cut after %i bytes is read without a fault', (length) => {
    const cut = exif(6, false).subarray(4, 4 + length);
    const stripped = stripImage(aJpeg(4, 4, segment(0xe1, cut)), 'jpg');
    expect(found(stripped).filter((word) => word !== 'Exif')).toEqual([]);
  });
});

describe('a PNG', () => {
  it('keeps the chunks that draw and no other', () => {
    const extra = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME', 'iCCP', 'prVt'].map((name) => chunk(name, Buffer.from('CANARY GPS34 118.2437')));
    const given = aPng(40, 30, Buffer.concat(extra));
    const stripped = stripImage(given, 'png');
    expect(found(stripped)).toEqual([]);
    expect(stripped.equals(aPng(40, 30))).toBe(true);
    expect(pngFault(stripped)).toBeNull();
    expect(crc32(stripped)).toBe(crc32(aPng(40, 30)));
  });
});
