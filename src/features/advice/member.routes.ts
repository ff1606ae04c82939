import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { blankForm, errorSummary, type FormState } from '../../web/form-view';
import { rawForm, rawText, parseForm, field, fieldError, type Parsed } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import { authorize, conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborative, getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { listPriorities, offered } from '../priorities';
import type { Note } from './note';
import { deliverNote, endorseNote, moveNote, putOnAgenda, rewordNote, writeNote } from './note.actions';
import { rawNote, readNote, type NoteWords } from './note.form';
import { advicePaths } from './note.paths';
import { notePolicy } from './note.policy';
import { getNote, listNotesOf } from './note.queries';
import { noteLine } from './note.views';
import { noteFormView, type Priorities } from './writing.views';

/** What members and officers do with advice: write, open, endorse, bring to the meeting, deliver, close. */
export function memberAdviceRoutes(deps: Deps): Router {
  const router = Router();
  writingRoutes(router, deps);
  stepRoutes(router, deps);

  router.get(advicePaths.mine.pattern, requireSignIn, async (_req, res) => {
    const { t, now } = requestContext(res);
    const notes = await listNotesOf(deps.reads, signedIn(res));
    renderPage(res, 'advice/list', {
      title: t('advice.mine.title'),
      lead: t('advice.mine.lead'),
      breadcrumbs: [{ text: t('layout.navigation.me'), href: '/me' }],
      notes: notes.map((note) => noteLine(t, note, dateOf(now))),
      empty: t('advice.mine.empty'),
      write: null,
      report: null,
      unlisted: true,
    });
  });
  return router;
}

function writingRoutes(router: Router, deps: Deps): void {
  newNoteRoutes(router, deps);

  router.get(advicePaths.edit.pattern, requireSignIn, async (req, res) => {
    const { note, where } = await noteToEdit(deps, req, res);
    showForm(res, blankForm(rawNote(note, requestContext(res).locale)), where);
  });

  router.post(advicePaths.edit.pattern, requireSignIn, async (req, res) => {
    const { note, where } = await noteToEdit(deps, req, res);
    const version = parseForm({ version: field.version() }, req.body);
    const form = served(where, readNote(req.body));
    if (!form.ok || !version.ok) {
      showForm(res, { raw: form.raw, errors: form.ok ? {} : form.errors }, where);
      return;
    }
    await rewordNote(deps, requestContext(res).actor, note.id, { words: form.values, version: version.values.version });
    res.redirect(303, advicePaths.show({ id: note.id }));
  });
}

function newNoteRoutes(router: Router, deps: Deps): void {
  router.get(advicePaths.begin.pattern, requireSignIn, async (req, res) => {
    const { actor, locale } = requestContext(res);
    const body = await getCollaborativeBySlug(deps.reads, typeof req.query['c'] === 'string' ? req.query['c'] : '');
    authorize(notePolicy.write(actor, body.id));
    showForm(res, blankForm({ language: locale }), await newNote(deps, body));
  });

  router.post(advicePaths.notes.pattern, requireSignIn, async (req, res) => {
    const body = await getCollaborative(deps.reads, rawText(rawForm(req.body), 'collaborative'));
    authorize(notePolicy.write(requestContext(res).actor, body.id));
    const where = await newNote(deps, body);
    const form = served(where, readNote(req.body));
    if (!form.ok) showForm(res, form, where);
    else res.redirect(303, advicePaths.show(await writeNote(deps, signedIn(res), body.id, form.values)));
  });
}

const newNote = async (deps: Deps, { id, slug }: Collaborative): Promise<Where> => ({
  ...{ action: advicePaths.notes(), version: null, collaborativeId: id, slug },
  ...{ priorities: await listPriorities(deps.reads, id), own: null },
});

/** Refuses a priority that was not offered. */
function served({ priorities, own }: Priorities, form: Parsed<NoteWords>): Parsed<NoteWords> {
  const { priorityId = null } = form.ok ? form.values : {};
  if (priorityId === null || offered(priorities, own).some(({ id }) => id === priorityId)) return form;
  return { ok: false, raw: form.raw, errors: { priorityId: fieldError('common.form.choose') } };
}

/** The note whose words an author changes: 404 for those who may not read it, 403 for those who did not write it. */
async function noteToEdit(deps: Deps, req: Request, res: Response): Promise<{ note: Note; where: Where }> {
  const { actor } = requestContext(res);
  const note = await getNote(deps.reads, idOf(req));
  conceal(notePolicy.view(actor, note));
  authorize(notePolicy.edit(actor, note));
  const { slug } = await getCollaborative(deps.reads, note.collaborativeId);
  const where = {
    ...{ action: advicePaths.edit({ id: note.id }), version: String(note.version), collaborativeId: null, slug },
    ...{ priorities: await listPriorities(deps.reads, note.collaborativeId), own: note.priority?.id ?? null },
  };
  return { note, where };
}

interface Where extends Priorities {
  readonly action: string;
  readonly version: string | null;
  readonly collaborativeId: string | null;
  readonly slug: string;
}

function showForm(res: Response, state: FormState, { slug, priorities, own, ...where }: Where): void {
  const { t } = requestContext(res);
  const summary = errorSummary(t, state.errors);
  renderPage(
    res,
    'advice/form',
    {
      ...noteFormView(t, state, where, { priorities, own }),
      title: t('advice.form.heading'),
      errorSummary: summary,
      district: slug,
      unlisted: true,
      breadcrumbs: [{ text: t('advice.mine.title'), href: advicePaths.mine() }],
    },
    summary === null ? 200 : 422,
  );
}

function stepRoutes(router: Router, deps: Deps): void {
  const steps = [
    [advicePaths.opening, 'open'],
    [advicePaths.revision, 'revise'],
    [advicePaths.withdrawal, 'withdraw'],
    [advicePaths.closing, 'close'],
  ] as const;
  for (const [address, event] of steps) {
    router.post(address.pattern, requireSignIn, async (req, res) => {
      const { t, actor } = requestContext(res);
      await moveNote(deps, actor, idOf(req), event);
      setFlash(req, t(`advice.done.${event}`));
      res.redirect(303, event === 'withdraw' ? advicePaths.mine() : advicePaths.show({ id: idOf(req) }));
    });
  }

  router.post(advicePaths.endorsement.pattern, requireSignIn, async (req, res) => {
    await endorseNote(deps, signedIn(res), idOf(req));
    setFlash(req, requestContext(res).t('advice.done.endorse'));
    res.redirect(303, advicePaths.show({ id: idOf(req) }));
  });

  router.post(advicePaths.agendaItem.pattern, requireSignIn, async (req, res) => {
    const { t, actor } = requestContext(res);
    const item = await putOnAgenda(deps, actor, idOf(req));
    setFlash(req, item === null ? t('advice.done.noMeeting') : t('advice.done.putOnAgenda', { item: inLocale(item.title, t.locale) }));
    res.redirect(303, item === null ? advicePaths.show({ id: idOf(req) }) : `/meetings/${item.meetingId}/agenda/desk`);
  });

  router.post(advicePaths.delivery.pattern, requireSignIn, async (req, res) => {
    await deliverNote(deps, requestContext(res).actor, idOf(req));
    setFlash(req, requestContext(res).t('advice.done.deliver'));
    res.redirect(303, advicePaths.show({ id: idOf(req) }));
  });
}

const idOf = (req: Request): string => String(req.params['id']);
