/** A page of the record as data: its rows, and the id behind which the next begins; null at the end. */
export interface DataPage<Row> {
  readonly rows: readonly Row[];
  readonly after: string | null;
}

/** Most rows of a page: an answer stays readable, and costs the same however long the record is. */
export const mostRows = 100;

/** Rows of a table in one file. */
export const mostLines = 500;

/** Cuts one row more than asked for into a page; that row only tells that there is more. */
export function pageOf<Row extends { readonly id: string }>(found: readonly Row[], most: number): DataPage<Row> {
  const rows = found.slice(0, most);
  return { rows, after: found.length > most ? (rows.at(-1)?.id ?? null) : null };
}

/** The same of a list that is held whole. */
export const pageBehind = <Row extends { readonly id: string }>(all: readonly Row[], after: string, most: number): DataPage<Row> =>
  pageOf(
    [...all].sort((a, b) => (a.id < b.id ? -1 : 1)).filter(({ id }) => id > after),
    most,
  );
