/** Lower case without accents, one blank between words: for finding, never for showing. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/** The words of a text as a search compares them: folded, letters and digits alone, each once, at most 64 characters long. */
export const wordsIn = (text: string): string[] => [
  ...new Set(
    fold(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
      .map((word) => word.slice(0, 64)),
  ),
];

/** How many words a text has, as a reader counts them. */
export const countWords = (text: string): number =>
  text
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '').length;

/** Takes away what no honest text holds: control characters and direction overrides (line breaks and tabs stay). */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\u200b\ufeff]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');

/** A cell of a CSV file: quoted, and harmless when a spreadsheet would read it as a formula (reliability.md 4.14). */
export function csvCell(value: unknown): string {
  const text = (typeof value === 'string' || typeof value === 'number' ? String(value) : '').replace(/\r\n?|\n/g, '\n');
  const safe = /^[\s\u00a0\ufeff]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20|%]/.test(text) ? `'${text}` : text;
  return `"${safe.replace(/"/g, '""')}"`;
}

/** A line of a CSV file (RFC 4180). */
export const csvLine = (cells: readonly unknown[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** A CSV file of lines, the heads first; the mark before it tells spreadsheets that the text is UTF-8. */
export const csvText = (lines: readonly (readonly unknown[])[]): string => `\ufeff${lines.map(csvLine).join('')}`;
