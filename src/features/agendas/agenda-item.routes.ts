import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { fieldError } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { isInTime, meetingPolicy } from '../meetings';
import { parseItem, parseVersion, rawItem } from './agenda-item.form';
import { itemView, type ItemParts } from './agenda-item.views';
import { agendaPaths } from './agenda.paths';
import { addFromDesk, changeItem, loadDesk } from './desk.actions';

/** Adding an item and changing its words. */
export function agendaItemRoutes(deps: Deps): Router {
  const router = Router();

  router.get(agendaPaths.newItem.pattern, async (req, res) => {
    const parts = await partsFor(deps, res, req.params.id);
    renderPage(res, 'agendas/item', itemView({ ...parts, state: blankForm({ purpose: 'inform', minutes: '10' }) }));
  });

  router.post(agendaPaths.items.pattern, async (req, res) => {
    const { id } = req.params;
    const { t, actor } = requestContext(res);
    const parsed = parseItem(req.body);
    if (!parsed.ok) {
      const parts = await partsFor(deps, res, id);
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

async function change(deps: Deps, req: Request, res: Response, { id, item: itemId }: { id: string; item: string }): Promise<void> {
  const { t, actor } = requestContext(res);
  const parsed = parseItem(req.body);
  const version = parseVersion(req.body);
  const parts = await partsFor(deps, res, id, itemId);
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
    const errors = { titleEn: fieldError('agendas.errors.frozen') };
    renderPage(res, 'agendas/item', itemView({ ...parts, state: { raw: parsed.raw, errors } }), 422);
    return;
  }
  setFlash(req, t('agendas.desk.saved'));
  res.redirect(303, `${agendaPaths.desk({ id })}#edit-${itemId}`);
}

async function partsFor(deps: Deps, res: Response, meetingId: string, itemId?: string): Promise<Omit<ItemParts, 'state'>> {
  const { t, actor, now } = requestContext(res);
  const desk = await loadDesk(deps.reads, meetingId, now);
  conceal(meetingPolicy.run(actor, desk.meeting));
  const item = itemId === undefined ? null : desk.items.find(({ id }) => id === itemId);
  if (item === undefined) throw new NotFound();
  return { t, desk, item, isLate: !isInTime(desk.meeting, now, desk.hours) };
}
