import { path } from '../../lib/path';

export const openDataPaths = {
  page: path('/open-data'),
  organizations: path('/open-data/organizations.json'),
  memberships: path('/open-data/memberships.json'),
  events: path('/open-data/events.json'),
  eventsCsv: path('/open-data/events.csv'),
  motions: path('/open-data/motions.json'),
  notes: path('/open-data/notes.json'),
  notesCsv: path('/open-data/notes.csv'),
  robots: path('/robots.txt'),
  sitemap: path('/sitemap.xml'),
  sitemapPages: path('/sitemap-pages.xml'),
  sitemapMeetings: path('/sitemap-meetings.xml'),
  sitemapNotes: path('/sitemap-notes.xml'),
} as const;
