import { path } from '../../lib/path';

export const openDataPaths = {
  page: path('/open-data'),
  robots: path('/robots.txt'),
  sitemap: path('/sitemap.xml'),
  sitemapPages: path('/sitemap-pages.xml'),
  sitemapMeetings: path('/sitemap-meetings.xml'),
  sitemapNotes: path('/sitemap-notes.xml'),
} as const;
