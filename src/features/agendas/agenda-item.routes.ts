import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { fieldError, rawForm, type FormErrors } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { isInTime, meetingPolicy } from '../meetings';
import { idOf, listPriorities, offered } from '../priorities';
import type { AgendaItem } from './agenda-item';
import { asksPreview, parseItem, parseVersion, rawItem, type ItemValues } from './agenda-item.form';
import { itemView, type ItemParts } from './agenda-item.views';
import { agendaPaths } from './agenda.paths';
import type { LinkedNote, NotesOnAgenda } from './linked-note.views';
import { addFromDesk, changeItem, loadDesk } from './desk.actions';

/** Adding an item and changing its words. */
export function agendaItemRoutes(given: Deps, { notes }: { readonly notes: NotesOnAgenda }): Router {
  const deps = { ...given, notes };
  const router = Router();

  router.get(agendaPaths.newItem.pattern, async (req, res) => {
    const parts = await partsFor(deps, res, req.params.id);
    renderPage(res, 'agendas/item', itemView({ ...parts, state: blankForm({ purpose: 'inform', minutes: '10' }) }));
  });

  router.post(agendaPaths.items.pattern, async (req, res) => {
    const { id } = req.params;
    const { t, actor } = requestContext(res);
    const parts = await partsFor(deps, res, id);
    const parsed = linkedTo(parts, parseItem(req.body));
    if (asksPreview(req.body)) {
      showPreview(res, parts, req.body);
      return;
    }
    if (!parsed.ok) {
      renderPage(res, 'agendas/item', itemView({ ...parts, state: parsed }), 422);
      return;
    }
    const item = await addFromDesk(deps, actor, id, parsed.values);
    const values = { title: inLocale(item.title, t.locale), number: item.place };
    setFlash(req, item.isInformationOnly ? t('agendas.desk.addedLate', values) : t('agendas.desk.added', values));
    res.redirect(303, `${agendaPaths.desk({ id })}#edit-${item.id}`);
  });

  router.get(agendaPaths.item.pattern, async (req, res) => {
    const parts = await partsFor(deps, res, req.params.id, req.params.item);
    const raw = parts.item === null ? {} : rawItem(parts.item);
    renderPage(res, 'agendas/item', itemView({ ...parts, state: blankForm(raw) }));
  });

  router.post(agendaPaths.item.pattern, (req, res) => change(deps, req, res, req.params));

  return router;
}

type ItemDeps = Deps & { readonly notes: NotesOnAgenda };

/** Refuses a note or a priority that was not offered. */
function linkedTo(
  { item, notes, priorities }: Omit<ItemParts, 'state'>,
  parsed: ReturnType<typeof parseItem>,
): ReturnType<typeof parseItem> {
  if (!parsed.ok) return parsed;
  const links = [
    ['noteId', notes],
    ['priorityId', offered(priorities, idOf(item?.priority))],
  ] as const;
  const wrong = links.filter(([name, known]) => parsed.values[name] !== '' && !known.some(({ id }) => id === parsed.values[name]));
  if (wrong.length === 0) return parsed;
  return { ok: false, raw: parsed.raw, errors: Object.fromEntries(wrong.map(([name]) => [name, fieldError('common.form.choose')])) };
}

/** The public notes of the body, and the one the line brings with it. */
async function notesFor({ reads, notes }: ItemDeps, collaborativeId: string, own: string | null): Promise<LinkedNote[]> {
  const offered = await notes.toLink(reads, collaborativeId);
  if (own === null || offered.some(({ id }) => id === own)) return offered;
  return [...(await notes.named(reads, [own])), ...offered];
}

/** The form with all that was typed, and the texts as they will read. */
function showPreview(res: Response, parts: Omit<ItemParts, 'state'>, body: unknown): void {
  renderPage(res, 'agendas/item', itemView({ ...parts, state: { raw: rawForm(body), errors: {} }, isPreview: true }));
}

async function change(deps: ItemDeps, req: Request, res: Response, { id, item: itemId }: { id: string; item: string }): Promise<void> {
  const { t, actor } = requestContext(res);
  const parts = await partsFor(deps, res, id, itemId);
  const parsed = linkedTo(parts, parseItem(req.body));
  const version = parseVersion(req.body);
  if (asksPreview(req.body)) {
    showPreview(res, parts, req.body);
    return;
  }
  if (!parsed.ok || !version.ok) {
    const errors = { ...(version.ok ? {} : version.errors), ...(parsed.ok ? {} : parsed.errors) };
    renderPage(res, 'agendas/item', itemView({ ...parts, state: { raw: parsed.raw, errors } }), 422);
    return;
  }
  const changed = await changeItem(deps, actor, { meetingId: id, itemId, version: version.values.version, values: parsed.values });
  if (changed.kind === 'stale') {
    renderPage(res, 'agendas/item', itemView({ ...parts, state: { raw: parsed.raw, errors: {} }, stale: changed.item }), 409);
    return;
  }
  if (changed.kind === 'frozen') {
    const errors = frozenErrors(changed.item, parsed.values);
    renderPage(res, 'agendas/item', itemView({ ...parts, state: { raw: parsed.raw, errors } }), 422);
    return;
  }
  setFlash(req, t('agendas.desk.saved'));
  res.redirect(303, `${agendaPaths.desk({ id })}#edit-${itemId}`);
}

/** What of a posted item stands after the deadline: its title, or that it is handled alone. */
const frozenErrors = (item: AgendaItem, { titleEn, isConsent }: ItemValues): FormErrors =>
  isConsent.length > 0 && !item.isConsent && titleEn === item.title.en
    ? { isConsent: fieldError('agendas.item.consentLate') }
    : { titleEn: fieldError('agendas.errors.frozen') };

async function partsFor(deps: ItemDeps, res: Response, meetingId: string, itemId?: string): Promise<Omit<ItemParts, 'state'>> {
  const { t, actor, now } = requestContext(res);
  const desk = await loadDesk(deps.reads, meetingId, now);
  conceal(meetingPolicy.run(actor, desk.meeting));
  const item = itemId === undefined ? null : desk.items.find(({ id }) => id === itemId);
  if (item === undefined) throw new NotFound();
  const notes = await notesFor(deps, desk.meeting.collaborativeId, item?.noteId ?? null);
  const priorities = await listPriorities(deps.reads, desk.meeting.collaborativeId);
  return { t, desk, item, notes, priorities, isLate: !isInTime(desk.meeting, now, desk.hours) };
}
