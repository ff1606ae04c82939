import type { Deps } from '../../deps';
import { dateOf } from '../../lib/time';
import { listCollaboratives } from '../collaboratives';
import { listMeetingsBehind } from '../meetings';
import { listAllSeats, listMembers } from '../membership';
import { popoloOf, rosterOn, type Popolo } from '../roster';
import { listApprovedRecords } from './approved-record.queries';
import { mostRows, pageBehind, pageOf, type DataPage } from './data-page';
import { eventData, motionsData, noteData, organizationData, type EventData, type NoteData } from './data.views';
import { listOpenNotes } from './open-note.queries';

/** The collaboratives. One query. */
export async function organizationsPage(deps: Deps, after: string, most: number = mostRows) {
  const page = pageBehind(await listCollaboratives(deps.reads), after, most);
  const today = dateOf(deps.clock.now());
  return { ...page, rows: page.rows.map((body) => organizationData(body, today, deps.baseUrl)) };
}

/** The roster of today, a collaborative a page, exactly as its own file has it. Three queries. */
export async function membershipsPage(deps: Deps, after: string): Promise<{ readonly roster: Popolo; readonly after: string | null }> {
  const today = dateOf(deps.clock.now());
  const page = pageBehind(await listCollaboratives(deps.reads), after, 1);
  const [body] = page.rows;
  if (body === undefined) return { roster: { as_of: today, organizations: [], posts: [], persons: [], memberships: [] }, after: null };
  const seats = await listAllSeats(deps.reads, body.id);
  const members = await listMembers(deps.reads, body.id, today);
  return { roster: popoloOf(body, rosterOn(seats, members, today), today), after: page.after };
}

/** Meetings that are no drafts. Two queries. */
export async function eventsPage(deps: Deps, after: string, most: number = mostRows): Promise<DataPage<EventData>> {
  const page = pageOf(await listMeetingsBehind(deps.reads, after, most + 1), most);
  const bodies = new Map((await listCollaboratives(deps.reads)).map((body) => [body.id, body]));
  return { ...page, rows: page.rows.map((meeting) => eventData(meeting, bodies, deps.baseUrl)) };
}

/** Motions with their votes, of approved minutes alone; a page is cut between meetings. One query. */
export async function motionsPage(deps: Deps, after: string, most: number = mostRows) {
  const page = pageOf(await listApprovedRecords(deps.reads, after, most + 1), most);
  return { ...page, rows: page.rows.flatMap((record) => motionsData(record, deps.baseUrl)) };
}

/** Notes that anyone may read. Four queries. */
export async function notesPage(deps: Deps, after: string, most: number = mostRows): Promise<DataPage<NoteData>> {
  const page = pageOf(await listOpenNotes(deps.reads, after, most + 1), most);
  return { ...page, rows: page.rows.map((note) => noteData(note, deps.baseUrl)) };
}
