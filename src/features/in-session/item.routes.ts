import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import type { Parsed } from '../../lib/form';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listItems } from '../agendas';
import { addActionItem, closeActionItem, keepNote, setOutcome } from './item.actions';
import { takeUpItem } from './current-item.actions';
import { findCurrentItem } from './current-item.queries';
import { listExceptions } from './exception.queries';
import { findNote, listActionItems } from './item.queries';
import { loadConsentGroup } from './consent.queries';
import { itemView } from './item.views';
import { getItemOf } from './motion.actions';
import { listMotions } from './motion.queries';
import { floorOf, loadSession } from './record.queries';
import { meetingToRun } from './session.actions';
import { parseActionItem, parseNote, parseOutcome, parseVersion } from './session.form';
import type { SentForm } from './sent-form.views';
import { sessionPaths } from './session.paths';
import { listWordings } from './wording.queries';

type ItemRequest = Request<{ id: string; item: string }>;

/** One item of the agenda in session: notes, outcome, what is to be done. */
export function itemRoutes(deps: Deps): Router {
  const router = Router();
  router.get(sessionPaths.item.pattern, (req, res) => showItem(deps, res, req.params));
  router.post(sessionPaths.turn.pattern, (req, res) => takeUp(deps, req, res));
  router.post(sessionPaths.note.pattern, (req, res) => takeNote(deps, req, res));
  router.post(sessionPaths.outcome.pattern, (req, res) => takeOutcome(deps, req, res));
  router.post(sessionPaths.actionItem.pattern, (req, res) => takeActionItem(deps, req, res));
  router.post(sessionPaths.completion.pattern, (req, res) => closeOne(deps, req, res, 'finish'));
  router.post(sessionPaths.dropping.pattern, (req, res) => closeOne(deps, req, res, 'drop'));
  return router;
}

async function takeUp(deps: Deps, req: ItemRequest, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id, item } = req.params;
  const parsed = parseVersion(req.body);
  await takeUpItem(deps, actor, { meetingId: id, itemId: item, version: parsed.ok ? parsed.values.version : 0 });
  setFlash(req, t('inSession.item.takenUp'));
  res.redirect(303, sessionPaths.item({ id, item }));
}

async function takeNote(deps: Deps, req: ItemRequest, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id, item } = req.params;
  const parsed = parseNote(req.body);
  if (!parsed.ok) {
    await showItem(deps, res, req.params, refusal('note', parsed));
    return;
  }
  const { note, version } = parsed.values;
  const saved = await keepNote(deps, actor, { meetingId: id, itemId: item, text: note, version });
  if (saved === 'stale') await showItem(deps, res, req.params, stale('note', parsed));
  else if (req.get('X-Autosave') === '1') res.json({ version: saved });
  else {
    setFlash(req, t('inSession.item.notesSaved'));
    res.redirect(303, sessionPaths.item({ id, item }));
  }
}

async function takeOutcome(deps: Deps, req: ItemRequest, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id, item } = req.params;
  const parsed = parseOutcome(req.body);
  if (!parsed.ok) {
    await showItem(deps, res, req.params, refusal('outcome', parsed));
    return;
  }
  const saved = await setOutcome(deps, actor, { meetingId: id, itemId: item, ...parsed.values });
  if (saved === 'stale') {
    await showItem(deps, res, req.params, stale('outcome', parsed));
    return;
  }
  setFlash(req, t('inSession.outcome.saved'));
  res.redirect(303, sessionPaths.item({ id, item }));
}

async function takeActionItem(deps: Deps, req: ItemRequest, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id, item } = req.params;
  const parsed = parseActionItem(req.body);
  if (!parsed.ok) {
    await showItem(deps, res, req.params, refusal('task', parsed));
    return;
  }
  const { key, task, owner, due_on: dueOn } = parsed.values;
  const wanted = { key, text: task, ownerId: owner === '' ? null : owner, dueOn: dueOn === '' ? null : dueOn };
  await addActionItem(deps, actor, { meetingId: id, itemId: item, ...wanted });
  setFlash(req, t('inSession.actionItem.saved'));
  res.redirect(303, sessionPaths.item({ id, item }));
}

async function closeOne(deps: Deps, req: Request<{ id: string; task: string }>, res: Response, event: 'finish' | 'drop'): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id, task } = req.params;
  const item = await closeActionItem(deps, actor, { meetingId: id, actionItemId: task, event });
  setFlash(req, t('common.saved'));
  res.redirect(303, item === null ? sessionPaths.show({ id }) : sessionPaths.item({ id, item }));
}

type Refused = Extract<Parsed<never>, { ok: false }>;

/** A form that was not accepted, to be shown again with its errors (422). */
export const refusal = (which: SentForm['which'], form: Refused): SentForm => ({ which, form, isStale: false });

/** A form that came too late, to be shown again beside what stands now (409). */
export const stale = (which: SentForm['which'], { raw }: Pick<Parsed<unknown>, 'raw'>): SentForm => ({
  which,
  form: { raw, errors: {} },
  isStale: true,
});

/** The page of an item; after a form was sent, with its words. */
export async function showItem(deps: Deps, res: Response, ids: { id: string; item: string }, sent?: SentForm): Promise<void> {
  const { actor, t } = requestContext(res);
  const db = deps.reads;
  await meetingToRun({ db }, actor, ids.id);
  const item = await getItemOf({ db }, ids.id, ids.item);
  const session = await loadSession(db, ids.id);
  const view = itemView({
    t,
    session,
    item,
    items: await listItems(db, ids.id),
    floor: await floorOf(db, session, item),
    group: await loadConsentGroup(db, ids.id),
    motions: await listMotions(db, ids.id),
    exceptions: await listExceptions(db, ids.id),
    wordings: await listWordings(db, ids.id),
    tasks: await listActionItems(db, ids.id),
    note: await findNote(db, item.id),
    current: await findCurrentItem(db, ids.id),
    sent: sent ?? null,
    newKey: deps.newId(),
  });
  renderPage(res, 'in-session/item', view, sent === undefined ? 200 : sent.isStale ? 409 : 422);
}
