import { CsvError, parse } from 'csv-parse/sync';
import { fieldError, type FieldError } from '../lib/form';

/** A row of a table by column name, with its line as a spreadsheet counts it (the header is row 1). */
export interface TableRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** What is wrong with a row, or with the file as a whole (row 1), in words for whoever made it. */
export interface TableError extends FieldError {
  readonly row: number;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly errors: readonly TableError[];
}

/** Most rows and bytes that are read, and the longest cell. */
export const tableLimits = { rows: 20_000, bytes: 5_000_000, cell: 2_000 } as const;

/**
 * Reads a table as people save it (RFC 4180 and what spreadsheets make of it): UTF-8, UTF-16 or Windows-1252; commas,
 * semicolons, tabs or bars. What is no such table is said in plain words; nothing is guessed that could be read in two ways.
 */
export function readTable(content: Buffer, needed: readonly string[]): Table {
  const text = readText(content);
  if (typeof text !== 'string') return onlyError(text);
  const lines = readLines(text);
  if (!Array.isArray(lines)) return onlyError(lines);
  return tableOf(lines, needed);
}

function tableOf([header, ...body]: readonly Line[], needed: readonly string[]): Table {
  const columns = (header?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const wrong = headerProblem(columns, needed) ?? countProblem(body.length);
  if (wrong !== undefined) return onlyError({ row: 1, ...wrong });
  const errors = body.flatMap(({ row, cells }): TableError[] => {
    const problem = rowProblem(cells, columns);
    return problem === undefined ? [] : [{ row, ...problem }];
  });
  const rows = body.map(({ row, cells }) => ({
    row,
    cells: Object.fromEntries(columns.map((name, at) => [name, (cells[at] ?? '').trim()])),
  }));
  return { columns, rows, errors };
}

const onlyError = (error: TableError): Table => ({ columns: [], rows: [], errors: [error] });
const wholeFile = (key: Parameters<typeof fieldError>[0], values: FieldError['values'] = {}): TableError => ({
  row: 1,
  ...fieldError(key, values),
});

function countProblem(count: number): FieldError | undefined {
  if (count === 0) return fieldError('files.table.noRows');
  return count > tableLimits.rows ? fieldError('files.table.tooManyRows', { count, max: tableLimits.rows }) : undefined;
}

/** Files of other programs, by how they begin. */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^PK\x03\x04/, 'Excel (.xlsx)'],
  [/^\xd0\xcf\x11\xe0/, 'Excel (.xls)'],
  [/^%PDF/, 'PDF'],
  [/^\{\\rtf/, 'RTF'],
  [/^\x1f\x8b/, 'gzip'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8/, 'image'],
];

function readText(content: Buffer): string | TableError {
  if (content.length > tableLimits.bytes) return wholeFile('files.table.tooLarge', { max: tableLimits.bytes / 1_000_000 });
  const start = content.subarray(0, 400).toString('latin1');
  const kind = beginnings.find(([pattern]) => pattern.test(start))?.[1];
  if (kind !== undefined) return wholeFile('files.table.otherProgram', { kind });
  const text = decoded(content);
  return textProblem(text) ?? text;
}

function textProblem(text: string): TableError | undefined {
  if (text.trim() === '') return wholeFile('files.table.empty');
  if (/^\s*(<!doctype|<html|<\?xml|<table)/i.test(text)) return wholeFile('files.table.webPage');
  if (/^\s*[[{]/.test(text)) return wholeFile('files.table.json');
  const lost = text.search(/[\0\ufffd]/);
  return lost === -1 ? undefined : { row: text.slice(0, lost).split('\n').length, ...fieldError('files.table.unreadable') };
}

function decoded(content: Buffer): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder('utf-16be').decode(content);
  const withoutMark = looksWide(content);
  if (withoutMark !== undefined) return new TextDecoder(withoutMark).decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
}

/** UTF-16 without its mark: every other byte of the header is empty. */
function looksWide(content: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const head = content.subarray(0, 40);
  if (head.length < 8) return undefined;
  const empty = (from: number) => [...head].filter((byte, at) => at % 2 === from && byte === 0).length;
  if (empty(1) > head.length / 3 && empty(0) === 0) return 'utf-16le';
  return empty(0) > head.length / 3 && empty(1) === 0 ? 'utf-16be' : undefined;
}

interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

const separators = [',', ';', '\t', '|'] as const;

/** The separator that the header uses most, outside of quotes; a comma where there is none. */
function separatorOf(text: string): string {
  const header = (text.replace(/^\s*\n/, '').split(/\r\n|\r|\n/)[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = separators.map((separator) => header.split(separator).length - 1);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

function readLines(text: string): Line[] | TableError {
  try {
    const read: string[][] = parse(text, {
      delimiter: separatorOf(text),
      bom: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: 200_000,
    });
    return read.map((cells, at) => ({ row: at + 1, cells })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as unknown as { readonly lines?: number };
    return { row: lines ?? 1, ...fieldError('files.table.quotes') };
  }
}

function headerProblem(columns: readonly string[], needed: readonly string[]): FieldError | undefined {
  const lacking = needed.filter((name) => !columns.includes(name));
  if (lacking.length > 0) return fieldError('files.table.columns', { names: lacking.join(', ') });
  const twice = columns.find((name, at) => name !== '' && columns.indexOf(name) !== at);
  return twice === undefined ? undefined : fieldError('files.table.columnTwice', { name: twice });
}

/** What no cell may be, the weightiest first. */
const cellFaults: readonly (readonly [(cell: string) => boolean, 'longCell' | 'formula' | 'control'])[] = [
  [(cell) => cell.length > tableLimits.cell, 'longCell'],
  [(cell) => /^\s*[=@]/.test(cell), 'formula'],
  [(cell) => /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/.test(cell), 'control'],
];

function rowProblem(cells: readonly string[], columns: readonly string[]): FieldError | undefined {
  const [count, max] = [cells.length, columns.length];
  if (count > max) return fieldError('files.table.tooManyCells', { count, max });
  if (count < max / 2) return fieldError('files.table.tooFewCells', { count, max });
  for (const [isFaulty, key] of cellFaults) {
    const at = cells.findIndex(isFaulty);
    if (at !== -1) return fieldError(`files.table.${key}`, { name: columns[at] ?? '', max: tableLimits.cell });
  }
  return undefined;
}
