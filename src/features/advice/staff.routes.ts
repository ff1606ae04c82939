import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { timelineView } from '../../history/timeline.views';
import { errorSummary, type FormState } from '../../web/form-view';
import { approvesFor, type Actor } from '../../lib/actor';
import { field, parseForm } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import { authorize, conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getPerson } from '../accounts';
import { getCollaborative, getCollaborativeBySlug } from '../collaboratives';
import { acknowledgeNote, returnAnswer, signAnswer, writeAnswer } from './answer.actions';
import type { Answer } from './answer';
import { findAnswer } from './answer.queries';
import { listMoves } from './clock.queries';
import { movesView } from './clock.views';
import { readAnswer } from './note.form';
import { advicePaths } from './note.paths';
import type { Note } from './note';
import { notePolicy } from './note.policy';
import { getNote, listNotesToAnswer, listSigners } from './note.queries';
import { noteLine, noteView } from './note.views';
import { deskWork } from './writing.views';

/** Where the district answers: staff write recommendation by recommendation, the approver signs. */
export function staffAdviceRoutes(deps: Deps): Router {
  const router = Router();

  router.get(advicePaths.staffList.pattern, requireSignIn, async (req, res) => {
    const { t, actor, now } = requestContext(res);
    const body = await getCollaborativeBySlug(deps.reads, String(req.params['slug']));
    conceal(notePolicy.seeDesk(actor, body.id));
    const notes = await listNotesToAnswer(deps.reads, body.id);
    renderPage(res, 'advice/list', {
      title: t('advice.staff.title', { body: inLocale(body.name, t.locale) }),
      lead: t('advice.staff.lead'),
      breadcrumbs: [{ text: t('layout.navigation.staff'), href: '/staff' }],
      district: body.slug,
      notes: notes.map((note) => noteLine(t, note, dateOf(now), advicePaths.staffNote({ id: note.id }))),
      empty: t('advice.staff.empty'),
      write: null,
      report: null,
      unlisted: true,
    });
  });

  router.get(advicePaths.staffNote.pattern, requireSignIn, (req, res) => showDesk(deps, req, res, null));
  answerRoutes(router, deps);
  signatureRoutes(router, deps);
  return router;
}

function answerRoutes(router: Router, deps: Deps): void {
  router.post(advicePaths.acknowledgement.pattern, requireSignIn, async (req, res) => {
    await acknowledgeNote(deps, requestContext(res).actor, idOf(req));
    done(req, res, 'acknowledge');
  });

  router.post(advicePaths.answer.pattern, requireSignIn, async (req, res) => {
    const { actor, locale } = requestContext(res);
    const note = await getNote(deps.reads, idOf(req));
    conceal(notePolicy.seeDesk(actor, note.collaborativeId));
    authorize(notePolicy.answer(actor, note));
    const form = readAnswer(req.body, note.recommendations, locale);
    if (!form.ok) {
      await showDesk(deps, req, res, form);
      return;
    }
    const pressed: unknown = (req.body as Record<string, unknown>)['do'];
    await writeAnswer(deps, signedIn(res), note.id, { words: form.values, then: pressed === 'send' ? 'send' : 'keep' });
    done(req, res, pressed === 'send' ? 'sendAnswer' : 'draftAnswer');
  });
}

function signatureRoutes(router: Router, deps: Deps): void {
  router.post(advicePaths.signature.pattern, requireSignIn, async (req, res) => {
    const form = parseForm({ version: field.version() }, req.body);
    await signAnswer(deps, signedIn(res), idOf(req), form.ok ? form.values.version : 0);
    done(req, res, 'sign');
  });

  router.post(advicePaths.giveBack.pattern, requireSignIn, async (req, res) => {
    const form = parseForm({ version: field.version(), words: field.words(200) }, req.body);
    if (!form.ok) {
      await showDesk(deps, req, res, form);
      return;
    }
    await returnAnswer(deps, requestContext(res).actor, idOf(req), form.values);
    done(req, res, 'returnAnswer');
  });
}

function done(req: Request, res: Response, what: 'acknowledge' | 'sendAnswer' | 'draftAnswer' | 'sign' | 'returnAnswer'): void {
  setFlash(req, requestContext(res).t(`advice.done.${what}`));
  res.redirect(303, advicePaths.staffNote({ id: idOf(req) }));
}

/** The desk of one note; `failed` holds what was sent and what is wrong with it. */
async function showDesk(deps: Deps, req: Request, res: Response, failed: FormState | null): Promise<void> {
  const { t, actor, now } = requestContext(res);
  const note = await getNote(deps.reads, idOf(req));
  conceal(notePolicy.seeDesk(actor, note.collaborativeId));
  conceal(notePolicy.view(actor, note));
  const collaborative = await getCollaborative(deps.reads, note.collaborativeId);
  const answer = (await findAnswer(deps.reads, note.id)) ?? null;
  const work = deskWork(t, actor, { note, answer, failed, approverName: await approverNameFor(deps, actor, note, answer) });
  const moves = movesView(t, collaborative, note, await listMoves(deps.reads, note.id));
  const parts = { note, collaborative, answer: work.answer === null ? answer : null, today: dateOf(now), moves };
  const signers = await listSigners(deps.reads, note.id);
  const timeline = timelineView(t, await listEvents(deps.reads, { kind: 'note', id: note.id }));
  const summary = errorSummary(t, failed?.errors ?? {});
  const page = {
    title: t('advice.answer.title', { reference: note.reference }),
    errorSummary: summary,
    breadcrumbs: [{ text: t('layout.navigation.staff'), href: '/staff' }],
    district: collaborative.slug,
    width: 'wide' as const,
    unlisted: true,
    back: advicePaths.staffList({ slug: collaborative.slug }),
    note: noteView(t, actor, { ...parts, signers, timeline }),
  };
  renderPage(res, 'advice/staff-note', { ...page, ...work }, summary === null ? 200 : 422);
}

/** The approver in whose place the reader signs; null for an approver themselves. */
async function approverNameFor(deps: Deps, actor: Actor, note: Note, answer: Answer | null): Promise<string | null> {
  const inPlaceOf = approvesFor(actor, note.collaborativeId, answer?.writtenBy ?? null) ?? null;
  return inPlaceOf === null ? null : (await getPerson(deps.reads, inPlaceOf)).name;
}

const idOf = (req: Request): string => String(req.params['id']);
