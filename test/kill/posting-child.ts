import { readConfig } from '../../src/config';
import { openDatabase } from '../../src/db/database';
import { makeDeps } from '../../src/deps';
import { postAgenda } from '../../src/features/agendas';
import type { Actor } from '../../src/lib/actor';
import { silentLogger } from '../../src/lib/logger';

interface Order {
  readonly databaseUrl: string;
  readonly meetingId: string;
  readonly actor: Actor & { readonly id: string };
  readonly now: string;
  /** The statement before which this process dies, as `kill -9` would have it; 0: it lives. */
  readonly dieAt: number;
}

/** One server process that posts an agenda and dies at a given statement of it. Says what came of it. */
async function main({ databaseUrl, meetingId, actor, now, dieAt }: Order): Promise<void> {
  const database = openDatabase(databaseUrl);
  const deps = makeDeps(readConfig({ NODE_ENV: 'test' }), { database, clock: { now: () => now }, logger: silentLogger });
  let statements = 0;
  database.db.on('query', () => {
    statements += 1;
    if (statements === dieAt) process.kill(process.pid, 'SIGKILL');
  });
  const result = await postAgenda(deps, actor, { meetingId, putUpAt: [], lateReason: '', seen: '' });
  process.stdout.write(`${result.kind}\n`);
  await database.close();
}

void main(JSON.parse(process.argv[2] ?? '{}') as Order);
