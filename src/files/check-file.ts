import { readFile } from 'node:fs/promises';
import { kindOf, type FileKind, type Refusal } from './file-kind';
import { isTrickyName } from './file-name';
import { jpegFault, pngFault } from './image';
import { officeFault } from './office';
import { pdfFault } from './pdf';
import type { ReceivedFile } from './store';

export type Checked = { readonly ok: true; readonly kind: FileKind } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Whether a received file may be kept: its name's ending, its first bytes and its structure must agree. What the sender
 * says of its type counts for nothing. Files have at most 10 MB (`web/uploads.ts`), so one is read whole.
 */
export async function checkFile(file: Pick<ReceivedFile, 'path' | 'givenName' | 'bytes'>): Promise<Checked> {
  const kind = kindOf(file.givenName.trim());
  if (file.bytes === 0) return { ok: false, refusal: 'empty' };
  if (kind === undefined) return { ok: false, refusal: 'kind' };
  if (isTrickyName(file.givenName)) return { ok: false, refusal: 'name' };
  const refusal = await structureFault(await readFile(file.path), kind);
  return refusal === null ? { ok: true, kind } : { ok: false, refusal };
}

async function structureFault(bytes: Buffer, kind: FileKind): Promise<Refusal | null> {
  switch (kind) {
    case 'pdf':
      return pdfFault(bytes) ?? archiveFault(bytes);
    case 'png':
      return pngFault(bytes) ?? archiveFault(bytes);
    case 'jpg':
      return jpegFault(bytes) ?? archiveFault(bytes);
    default:
      return officeFault(bytes, kind);
  }
}

/** A file that is at the same time an archive: a zip's directory is found from the end. */
function archiveFault(bytes: Buffer): Refusal | null {
  for (let at = bytes.lastIndexOf('PK\x05\x06'); at >= 0 && bytes.length - at <= 65_557; at = bytes.lastIndexOf('PK\x05\x06', at - 1)) {
    const isEnd = at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length;
    if (isEnd) return 'content';
    if (at === 0) break;
  }
  return null;
}
