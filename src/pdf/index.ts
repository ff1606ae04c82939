export type { PdfPaper, PdfPart, PdfTable } from './content';
export { renderPdf } from './render-pdf';
