/** A place in a keyset list: the sort value and id of the last row shown. Travels as one opaque text. */
export interface Cursor {
  readonly after: string;
  readonly id: string;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** The cursor of the next page, or null at the end. */
  readonly next: string | null;
}

export const pageSize = 50;

export const encodeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify([cursor.after, cursor.id])).toString('base64url');

/** Reads a cursor; undefined for anything that is not one. */
export function decodeCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined || text === '') return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parts)) return undefined;
    const [after, id] = parts as unknown[];
    return isText(after) && isText(id) ? { after, id } : undefined;
  } catch {
    return undefined;
  }
}

/** Text that a database can compare: PostgreSQL knows no NUL. */
const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\u0000');

/** Cuts `size + 1` fetched rows into a page; the extra row only tells that there is more. */
export function cutPage<Row>(rows: readonly Row[], cursorOf: (row: Row) => Cursor, size: number = pageSize): Page<Row> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > size && last !== undefined ? encodeCursor(cursorOf(last)) : null };
}
