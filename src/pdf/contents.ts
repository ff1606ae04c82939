import type { PdfPaper, PdfPart } from './content';

type Outline = PDFKit.PDFOutline;

/** The paper with its contents as a table of headings and pages; a page not known yet is a zero. */
export function withContents(paper: PdfPaper, pages: readonly number[]): PdfPaper {
  const at = paper.parts.findIndex(({ kind }) => kind === 'contents');
  const headings = paper.parts
    .map((part, index) => ({ part, index }))
    .filter(({ part }) => part.kind === 'heading')
    .map(({ part, index }, place) => ({ part: part as Extract<PdfPart, { kind: 'heading' }>, index, page: pages[place] ?? 0 }));
  const rows = headings.filter(({ part, index }) => index > at && part.level < 3).map(({ part, page }) => [part.text, String(page)]);
  return { ...paper, parts: paper.parts.map((part) => (part.kind === 'contents' ? tableOf(part, rows) : part)) };
}

const tableOf = (part: Extract<PdfPart, { kind: 'contents' }>, rows: readonly (readonly string[])[]): PdfPart => ({
  kind: 'table',
  table: {
    caption: part.caption,
    columns: [{ label: part.columns[0] }, { label: part.columns[1], isNumber: true, width: 60 }],
    rows,
  },
});

/** Notes a heading that has just been drawn as a bookmark, below the last one of a higher level. */
export function bookmarks(doc: PDFKit.PDFDocument): (level: number, text: string) => void {
  const open: { readonly level: number; readonly outline: Outline }[] = [];
  return (level, text) => {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const outline = (open.at(-1)?.outline ?? doc.outline).addItem(text, { expanded: true });
    open.push({ level, outline });
  };
}
