import type { Response } from 'express';
import { attachmentHeader } from '../files/file-name';

/** Sends a file that was made for this answer alone, to be saved; private, so nothing keeps it. */
export function sendMade(res: Response, { name, type }: { readonly name: string; readonly type: string }): Response {
  res.removeHeader('Content-Language');
  return res.set({
    'Content-Type': type,
    'Content-Disposition': attachmentHeader(name),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
}
