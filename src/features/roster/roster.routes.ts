import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { Invalid } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { dateOf, startOfDay } from '../../lib/time';
import { renderPdf } from '../../pdf';
import { attachmentHeader } from '../../files/file-name';
import { blankForm } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { paperOf } from '../desk';
import { listAllSeats, listMembers, membershipPolicy } from '../membership';
import { historyRoutes } from './history.routes';
import { listLives } from './life.queries';
import { listMakeup } from './makeup.queries';
import { makeupView, type MakeupView } from './makeup.views';
import { popoloOf } from './popolo';
import { changesBetween, rosterOn } from './roster';
import { profileRoutes } from './profile.routes';
import { listProfiles } from './profile.queries';
import { rosterCsv, rosterParts, rosterTitle } from './roster-file.views';
import { parseRosterQuery, type RosterQuery } from './roster.form';
import { rosterPaths } from './roster.paths';
import { fileName, rosterView, type Roster } from './roster.views';

/** Changes shown where nobody asked since when. */
const lastChanges = 30;

/** Who sat in which seat on any day up to today: pages for everyone and for staff, and files for everyone. */
export function rosterRoutes(deps: Deps): Router {
  const router = Router();
  router.get(rosterPaths.roster.pattern, async (req, res) => {
    await showRoster(deps, req, res, await getCollaborativeBySlug(deps.reads, req.params.c), false);
  });
  router.get(rosterPaths.inside.pattern, requireSignIn, async (req, res) => {
    const collaborative = await getCollaborativeBySlug(deps.reads, String(req.params['slug']));
    conceal(membershipPolicy.view(requestContext(res).actor, { collaborativeId: collaborative.id }));
    await showRoster(deps, req, res, collaborative, true);
  });
  router.get(rosterPaths.csv.pattern, async (req, res) => {
    const { collaborative, roster } = await fileOf(deps, req, res);
    sendFile(res, collaborative, roster, 'csv', 'text/csv; charset=utf-8').send(rosterCsv(requestContext(res).t, roster));
  });
  router.get(rosterPaths.json.pattern, async (req, res) => {
    const { collaborative, roster } = await fileOf(deps, req, res);
    const text = JSON.stringify(popoloOf(collaborative, roster.lines, roster.on), null, 2);
    sendFile(res, collaborative, roster, 'json', 'application/json; charset=utf-8').send(text);
  });
  router.get(rosterPaths.pdf.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const { collaborative, roster } = await fileOf(deps, req, res);
    // Stamped with its day, so that the same roster is the same file.
    const paper = paperOf(t, rosterTitle(t, collaborative), rosterParts(t, collaborative, roster), startOfDay(roster.on));
    const bytes = await renderPdf(paper);
    sendFile(res, collaborative, roster, 'pdf', 'application/pdf').send(bytes);
  });
  router.use(historyRoutes(deps), profileRoutes(deps));
  return router;
}

async function showRoster(deps: Deps, req: Request, res: Response, collaborative: Collaborative, isInside: boolean): Promise<void> {
  const { t, now } = requestContext(res);
  const form = parseRosterQuery(req.query, dateOf(now));
  if (!form.ok) {
    renderPage(res, 'roster/show', rosterView(t, { collaborative, roster: null, form, isInside }), 422);
    return;
  }
  const bare = await rosterFor(deps, collaborative.id, form.values, isInside);
  const roster = form.values.on === dateOf(now) ? await withProfiles(deps, bare) : bare;
  const { on, from } = form.values;
  const makeup = isInside && on === dateOf(now) ? await makeupOf(deps, res, collaborative, roster) : null;
  const filled = blankForm({ on, from: from ?? '' });
  renderPage(res, 'roster/show', rosterView(t, { collaborative, roster, form: filled, isInside, makeup }));
}

async function makeupOf(deps: Deps, res: Response, { settings }: Collaborative, { lines }: Roster): Promise<MakeupView> {
  const members = lines.flatMap(({ member }) => (member === null ? [] : [member]));
  const counted = await listMakeup(deps.reads, members);
  return makeupView(requestContext(res).t, { ...counted, smallest: settings.smallGroup });
}

async function fileOf(deps: Deps, req: Request, res: Response): Promise<{ collaborative: Collaborative; roster: Roster }> {
  const collaborative = await getCollaborativeBySlug(deps.reads, String(req.params['c']));
  const form = parseRosterQuery(req.query, dateOf(requestContext(res).now));
  if (!form.ok) {
    const [{ key, values } = { key: 'common.form.date' as const, values: {} }] = Object.values(form.errors);
    throw new Invalid(key, values);
  }
  return { collaborative, roster: await rosterFor(deps, collaborative.id, form.values, false) };
}

async function rosterFor(deps: Deps, collaborativeId: string, { on, from }: RosterQuery, isInside: boolean): Promise<Roster> {
  const seats = await listAllSeats(deps.reads, collaborativeId);
  const members = await listMembers(deps.reads, collaborativeId, on);
  const lives = await listLives(deps.reads, { collaborativeId });
  const changes = changesBetween(lives, { from, until: on }, !isInside);
  return {
    on,
    from,
    lines: rosterOn(seats, members, on),
    changes: from === null ? changes.slice(0, lastChanges) : changes,
    profiles: new Map(),
  };
}

/** What members let everyone see stands while they sit: on the roster of today. */
async function withProfiles(deps: Deps, roster: Roster): Promise<Roster> {
  const ids = roster.lines.flatMap(({ member }) => (member === null ? [] : [member.personId]));
  return { ...roster, profiles: await listProfiles(deps.reads, ids) };
}

/** Other sites may read it (reliability.md 4.1); what somebody signed in asked for is kept nowhere. The ETag comes from the bytes. */
function sendFile(res: Response, { slug }: Collaborative, { on }: Roster, kind: string, type: string): Response {
  if (res.get('Cache-Control') !== 'no-store') res.set('Cache-Control', 'private, max-age=900');
  if (kind === 'json') res.removeHeader('Content-Language');
  return res.set({
    'Content-Type': type,
    'Content-Disposition': attachmentHeader(fileName(slug, on, kind)),
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
    'X-Content-Type-Options': 'nosniff',
  });
}
