import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { FileKind, Refusal } from './file-kind';

export type OfficeKind = Extract<FileKind, 'docx' | 'pptx' | 'xlsx'>;

const mostEntries = 2_000;
const mostUnpacked = 100_000_000;
const mostRatio = 100;

/** Some programs number the main part (`word/document2.xml`). */
const mainParts: Readonly<Record<OfficeKind, RegExp>> = {
  docx: /^word\/document\d*\.xml$/,
  pptx: /^ppt\/presentation\d*\.xml$/,
  xlsx: /^xl\/workbook\d*\.xml$/,
};

const macros = /vbaproject|vbadata|macrosheets\/|activex\//i;
const programs = /\.(exe|dll|com|bat|cmd|scr|msi|m?js|vbs|ps1|jar|hta|x?html?|zip|7z|rar|docm|dotm|xlsm|xlsb|pptm|ppsm)$/i;

/**
 * An office file judged by its directory alone; nothing is unpacked. Refused: what is no such package, macros and
 * programs inside, names that leave the folder, links, encrypted or doubled parts, and bombs. Null: fine.
 */
export async function officeFault(bytes: Buffer, kind: OfficeKind): Promise<Refusal | null> {
  if (bytes.length < 22 || bytes.readUInt32BE(0) !== 0x504b0304) return 'content';
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true });
    if (zip.entryCount > mostEntries) return 'tooManyParts';
    return zip.comment === '' ? await directoryFault(zip, bytes.length, kind) : 'content';
  } catch {
    return 'content';
  }
}

async function directoryFault(zip: ZipFile, size: number, kind: OfficeKind): Promise<Refusal | null> {
  const names = new Set<string>();
  let packed = 0;
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const fault = entryFault(entry, names);
    if (fault !== null) return fault;
    names.add(entry.fileName.toLowerCase());
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    if (packed > size || unpacked > mostUnpacked || unpacked > mostRatio * size) return 'unpacksTooLarge';
  }
  return isPackageOf(kind, [...names]) ? null : 'content';
}

function entryFault(entry: Entry, seen: ReadonlySet<string>): Refusal | null {
  const { fileName, compressionMethod, generalPurposeBitFlag, externalFileAttributes } = entry;
  if (macros.test(fileName) || programs.test(fileName)) return 'macros';
  const isLink = ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
  const isOdd = ![0, 8].includes(compressionMethod) || (generalPurposeBitFlag & 1) === 1 || /[\0-\x1f]/.test(fileName);
  return isLink || isOdd || seen.has(fileName.toLowerCase()) ? 'content' : null;
}

/** The parts every package has, the main part of this kind, and of no other. */
function isPackageOf(kind: OfficeKind, names: readonly string[]): boolean {
  const kinds = (Object.keys(mainParts) as OfficeKind[]).filter((candidate) => names.some((name) => mainParts[candidate].test(name)));
  return names.includes('[content_types].xml') && names.includes('_rels/.rels') && kinds.length === 1 && kinds[0] === kind;
}
