import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { field, parseForm } from '../../lib/form';
import { NotFound } from '../../lib/errors';
import { dateOf } from '../../lib/time';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { limit } from '../../web/limits';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { calledName, getPerson } from '../accounts';
import { getCollaborative, getCollaborativeBySlug, listCollaboratives } from '../collaboratives';
import { listMembers } from '../membership';
import { blockRoutes } from './block.routes';
import { isBlocked, listBlocked } from './block.queries';
import { directoryOf, report, showMyself, writeTo } from './directory.actions';
import { directoryPaths } from './directory.paths';
import { directoryPolicy } from './directory.policy';
import { getMessage, listEntries, listNames, listReported } from './directory.queries';
import { chooseView, directoryView, type BlockedPerson, receivedView, reportedView, writeView } from './directory.views';

/** The directory of a collaborative's members, and messages from one to one. */
export function directoryRoutes(deps: Deps): Router {
  const router = Router();
  const { mine, received, reported } = directoryPaths;
  router.use([mine.pattern, received.pattern, reported.pattern], requireSignIn);
  router.get(mine.pattern, async (_req, res) => {
    const sitsIn = new Set(
      signedIn(res)
        .seats.filter(({ status }) => status !== 'pending')
        .map(({ collaborativeId }) => collaborativeId),
    );
    const own = (await listCollaboratives(deps.reads)).filter(({ id }) => sitsIn.has(id));
    const [first, second] = own;
    if (first === undefined) throw new NotFound();
    if (second === undefined) res.redirect(303, directoryPaths.show({ slug: first.slug }));
    else renderPage(res, 'accounts/word', chooseView(requestContext(res).t, own));
  });
  router.get(directoryPaths.show.pattern, (req, res) => show(deps, res, req.params.slug, blankForm()));
  router.post(directoryPaths.entry.pattern, (req, res) => saveOwn(deps, req, res));
  router.get(directoryPaths.message.pattern, (req, res) => showWriting(deps, res, req.params, blankForm()));
  router.post(directoryPaths.message.pattern, (req, res) => send(deps, req, res));
  router.get(received.pattern, (req, res) => showReceived(deps, res, req.params.id));
  router.post(directoryPaths.report.pattern, async (req, res) => {
    const form = parseForm({ words: field.optionalText(500) }, req.body);
    await report(deps, signedIn(res), req.params.id, form.ok ? form.values.words : '');
    setFlash(req, requestContext(res).t('directory.reportedFlash'));
    res.redirect(303, directoryPaths.received({ id: req.params.id }));
  });
  router.get(reported.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
    conceal(directoryPolicy.reported(actor, collaborative.id));
    renderPage(res, 'directory/reported', reportedView(t, collaborative, await listReported(deps.reads, collaborative.id)));
  });
  router.use(blockRoutes(deps));
  return router;
}

async function show(deps: Deps, res: Response, slug: string, form: FormState, status = 200): Promise<void> {
  const { t } = requestContext(res);
  const actor = signedIn(res);
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  const listed = await directoryOf(deps, actor, collaborative.id);
  const own = (await listEntries(deps.reads, collaborative.id)).get(actor.id) ?? null;
  const blocked = await blockedPeople(deps, actor.id);
  renderPage(res, 'directory/show', directoryView(t, listed, { collaborative, ownId: actor.id, own, form, blocked }), status);
}

async function blockedPeople(deps: Deps, personId: string): Promise<BlockedPerson[]> {
  const ids = await listBlocked(deps.reads, personId);
  return ids.length === 0 ? [] : listNames(deps.reads, ids);
}

async function saveOwn(deps: Deps, req: Request<{ slug: string }>, res: Response): Promise<void> {
  const { slug } = req.params;
  const actor = signedIn(res);
  const collaborative = await getCollaborativeBySlug(deps.db, slug);
  conceal(directoryPolicy.view(actor, collaborative.id));
  const form = parseForm({ listed: field.choice(['yes', 'no']), shows: field.choices(['email', 'phone']) }, req.body);
  if (!form.ok) return show(deps, res, slug, form, 422);
  const { listed, shows } = form.values;
  const entry = listed === 'no' ? null : { showsEmail: shows.includes('email'), showsPhone: shows.includes('phone') };
  await showMyself(deps, actor, collaborative.id, entry);
  setFlash(req, requestContext(res).t(entry === null ? 'directory.leftFlash' : 'directory.savedFlash'));
  res.redirect(303, directoryPaths.show({ slug }));
}

type At = { readonly slug: string; readonly id: string };

async function showWriting(deps: Deps, res: Response, { slug, id }: At, form: FormState, status = 200): Promise<void> {
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  const actor = signedIn(res);
  const to = (await directoryOf(deps, actor, collaborative.id)).find(({ personId }) => personId === id && personId !== actor.id);
  if (to === undefined) throw new NotFound();
  renderPage(res, 'accounts/form', writeView(requestContext(res).t, to, collaborative, form), status);
}

async function send(deps: Deps, req: Request<At>, res: Response): Promise<void> {
  const { slug, id } = req.params;
  const actor = signedIn(res);
  const collaborative = await getCollaborativeBySlug(deps.db, slug);
  conceal(directoryPolicy.view(actor, collaborative.id));
  const form = parseForm({ text: field.words(300), understood: field.consent('directory.understoodMissing') }, req.body);
  if (!form.ok) return showWriting(deps, res, { slug, id }, form, 422);
  await limit(deps, { name: 'member-messages', key: actor.id, points: 10, seconds: 24 * 3600 });
  await writeTo(deps, actor, { collaborativeId: collaborative.id, toId: id, text: form.values.text });
  setFlash(req, requestContext(res).t('directory.sentFlash'));
  res.redirect(303, directoryPaths.show({ slug }));
}

async function showReceived(deps: Deps, res: Response, id: string): Promise<void> {
  const actor = signedIn(res);
  const message = await getMessage(deps.reads, id);
  conceal(directoryPolicy.read(actor, message));
  const from = calledName(await getPerson(deps.reads, message.fromId));
  const { slug } = await getCollaborative(deps.reads, message.collaborativeId);
  const fellows = directoryPolicy.view(actor, message.collaborativeId).allowed
    ? await listMembers(deps.reads, message.collaborativeId, dateOf(requestContext(res).now))
    : [];
  const mayReply =
    fellows.length > 0 && (await directoryOf(deps, actor, message.collaborativeId)).some(({ personId }) => personId === message.fromId);
  const sitsStill = fellows.some(({ personId }) => personId === message.fromId);
  const mayBlock = sitsStill && !(await isBlocked(deps.reads, { readerId: actor.id, writerId: message.fromId }));
  const shown = { message, from, slug, mayReply, mayBlock, form: blankForm() };
  renderPage(res, 'directory/received', receivedView(requestContext(res).t, shown));
}
