import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { attachmentHeader } from '../../files/file-name';
import { withQuery, type Path } from '../../lib/path';
import { readAfter } from './after.form';
import { eventsPage, membershipsPage, motionsPage, notesPage, organizationsPage } from './data.actions';
import { eventsCsv, notesCsv } from './data-csv.views';
import { mostLines } from './data-page';
import { openDataPaths } from './open-data.paths';

/** The id behind which the next page begins, beside what this one says. */
interface Answer<Body> {
  readonly body: Body;
  readonly after: string | null;
}

/** The record as data, the same for whoever asks: nobody signed in is told more. */
export function dataRoutes(deps: Deps): Router {
  const router = Router();
  const nextOf = (address: string, after: string | null): string | null =>
    after === null ? null : deps.baseUrl + withQuery(address, { after });

  const json = (path: Path<string>, load: (after: string) => Promise<Answer<object>>): void => {
    router.get(path.pattern, async (req, res) => {
      const { body, after } = await load(readAfter(req.query));
      openTo(res).json({ next: nextOf(path.pattern, after), ...body });
    });
  };
  const csv = (path: Path<string>, load: (after: string) => Promise<Answer<string>>): void => {
    router.get(path.pattern, async (req, res) => {
      const { body, after } = await load(readAfter(req.query));
      const next = nextOf(path.pattern, after);
      if (next !== null) res.links({ next });
      const name = path.pattern.slice(path.pattern.lastIndexOf('/') + 1);
      openTo(res).set('Content-Disposition', attachmentHeader(name)).type('text/csv; charset=utf-8').send(body);
    });
  };

  json(openDataPaths.organizations, async (from) => named('organizations', await organizationsPage(deps, from)));
  json(openDataPaths.memberships, async (from) => {
    const { roster, after } = await membershipsPage(deps, from);
    return { body: roster, after };
  });
  json(openDataPaths.events, async (from) => named('events', await eventsPage(deps, from)));
  json(openDataPaths.motions, async (from) => named('motions', await motionsPage(deps, from)));
  json(openDataPaths.notes, async (from) => named('notes', await notesPage(deps, from)));
  csv(openDataPaths.eventsCsv, async (from) => {
    const { rows, after } = await eventsPage(deps, from, mostLines);
    return { body: eventsCsv(rows), after };
  });
  csv(openDataPaths.notesCsv, async (from) => {
    const { rows, after } = await notesPage(deps, from, mostLines);
    return { body: notesCsv(rows), after };
  });
  return router;
}

const named = (name: string, { rows, after }: { readonly rows: readonly object[]; readonly after: string | null }): Answer<object> => ({
  body: { [name]: rows },
  after,
});

/** Other sites may read it (reliability.md 4.1); what somebody signed in asked for is kept nowhere. The ETag comes from the bytes. */
function openTo(res: Response): Response {
  if (res.get('Cache-Control') !== 'no-store') res.set('Cache-Control', 'private, max-age=300');
  res.removeHeader('Content-Language');
  return res.set({
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers': 'ETag, Link',
    'X-Content-Type-Options': 'nosniff',
  });
}
