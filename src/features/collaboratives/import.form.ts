import { z } from 'zod';
import { fieldError, type FieldError } from '../../lib/form';
import { settingsFrom } from './collaborative';
import type { NewCollaborative } from './collaborative.queries';
import { readTable, type TableRow } from '../../files/table-file';
import type { ReadFile, RowError } from './import';
import type { School, SchoolKind } from './school';
import type { StoredZip } from './zip.queries';

/** The district's short names (`NE`) with the ids of their collaboratives. */
export type Codes = ReadonlyMap<string, string>;

/** Schools of the state's directory with the local district each lies in. */
export function readSchools(content: Buffer, codes: Codes): ReadFile<School> {
  const needed = ['cds_code', 'school', 'level', 'grades', 'charter', 'city', 'zip', 'lat', 'lon', 'local_district_derived'];
  return readRows(content, { needed, read: (cells) => schoolOf(cells, codes), keyOf: ({ id }) => id });
}

function schoolOf(cells: Cells, codes: Codes): School | FieldError {
  const [id, name, zip, code] = [cell(cells, 'cds_code'), cell(cells, 'school'), cell(cells, 'zip'), cell(cells, 'local_district_derived')];
  const collaborativeId = codes.get(code);
  if (!/^\d{14}$/.test(id)) return fieldError('collaboratives.import.errors.schoolCode', { value: id });
  if (name === '' || name.length > 200) return fieldError('collaboratives.import.errors.schoolName');
  if (!/^\d{5}$/.test(zip)) return fieldError('collaboratives.import.errors.zip', { value: zip });
  if (collaborativeId === undefined) return fieldError('collaboratives.import.errors.district', { value: code });
  return {
    id,
    name,
    level: cell(cells, 'level'),
    grades: cell(cells, 'grades'),
    kind: kindOf(name, cell(cells, 'charter')),
    city: cell(cells, 'city'),
    zip,
    latitude: coordinate(cell(cells, 'lat')),
    longitude: coordinate(cell(cells, 'lon')),
    collaborativeId,
  };
}

/** The directory only flags charters; magnets say so in their names. */
const kindOf = (name: string, charter: string): SchoolKind =>
  charter === 'Y' ? 'charter' : /\bmagnet\b/i.test(name) ? 'magnet' : 'district';

const coordinate = (text: string): number | null => (text === '' || !Number.isFinite(Number(text)) ? null : Number(text));

/** ZIP codes with the share of their area in each local district (`share_NE`). */
export function readZips(content: Buffer, codes: Codes): ReadFile<StoredZip> {
  const needed = [
    'zip',
    'primary_ld',
    'ambiguous',
    'share_outside_lausd',
    ...[...codes.keys()].map((code) => `share_${code.toLowerCase()}`),
  ];
  return readRows(content, { needed, read: (cells) => zipOf(cells, codes), keyOf: ({ zip }) => zip });
}

function zipOf(cells: Cells, codes: Codes): StoredZip | FieldError {
  const [zip, code, split] = [cell(cells, 'zip'), cell(cells, 'primary_ld'), cell(cells, 'ambiguous')];
  const primaryId = codes.get(code);
  const outside = Number(cell(cells, 'share_outside_lausd'));
  const shares = [...codes].map(([name, id]) => [id, Number(cell(cells, `share_${name.toLowerCase()}`))] as const);
  if (!/^\d{5}$/.test(zip)) return fieldError('collaboratives.import.errors.zip', { value: zip });
  if (primaryId === undefined) return fieldError('collaboratives.import.errors.district', { value: code });
  if (split !== 'yes' && split !== 'no') return fieldError('collaboratives.import.errors.split', { value: split });
  if ([outside, ...shares.map(([, share]) => share)].some((share) => !(share >= 0 && share <= 1)))
    return fieldError('collaboratives.import.errors.share');
  const present = shares.filter(([id, share]) => share > 0 || id === primaryId);
  return { zip, isSplit: split === 'yes', shareOutside: outside, primaryId, shares: Object.fromEntries(present) };
}

const localText = z.looseObject({ en: z.string().min(1), es: z.string().min(1) }).transform((words) => words as NewCollaborative['name']);
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const collaborativeSchema = z.object({
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  code: z.string().regex(/^[A-Z]{1,4}$/),
  name: localText,
  area: localText,
  purpose: localText,
  duties: localText,
  contactEmail: z.string().regex(/^\S+@\S+\.\S+$/),
  contactPhone: z.string().max(40),
  officeAddress: z.string().min(1),
  usualMeeting: localText,
  regime: z.enum(['brown', 'greene', 'policy']),
  regimeDecidedBy: z.string().nullable(),
  regimeDecidedOn: date.nullable(),
  settings: z.unknown().transform((decided, check) => {
    try {
      return settingsFrom(decided);
    } catch {
      check.addIssue({ code: 'custom' });
      return z.NEVER;
    }
  }),
  startsOn: date,
  endsOn: date.nullable(),
});

/** Collaboratives as a JSON list; a row is the place in the list. */
export function readCollaboratives(content: Buffer): ReadFile<NewCollaborative> {
  const list = z.array(z.unknown()).safeParse(parsedJson(content.toString('utf8')));
  if (!list.success) return { items: [], errors: [{ row: 1, ...fieldError('collaboratives.import.errors.json') }] };
  return readEach(
    list.data.map((entry, index) => ({ row: index + 1, value: entry })),
    (entry) => {
      const read = collaborativeSchema.safeParse(entry);
      return read.success
        ? read.data
        : fieldError('collaboratives.import.errors.field', { name: String(read.error.issues[0]?.path[0] ?? '') });
    },
    ({ slug }) => slug,
  );
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Cells = TableRow['cells'];

const cell = (cells: Cells, name: string): string => cells[name] ?? '';

interface Reading<Item> {
  readonly needed: readonly string[];
  readonly read: (cells: Cells) => Item | FieldError;
  readonly keyOf: (item: Item) => string;
}

/** The rows of a table; a file with a fault gives no items, each fault with its row. */
function readRows<Item extends object>(content: Buffer, { needed, read, keyOf }: Reading<Item>): ReadFile<Item> {
  const { rows, errors } = readTable(content, needed);
  const file = readEach(
    rows.map(({ row, cells }) => ({ row, value: cells })),
    read,
    keyOf,
  );
  const faulty = new Set(errors.map(({ row }) => row));
  return { items: file.items, errors: [...errors, ...file.errors.filter(({ row }) => !faulty.has(row))].sort((a, b) => a.row - b.row) };
}

/** Reads entry by entry; a second one with the same key is an error, since nobody could say which holds. */
function readEach<Entry, Item extends object>(
  entries: readonly { readonly row: number; readonly value: Entry }[],
  read: (value: Entry) => Item | FieldError,
  keyOf: (item: Item) => string,
): ReadFile<Item> {
  const items = new Map<string, Item>();
  const errors: RowError[] = [];
  for (const { row, value } of entries) {
    const result = read(value);
    if (isFieldError(result)) errors.push({ row, ...result });
    else if (items.has(keyOf(result))) errors.push({ row, ...fieldError('collaboratives.import.errors.twice', { value: keyOf(result) }) });
    else items.set(keyOf(result), result);
  }
  return { items: [...items.values()], errors };
}

const isFieldError = (result: object): result is FieldError => 'key' in result && 'values' in result;
