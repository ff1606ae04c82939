import { spawnSync } from 'node:child_process';

/** Whether poppler is here to read a PDF. */
export const hasPoppler = (): boolean => spawnSync('pdftotext', ['-v']).error === undefined;

/** The words of a PDF as poppler reads them; undefined where poppler is not here to ask. */
export function pdfText(bytes: Buffer): string | undefined {
  const { status, stdout, error } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' });
  if (error !== undefined) return undefined;
  if (status !== 0) throw new Error('not a PDF');
  return stdout;
}
