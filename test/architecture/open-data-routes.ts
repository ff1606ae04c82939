import { kinds } from '../support/district/people';
import { get } from './route-promise';

/** The public record for programs. */
export const openDataRoutes = [
  ...['/open-data', '/robots.txt', '/sitemap.xml', '/sitemap-pages.xml', '/sitemap-meetings.xml', '/sitemap-notes.xml'].map((path) =>
    get(path, kinds),
  ),
  ...['organizations.json', 'memberships.json', 'events.json', 'events.csv', 'motions.json', 'notes.json', 'notes.csv'].map((file) =>
    get(`/open-data/${file}`, kinds),
  ),
];
