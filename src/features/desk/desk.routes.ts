import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { timelineView } from '../../history/timeline.views';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { collaborativesAs, isAdministrator, type Actor } from '../../lib/actor';
import { authorize } from '../../lib/policy';
import type { Instant } from '../../lib/time';
import { listMails, type ReadableMail } from '../../mail/mailbox';
import { listPaperLettersAbout, type PaperLetterRow } from '../../mail/paper-letters.queries';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { findPerson } from '../accounts';
import { applicationPolicy, correctionProblem, deskPaths, findEntryNote, listSubmissions, own, takesEntries } from '../applications';
import { getCollaborativeBySlug, usualSettings, type Collaborative } from '../collaboratives';
import { cyclePaths, getCycleByCode, type Cycle } from '../cycles';
import { mayAssignIn } from '../reviews';
import { listSlatesOf } from '../selection';
import { bulkActions } from './bulk';
import { bulkRoutes } from './bulk.routes';
import { deskListPaths } from './desk.paths';
import type { DeskFilter } from './filter';
import type { StaffLabel } from './label';
import { listPairs } from './duplicate.queries';
import { duplicateRoutes } from './duplicate.routes';
import { labelsOf, listLabels } from './label.queries';
import { readDeskFilter } from './list.form';
import { countFiled, listFiled, listSchoolsFiled, look } from './list.queries';
import { listApplicationsView, type ListParts } from './list.views';
import { packetRoutes } from './packet.routes';
import { listNotes } from './note.queries';
import { noteRoutes } from './note.routes';
import { loadRecord, mergedInto, type DeskRecord } from './record.queries';
import { showApplicationView, type LetterLine } from './record.views';
import { listSavedViews } from './saved-view.queries';
import { savedViewRoutes } from './saved-view.routes';

/** The desk of staff: lists and pages of applications. */
export function deskRoutes(deps: Deps): Router {
  const router = Router();
  router.use(['/staff/cycles', '/staff/applications'], requireSignIn);
  router.use(savedViewRoutes(deps), packetRoutes(deps), noteRoutes(deps), bulkRoutes(deps), duplicateRoutes(deps));
  listRoutes(router, deps);
  showRoute(router, deps);
  return router;
}

function listRoutes(router: Router, deps: Deps): void {
  router.get(deskPaths.every.pattern, async (req, res) => {
    authorize(applicationPolicy.listEvery(requestContext(res).actor));
    await showList(deps, req, res, { cycle: await getCycleByCode(deps.reads, req.params.code), collaborative: null });
  });

  router.get(deskPaths.list.pattern, async (req, res) => {
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
    authorize(applicationPolicy.list(requestContext(res).actor, collaborative.id));
    await showList(deps, req, res, { cycle: await getCycleByCode(deps.reads, req.params.code), collaborative });
  });
}

interface Where {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative | null;
}

async function showList(deps: Deps, req: Request, res: Response, where: Where): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const { cycle, collaborative } = where;
  const { minimumReviews } = collaborative?.settings ?? usualSettings;
  const read = readDeskFilter(req.query, { cycle, collaborativeId: collaborative?.id ?? null, minimumReviews });
  const view = listApplicationsView(t, {
    ...placeOf(t, where, now),
    ...(await rowsOf(deps.reads, actor, read.filter)),
    cycleName: inLocale(cycle.name, t.locale),
    cycleHref: cyclePaths.show({ code: cycle.code }),
    raw: read.raw,
    columns: read.columns,
    locales: deps.locales,
    tools: collaborative === null ? null : await toolsOf(deps, res, cycle, collaborative),
  });
  renderPage(res, 'desk/list', { ...view, width: 'wide', district: collaborative?.slug ?? null });
}

/** A page of the list with all it is shown with. A fixed number of queries. */
async function rowsOf(db: Deps['reads'], actor: Actor, filter: DeskFilter) {
  const finding = await look(db, filter);
  const page = await listFiled(db, actor, filter, finding);
  const labels = filter.collaborativeId === null ? [] : await listLabels(db, filter.collaborativeId);
  const shown = page.rows.map(({ candidacyId }) => candidacyId);
  return {
    page,
    labels,
    count: await countFiled(db, actor, filter, finding),
    schools: await listSchoolsFiled(db, actor, filter),
    labelsOf: labels.length === 0 ? new Map<string, StaffLabel[]>() : await labelsOf(db, shown),
  };
}

