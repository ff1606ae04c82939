import { engineUnder } from './dialect';
import type { Database } from './database';

const damage = /SQLITE_(NOTADB|CORRUPT)/;

/** Whether a SQLite file is whole (`quick_check`); PostgreSQL looks after its own. Other errors are thrown. */
export async function isWhole({ db }: Pick<Database, 'db'>): Promise<boolean> {
  if (engineUnder(db) === 'postgres') return true;
  try {
    const rows = (await db.raw('pragma quick_check(1)')) as unknown as { quick_check: string }[];
    return rows[0]?.quick_check === 'ok';
  } catch (error) {
    if (error instanceof Error && damage.test(error.message)) return false;
    throw error;
  }
}
