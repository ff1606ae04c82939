export type { PdfInside, PdfLink, PdfPaper, PdfPart, PdfTable } from './content';
export { canDraw } from './extras';
export { renderPdf } from './render-pdf';