async function toolsOf(deps: Deps, res: Response, { code, status }: Cycle, { id, slug }: Collaborative): Promise<ListParts['tools']> {
  const { actor, t } = requestContext(res);
  return {
    savedViews: await listSavedViews(deps.reads, id, actor.id ?? ''),
    bulk: deskListPaths.bulk({ code, slug }),
    actions: bulkActions.filter((action) => action !== 'assign' || mayAssignIn(status)),
    viewsHref: deskListPaths.views({ code, slug }),
    links: [{ text: t('desk.duplicates.link'), href: deskListPaths.duplicates({ code, slug }) }],
  };
}

/** What the staff of the reader's collaboratives keep beside an application, and who of them has decided. A fixed number of queries. */
async function besides(db: Deps['reads'], actor: Actor, { application, cycle, seen }: DeskRecord) {
  const ids = seen.map(({ id }) => id);
  const own = collaborativesAs(actor, 'staff');
  const collaborativeIds = isAdministrator(actor) ? null : own;
  const pairs = await listPairs(db, { cycleId: cycle.id, collaborativeIds, applicationId: application.id });
  const slates = await listSlatesOf(db, cycle.id);
  const released = new Set(slates.filter(({ status }) => status === 'released').map(({ collaborativeId }) => collaborativeId));
  return { notes: await listNotes(db, ids, own), labelsOf: await labelsOf(db, ids), pairs, released };
}

function placeOf(t: Translate, { cycle, collaborative }: Where, now: Instant) {
  const { code } = cycle;
  if (collaborative === null) return { title: t('desk.everyTitle'), address: deskPaths.every({ code }), enterHref: null };
  const { slug, area } = collaborative;
  return {
    title: t('desk.title', { area: inLocale(area, t.locale) }),
    address: deskPaths.list({ code, slug }),
    enterHref: takesEntries(cycle, now) ? deskPaths.new({ code, slug }) : null,
  };
}

/** Mails and letters on paper as the record lists them, the latest first. */
const linesOf = (
  mails: readonly Pick<ReadableMail, 'subject' | 'status' | 'created_at' | 'collaborative_id'>[],
  papers: readonly PaperLetterRow[],
): LetterLine[] =>
  [...mails.map((mail) => ({ ...mail, isOnPaper: false })), ...papers.map((paper) => ({ ...paper, isOnPaper: true }))]
    .map((one) => ({
      subject: one.subject,
      status: one.status,
      isOnPaper: one.isOnPaper,
      createdAt: one.created_at,
      collaborativeId: one.collaborative_id,
    }))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));

function showRoute(router: Router, deps: Deps): void {
  router.get(deskPaths.show.pattern, async (req, res) => {
    const { actor, t, now } = requestContext(res);
    const { reads, config } = deps;
    const merged = await mergedInto(reads, req.params.ref);
    if (merged !== undefined) {
      res.redirect(303, deskPaths.show({ ref: merged.reference }));
      return;
    }
    const record = await loadRecord(reads, actor, t, req.params.ref);
    const { application } = record;
    const about = { kind: 'application', id: application.id };
    const enteredBy = application.enteredBy === null ? undefined : await findPerson(reads, application.enteredBy);
    const mails = await listMails({ db: reads, config }, { about });
    const view = showApplicationView(t, {
      ...record,
      actor,
      ...(await besides(reads, actor, record)),
      submissions: await listSubmissions(reads, application.id),
      letters: linesOf(mails, await listPaperLettersAbout(reads, about)),
      history: timelineView(t, own(await listEvents(reads, about))),
      enteredBy: enteredBy?.name ?? null,
      mayCorrect: correctionProblem(application, record.candidacies, record.cycle, now) === null,
      entry: await findEntryNote(reads, application.id),
    });
    renderPage(res, 'desk/show', { ...view, width: 'wide' });
  });
}
