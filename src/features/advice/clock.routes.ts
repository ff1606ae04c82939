import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { Conflict } from '../../lib/errors';
import { authorize, conceal, type Decision } from '../../lib/policy';
import type { Actor } from '../../lib/actor';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { errorSummary, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborative, type Collaborative } from '../collaboratives';
import { askAuthors, extendAnswer, replyToStaff } from './clock.actions';
import { parseExtension, parseQuestion, parseReply } from './clock.form';
import { listMoves } from './clock.queries';
import { dateView, movesView, replyView, type MoveView } from './clock.views';
import { isAsked, type Note } from './note';
import { advicePaths } from './note.paths';
import { notePolicy } from './note.policy';
import { getNote, listDaysOff } from './note.queries';

/** The clock of the answer: staff put its day off or ask the authors, who reply. */
export function clockRoutes(deps: Deps): Router {
  const router = Router();
  router.use(
    [advicePaths.date.pattern, advicePaths.extension.pattern, advicePaths.question.pattern, advicePaths.reply.pattern],
    requireSignIn,
  );
  router.get(advicePaths.date.pattern, (req, res) => showDate(deps, req, res, null));
  router.get(advicePaths.reply.pattern, (req, res) => showReply(deps, req, res, null));

  router.post(advicePaths.extension.pattern, async (req, res) => {
    const { note } = await noteFor(deps, req, res, notePolicy.answer);
    const calendar = { today: dateOf(requestContext(res).now), daysOff: await listDaysOff(deps.reads) };
    const form = parseExtension(req.body, note, calendar);
    if (!form.ok) return showDate(deps, req, res, form);
    await extendAnswer(deps, signedIn(res), note.id, form.values);
    done(req, res, 'extend', advicePaths.staffNote({ id: note.id }));
  });

  router.post(advicePaths.question.pattern, async (req, res) => {
    const { note } = await noteFor(deps, req, res, notePolicy.answer);
    const form = parseQuestion(req.body);
    if (!form.ok) return showDate(deps, req, res, form);
    await askAuthors(deps, signedIn(res), note.id, form.values);
    done(req, res, 'ask', advicePaths.staffNote({ id: note.id }));
  });

  router.post(advicePaths.reply.pattern, async (req, res) => {
    const { note } = await noteFor(deps, req, res, notePolicy.reply);
    const form = parseReply(req.body);
    if (!form.ok) return showReply(deps, req, res, form);
    await replyToStaff(deps, signedIn(res), note.id, form.values);
    done(req, res, 'reply', advicePaths.show({ id: note.id }));
  });
  return router;
}

function done(req: Request, res: Response, what: 'extend' | 'ask' | 'reply', to: string): void {
  setFlash(req, requestContext(res).t(`advice.done.${what}`));
  res.redirect(303, to);
}

interface Loaded {
  readonly note: Note;
  readonly collaborative: Collaborative;
  readonly moves: readonly MoveView[];
}

/** The note for who may do this: 404 for who may not read it, 403 for the others. */
async function noteFor(deps: Deps, req: Request, res: Response, may: (actor: Actor, note: Note) => Decision): Promise<Loaded> {
  const { t, actor } = requestContext(res);
  const note = await getNote(deps.reads, String(req.params['id']));
  conceal(notePolicy.view(actor, note));
  authorize(may(actor, note));
  const collaborative = await getCollaborative(deps.reads, note.collaborativeId);
  return { note, collaborative, moves: movesView(t, collaborative, note, await listMoves(deps.reads, note.id)) };
}

async function showDate(deps: Deps, req: Request, res: Response, state: FormState | null): Promise<void> {
  const { t } = requestContext(res);
  const { note, collaborative, moves } = await noteFor(deps, req, res, notePolicy.answer);
  const summary = errorSummary(t, state?.errors ?? {});
  const page = {
    title: t('advice.clock.title', { reference: note.reference }),
    errorSummary: summary,
    breadcrumbs: [{ text: t('layout.navigation.staff'), href: '/staff' }],
    district: collaborative.slug,
    unlisted: true,
  };
  renderPage(res, 'advice/date', { ...page, ...dateView(t, { note, moves, state }) }, summary === null ? 200 : 422);
}

async function showReply(deps: Deps, req: Request, res: Response, state: FormState | null): Promise<void> {
  const { t } = requestContext(res);
  const { note, collaborative, moves } = await noteFor(deps, req, res, notePolicy.reply);
  if (!isAsked(note)) throw new Conflict('advice.errors.nothingAsked');
  const summary = errorSummary(t, state?.errors ?? {});
  const page = {
    title: t('advice.clock.replyTitle', { reference: note.reference }),
    errorSummary: summary,
    breadcrumbs: [{ text: t('advice.mine.title'), href: advicePaths.mine() }],
    district: collaborative.slug,
    unlisted: true,
  };
  renderPage(res, 'advice/reply', { ...page, ...replyView(t, { note, moves, state }) }, summary === null ? 200 : 422);
}
