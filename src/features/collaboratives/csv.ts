/** A row of a CSV file by column name, with its line as a spreadsheet counts it (the header is row 1). */
export interface CsvRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** Reads CSV text (RFC 4180: quotes, doubled quotes, line breaks in quotes); a byte order mark and empty lines are passed over. */
export function readCsv(text: string): CsvTable {
  const [header = [], ...body] = linesOf(text.replace(/^\ufeff/, ''));
  const columns = header.map((cell) => cell.trim());
  const rows = body
    .map((cells, index) => ({ row: index + 2, cells: Object.fromEntries(columns.map((name, at) => [name, (cells[at] ?? '').trim()])) }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ''));
  return { columns, rows };
}

function linesOf(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/g)) {
    line.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
