import type { Taken } from './pages/taken';

/** What a printed paper is made of, in reading order. Plain data; `renderPdf` draws it. */
export type PdfPart =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isSmall?: boolean }
  /** Names with their values: a reference, a date, a place. */
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: PdfTable }
  /** Entries that lead to an address; the note stands below. */
  | { readonly kind: 'links'; readonly items: readonly PdfLink[] }
  /** A picture that `canDraw` takes, as large as the page lets it. */
  | { readonly kind: 'picture'; readonly bytes: Buffer; readonly words: string }
  /** The headings of level 1 and 2 that follow, each with its page. */
  | { readonly kind: 'contents'; readonly caption: string; readonly columns: readonly [heading: string, page: string] }
  /** Pages of another file that `takePages` took. */
  | PdfPages
  /** What follows begins on a new page, which may lie on its side. */
  | { readonly kind: 'newPage'; readonly isWide?: boolean };

export interface PdfPages {
  readonly kind: 'pages';
  readonly taken: Taken;
  /** Stands above each page but the first. */
  readonly caption: (page: number, of: number) => string;
  /** Said instead of a page that is a picture; null where its own text can be read. */
  readonly scanText: ((page: number, of: number) => string) | null;
}

export interface PdfLink {
  readonly text: string;
  /** Absolute; null where there is nothing to open. */
  readonly href: string | null;
  readonly note?: string;
}

/** A file that travels inside the paper and is opened from it. */
export interface PdfInside {
  readonly name: string;
  readonly type: string;
  readonly words: string;
  readonly bytes: Buffer;
}

export interface PdfTable {
  /** Said before the table, and its name for readers who do not see it. */
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly isNumber?: boolean; readonly width?: number }[];
  /** The first cell of each row names the row. */
  readonly rows: readonly (readonly string[])[];
}

export interface PdfPaper {
  readonly title: string;
  /** Language tag of the words. */
  readonly lang: string;
  /** ISO-8601 moment that stands in the file; the same content gives the same bytes. */
  readonly madeAt: string;
  /** Stands at the foot of each page, before its number. */
  readonly footer: string;
  /** "Page 2 of 5" in the reader's words. */
  readonly pageText: (page: number, of: number) => string;
  readonly parts: readonly PdfPart[];
  /** Whether readers get the headings as bookmarks. */
  readonly hasBookmarks?: boolean;
  readonly inside?: readonly PdfInside[];
}
