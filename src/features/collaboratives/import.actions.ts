import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { authorize } from '../../lib/policy';
import { insertCollaborative, listCollaboratives, saveCollaborative, type NewCollaborative } from './collaborative.queries';
import { carriedFact } from './facts';
import { importKinds, planImport, type ImportKind, type ImportPlan, type ImportReport, type ReadFile } from './import';
import { readCollaboratives, readSchools, readZips, type Codes } from './import.form';
import { importPolicy } from './import.policy';
import { deleteSchools, listSchools, listSchoolsInUse, saveSchools } from './school.queries';
import { deleteZips, listZips, saveZips } from './zip.queries';

export interface WantedImport {
  readonly kind: ImportKind;
  /** The bytes of the file, or its text. */
  readonly text: Buffer | string;
  /** Only says what would change. */
  readonly dryRun: boolean;
}

/** Takes a file in as a whole, or not at all when any row of it is wrong; a dry run changes nothing. Administrators, or the console. */
export async function importFile(deps: Deps, actor: Actor | 'system', { kind, text, dryRun }: WantedImport): Promise<ImportReport> {
  if (actor !== 'system') authorize(importPolicy.run(actor));
  return inTransaction(deps, async (tx) => {
    const tried = await imports[kind](tx, typeof text === 'string' ? Buffer.from(text, 'utf8') : text);
    const isDone = !dryRun && tried.report.errors.length === 0;
    const report = { kind, ...tried.report, isDone };
    if (!isDone) return report;
    await tried.carryOut();
    await recordEvent(tx, {
      action: 'collaboratives.imported',
      actor,
      subject: { kind: 'import', id: kind },
      collaborativeId: null,
      after: { added: report.added.length, changed: report.changed.length, removed: report.removed.length, unchanged: report.unchanged },
    });
    return report;
  });
}

/** Takes in the files that the product carries: collaboratives, then schools and ZIP codes. Answers the three reports. */
export const importCarriedFacts = (deps: Deps, actor: Actor | 'system'): Promise<ImportReport[]> =>
  inTransaction(deps, async (tx) => {
    const reports: ImportReport[] = [];
    for (const kind of importKinds) reports.push(await importFile(tx, actor, { kind, text: carriedFact(kind), dryRun: false }));
    return reports;
  });

interface Tried {
  readonly report: Omit<ImportReport, 'kind' | 'isDone'>;
  carryOut(): Promise<void>;
}

const imports: Readonly<Record<ImportKind, (tx: Deps, content: Buffer) => Promise<Tried>>> = {
  collaboratives: tryCollaboratives,
  schools: trySchools,
  zips: tryZips,
};

async function tryCollaboratives(tx: Deps, content: Buffer): Promise<Tried> {
  const file = readCollaboratives(content);
  const known = await listCollaboratives(tx.db);
  const bySlug = new Map(known.map((collaborative) => [collaborative.slug, collaborative]));
  const plan = planImport<NewCollaborative>(known, file.items, ({ slug }) => slug);
  return {
    report: { ...reportOf(plan, file, ({ slug }) => slug), removed: [], kept: plan.missing.map(({ slug }) => slug) },
    carryOut: async () => {
      for (const collaborative of plan.added) await insertCollaborative(tx, collaborative);
      for (const { item } of plan.changed) {
        const before = bySlug.get(item.slug);
        if (before !== undefined) await saveCollaborative(tx.db, { ...before, ...item });
      }
    },
  };
}

async function trySchools(tx: Deps, content: Buffer): Promise<Tried> {
  const file = readSchools(content, await codes(tx));
  const plan = planImport(await listSchools(tx.db), file.items, ({ id }) => id);
  const inUse = new Set(
    await listSchoolsInUse(
      tx.db,
      plan.missing.map(({ id }) => id),
    ),
  );
  const removed = plan.missing.filter(({ id }) => !inUse.has(id));
  const kept = plan.missing.filter(({ id }) => inUse.has(id));
  return {
    report: { ...reportOf(plan, file, ({ name }) => name), removed: removed.map(({ name }) => name), kept: kept.map(({ name }) => name) },
    carryOut: async () => {
      await saveSchools(tx.db, [...plan.added, ...plan.changed.map(({ item }) => item)]);
      await deleteSchools(
        tx.db,
        removed.map(({ id }) => id),
      );
    },
  };
}

async function tryZips(tx: Deps, content: Buffer): Promise<Tried> {
  const file = readZips(content, await codes(tx));
  const plan = planImport(await listZips(tx.db), file.items, ({ zip }) => zip);
  const removed = plan.missing.map(({ zip }) => zip);
  return {
    report: { ...reportOf(plan, file, ({ zip }) => zip), removed, kept: [] },
    carryOut: async () => {
      await saveZips(tx.db, [...plan.added, ...plan.changed.map(({ item }) => item)]);
      await deleteZips(tx.db, removed);
    },
  };
}

async function codes(tx: Deps): Promise<Codes> {
  return new Map((await listCollaboratives(tx.db)).map(({ code, id }) => [code, id]));
}

const reportOf = <Item>(plan: ImportPlan<Item>, { errors }: ReadFile<Item>, nameOf: (item: Item) => string) => ({
  added: plan.added.map(nameOf),
  changed: plan.changed.map(({ item, fields }) => ({ name: nameOf(item), fields })),
  unchanged: plan.unchanged,
  errors,
});
