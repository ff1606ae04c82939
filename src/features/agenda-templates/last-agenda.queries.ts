import type { Db } from '../../db/database';
import { listItems, listUnfinished } from '../agendas';
import { listExceptions } from '../in-session';
import { getMeeting, type Meeting } from '../meetings';
import { linesOf, usualOf, type TemplateLine } from './template';
import { findForebear } from './template.queries';

/** The meeting before this one and what of its agenda comes again; nothing where there was none. A fixed number of queries. */
export async function findLastAgenda(
  db: Db,
  meeting: Meeting,
): Promise<{ readonly meeting: Meeting; readonly lines: readonly TemplateLine[] } | null> {
  const lastId = await findForebear(db, meeting.collaborativeId, meeting.startsAt);
  if (lastId === undefined) return null;
  const waiting = (await listUnfinished(db, meeting)).map(({ item }) => item.id);
  const takenUp = (await listExceptions(db, lastId)).map(({ itemId }) => itemId);
  const usual = usualOf(await listItems(db, lastId), await listItems(db, meeting.id), new Set([...waiting, ...takenUp]));
  return { meeting: await getMeeting(db, lastId), lines: linesOf(usual) };
}
