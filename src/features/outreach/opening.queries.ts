import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import { findCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { listOpenCycles, seatsOnOffer } from '../cycles';
import { NotFound } from '../../lib/errors';
import type { Opening, Outreach } from './opening';

/** The cycle of this collaborative that closes first of those open now, or the one asked for by its code. Three queries. */
export async function getOutreach(db: Db, slug: string, asked: { readonly now: Instant; readonly code?: string }): Promise<Outreach> {
  const collaborative = await findCollaborativeBySlug(db, slug);
  if (collaborative === undefined) throw new NotFound();
  return { collaborative, opening: await findOpening(db, collaborative, asked) };
}

async function findOpening(
  db: Db,
  { id }: Collaborative,
  { now, code }: { readonly now: Instant; readonly code?: string },
): Promise<Opening | undefined> {
  const open = (await listOpenCycles(db, now)).filter((cycle) => cycle.collaborativeIds.includes(id));
  const [cycle] = open
    .filter((one) => code === undefined || one.code === code)
    .sort((a, b) => a.closesAt.localeCompare(b.closesAt) || a.code.localeCompare(b.code));
  if (cycle === undefined) return undefined;
  const offered = (await seatsOnOffer(db, cycle.id)).filter(({ collaborativeId }) => collaborativeId === id);
  return { cycle, seats: offered.map(({ constituency, count }) => ({ constituency, count })) };
}
