import type { FieldError } from '../../lib/form';

export type ImportKind = 'collaboratives' | 'schools' | 'zips';

export const importKinds: readonly ImportKind[] = ['collaboratives', 'schools', 'zips'];

/** A row that cannot be taken in, and why. */
export interface RowError extends FieldError {
  readonly row: number;
}

/** What a file says: the records that make sense, and the rows that do not. */
export interface ReadFile<Item> {
  readonly items: readonly Item[];
  readonly errors: readonly RowError[];
}

/** What an import would change. */
export interface ImportPlan<Item> {
  readonly added: readonly Item[];
  readonly changed: readonly { readonly item: Item; readonly fields: readonly string[] }[];
  /** Known so far and not in the file. */
  readonly missing: readonly Item[];
  readonly unchanged: number;
}

/** What is told about an import, done or only tried. */
export interface ImportReport {
  readonly kind: ImportKind;
  /** Names of records, as a person knows them. */
  readonly added: readonly string[];
  readonly changed: readonly { readonly name: string; readonly fields: readonly string[] }[];
  readonly removed: readonly string[];
  /** Not in the file, and kept since something refers to them. */
  readonly kept: readonly string[];
  readonly unchanged: number;
  readonly errors: readonly RowError[];
  readonly isDone: boolean;
}

/** Compares what is known with what a file says, record by record. */
export function planImport<Item extends object>(
  known: readonly Item[],
  wanted: readonly Item[],
  keyOf: (item: Item) => string,
): ImportPlan<Item> {
  const before = new Map(known.map((item) => [keyOf(item), item]));
  const after = new Set(wanted.map(keyOf));
  const changed = wanted.flatMap((item) => {
    const old = before.get(keyOf(item));
    const fields = old === undefined ? [] : changedFields(old, item);
    return fields.length === 0 ? [] : [{ item, fields }];
  });
  const added = wanted.filter((item) => !before.has(keyOf(item)));
  return {
    added,
    changed,
    missing: known.filter((item) => !after.has(keyOf(item))),
    unchanged: wanted.length - added.length - changed.length,
  };
}

function changedFields(before: object, after: object): string[] {
  const old = new Map(Object.entries(before));
  return Object.entries(after)
    .filter(([name, value]) => canonical(old.get(name)) !== canonical(value))
    .map(([name]) => name);
}

/** JSON with its keys in order, so that the order in which a record was built makes no difference. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** A list in parts that fit into one statement each. */
export const inParts = <Item>(items: readonly Item[], size = 200): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) => items.slice(part * size, (part + 1) * size));
