import type { Refusal } from './file-kind';

/** A PDF from its first byte to its `%%EOF`, with nothing but blanks after it. Null: fine. */
export function pdfFault(bytes: Buffer): Refusal | null {
  if (!/^%PDF-[12]\.\d[\r\n %]/.test(bytes.toString('latin1', 0, 9))) return 'content';
  const end = bytes.toString('latin1', Math.max(0, bytes.length - 2048)).replace(/[\s\0]+$/, '');
  const isWhole = end.endsWith('%%EOF') && end.includes('startxref') && bytes.includes(' obj');
  return isWhole ? null : 'content';
}
