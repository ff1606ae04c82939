import type { Deps } from '../../deps';
import { dateOf } from '../../lib/time';
import { listCollaboratives } from '../collaboratives';
import { fitsInOne, meetingsInFile, mostPlaces } from './sitemap';
import { countPublic, listBreaks, listMappedMeetings, listMappedNotes } from './sitemap.queries';
import { meetingPlaces, notePlace, sitemapIndex, sitemapText, standingPlaces } from './sitemap.views';

/** The sitemap: one file while everything fits, else an index of several. Five queries at most. */
export async function wholeSitemap(deps: Deps, most: number = mostPlaces): Promise<string> {
  const standing = await standingIn(deps);
  const { meetings, notes } = await countPublic(deps.reads);
  const size = meetingsInFile(most);
  if (!fitsInOne({ pages: standing.length, meetings, notes }, most)) {
    const breaks = {
      meetings: await listBreaks(deps.reads, 'meetings', { size, count: meetings }),
      notes: await listBreaks(deps.reads, 'notes', { size: most, count: notes }),
    };
    return sitemapIndex(breaks, deps.baseUrl);
  }
  const places = [
    ...standing,
    ...(await listMappedMeetings(deps.reads, '', meetings)).flatMap(meetingPlaces),
    ...(await listMappedNotes(deps.reads, '', notes)).map(notePlace),
  ];
  return sitemapText(places, deps.baseUrl);
}

/** The file of the pages that always stand. */
export const pagesSitemap = async (deps: Deps): Promise<string> => sitemapText(await standingIn(deps), deps.baseUrl);

/** The file of the meetings behind an id. */
export async function meetingsSitemap(deps: Deps, after: string, most: number = mostPlaces): Promise<string> {
  const meetings = await listMappedMeetings(deps.reads, after, meetingsInFile(most));
  return sitemapText(meetings.flatMap(meetingPlaces), deps.baseUrl);
}

/** The file of the notes behind an id. */
export async function notesSitemap(deps: Deps, after: string, most: number = mostPlaces): Promise<string> {
  return sitemapText((await listMappedNotes(deps.reads, after, most)).map(notePlace), deps.baseUrl);
}

const standingIn = async (deps: Deps) => standingPlaces(await listCollaboratives(deps.reads, dateOf(deps.clock.now())));
