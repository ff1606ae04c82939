export type { PdfInside, PdfLink, PdfPages, PdfPaper, PdfPart, PdfTable } from './content';
export { canDraw } from './extras';
export { isWide } from './pages/draw-pages';
export { takePages } from './pages/take-pages';
export type { NotTaken, Taken } from './pages/taken';
export { renderPdf } from './render-pdf';
