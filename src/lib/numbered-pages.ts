/** A part of a list that is known as a whole. For lists that are not, see `pagination.ts`. */
export interface NumberedPage<Row> {
  readonly rows: readonly Row[];
  /** From 1. */
  readonly number: number;
  readonly pages: number;
  /** Places of the first and the last row in the whole list, from 1; 0 in an empty one. */
  readonly from: number;
  readonly to: number;
  readonly all: number;
}

/** The page wanted, or the last one there is. */
export function numberedPage<Row>(rows: readonly Row[], wanted: number, size: number): NumberedPage<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const number = Math.min(Math.max(1, wanted), pages);
  const shown = rows.slice((number - 1) * size, number * size);
  const before = (number - 1) * size;
  return { rows: shown, number, pages, from: shown.length === 0 ? 0 : before + 1, to: before + shown.length, all: rows.length };
}

/** The page on which a row stands, by its index. */
export const pageOfRow = (index: number, size: number): number => Math.floor(index / size) + 1;

/** A page's number in an address; 1 for anything that is none. */
export const readPageNumber = (value: unknown): number => (typeof value === 'string' && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : 1);
