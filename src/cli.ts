import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from './config';
import { migrate, openDatabase, rollback } from './db/database';
import { makeDeps, type Deps } from './deps';
import { createAdministrator } from './features/accounts';
import { indexMissing } from './features/applications';
import { carriedFact, importFile, importKinds, importReportLines } from './features/collaboratives';
import { takeRoster } from './features/imports';
import { rebuildSearch } from './features/search';
import { translations } from './i18n/locales';
import { normalEmail } from './lib/form';
import { silentLogger } from './lib/logger';
import { machines, mermaid } from './state-diagrams';
import { verifyPosting } from './verify-posting';

/** Runs with the words after its name; answers the exit code: 0 done, 1 refused, 2 not understood. */
type Command = (args: readonly string[]) => Promise<number>;

const t = translations({ pseudo: false })('en');

const commands: Readonly<Record<string, Command>> = {
  migrate: () => withDeps(bringUpToDate),
  search: ([what]) => withDeps(what === 'rebuild' ? rebuild : fillSearch),
  rollback: () => withDeps(async ({ db }) => tellMigrations(await rollback(db), 'admin.cli.rolledBack')),
  'create-admin': makeAdministrator,
  import: takeIn,
  states: printStates,
  'verify-posting': verify,
};

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const command = commands[name];
  return command === undefined ? usage() : command(args);
}

async function withDeps(work: (deps: Deps) => Promise<number>): Promise<number> {
  const config = readConfig();
  const database = openDatabase(config.databaseUrl);
  try {
    return await work(makeDeps(config, { database, logger: silentLogger }));
  } finally {
    await database.close();
  }
}

/** The schema, and what an older version of the product did not keep yet. */
async function bringUpToDate({ db }: Deps): Promise<number> {
  tellMigrations(await migrate(db), 'admin.cli.migrated');
  await indexMissing(db);
  return 0;
}

/** `search`: makes found what is not in the search index yet. */
async function fillSearch({ db }: Deps): Promise<number> {
  write(t('admin.cli.indexed', { count: await indexMissing(db) }));
  return 0;
}

/** `search rebuild`: makes the public search anew from the public records. */
async function rebuild(deps: Deps): Promise<number> {
  write(t('admin.cli.rebuilt', { count: await rebuildSearch(deps) }));
  return 0;
}

function tellMigrations(names: readonly string[], done: 'admin.cli.migrated' | 'admin.cli.rolledBack'): number {
  for (const name of names) write(`  ${name}`);
  write(names.length === 0 ? t('admin.cli.nothingToDo') : t(done, { count: names.length }));
  return 0;
}

/** `create-admin EMAIL NAME…`: makes the person, gives the role and prints the link that lets them in. */
async function makeAdministrator([address = '', ...names]: readonly string[]): Promise<number> {
  const email = normalEmail(address);
  const name = names.join(' ').trim();
  if (email === undefined || name === '') return usage();
  return withDeps(async (deps) => {
    const link = await createAdministrator(deps, { email, name, locale: 'en' });
    write(t('admin.cli.administrator', { email }));
    write(`  ${deps.baseUrl}${link}`);
    return 0;
  });
}

/** `import KIND [FILE] [--dry-run]`: the file, or the one that the product carries. */
async function takeIn(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { 'dry-run': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (positionals[0] === 'roster' && positionals[1] !== undefined) return takeRosterIn(readFileSync(positionals[1]), values['dry-run']);
  const kind = importKinds.find((known) => known === positionals[0]);
  const file = positionals[1];
  if (kind === undefined) return usage();
  const text = file === undefined ? carriedFact(kind) : readFileSync(file);
  return withDeps(async (deps) => {
    const report = await importFile(deps, 'system', { kind, text, dryRun: values['dry-run'] });
    importReportLines(t, report).forEach(write);
    return report.errors.length === 0 ? 0 : 1;
  });
}

/** `import roster FILE [--dry-run]`: a file without errors whose people nobody has to tell apart. */
function takeRosterIn(content: Buffer, dryRun: boolean): Promise<number> {
  return withDeps(async (deps) => {
    const { errors, roster, counts } = await takeRoster(deps, content, { dryRun });
    for (const { row, key, values } of errors)
      write(t('collaboratives.import.errorRow', { row: String(row), problem: t.loosely(key, values) }));
    const asks = roster !== null && roster.questions.length > 0;
    if (asks) write(t('imports.consoleQuestions'));
    for (const name of ['seats', 'people', 'terms', 'changes', 'unchanged'] as const)
      write(t(`imports.counts.${name}`, { count: counts[name] ?? 0 }));
    return errors.length === 0 && !asks ? 0 : 1;
  });
}

/** `verify-posting FILE|ADDRESS [SHA256]`: needs no database and no settings. */
function verify([source = '', expected = '']: readonly string[]): Promise<number> {
  return source === '' ? Promise.resolve(usage()) : verifyPosting({ source, expected, t, write });
}

function printStates(): Promise<number> {
  for (const [name, machine] of Object.entries(machines)) write(`## ${name}\n\n\`\`\`mermaid\n${mermaid(machine)}\n\`\`\`\n`);
  return Promise.resolve(0);
}

function usage(): number {
  write(t('admin.cli.usage'));
  return 2;
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

if (require.main === module)
  main(process.argv.slice(2))
    .then((code) => {
      process.exitCode = code;
    })
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    });
