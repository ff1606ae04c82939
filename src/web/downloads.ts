import type { Response } from 'express';
import type { Deps } from '../deps';
import { mediaTypes, type FileKind } from '../files/file-kind';
import { attachmentHeader } from '../files/file-name';
import { isKept, keptFolder } from '../files/store';
import { NotFound } from '../lib/errors';

export interface Download {
  readonly name: string;
  readonly kind: FileKind;
  readonly sha256: string;
}

/** Sends a kept file to be saved, never to be shown in place (reliability.md 4.1). The caller has asked its policy. */
export async function sendDownload(deps: Deps, res: Response, { name, kind, sha256 }: Download): Promise<void> {
  if (!(await isKept(deps, sha256))) {
    deps.logger.error('a kept file is missing', { sha256 });
    throw new NotFound();
  }
  res.removeHeader('Content-Language');
  // What somebody signed in asked for is kept nowhere; a paper that everyone may read is asked for again by its tag.
  if (res.get('Cache-Control') !== 'no-store') res.set('Cache-Control', 'private, no-cache');
  res.set({
    'Content-Type': mediaTypes[kind],
    'Content-Disposition': attachmentHeader(name),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    ETag: `"${sha256}"`,
  });
  await new Promise<void>((resolve, reject) => {
    res.sendFile(sha256, { root: keptFolder(deps), lastModified: false, cacheControl: false }, (error?: Error) => {
      if (error === undefined || res.destroyed) resolve();
      else reject(error);
    });
  });
}
