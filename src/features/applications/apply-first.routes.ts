import type { Request, Response } from 'express';
import type { Deps } from '../../deps';
import { field, parseForm, rawText } from '../../lib/form';
import type { FormState } from '../../web/form-view';
import { isFromProgram } from '../../web/honeypot';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { getForm, listOpenCycles, pagesFor, sectionOf, type Cycle } from '../cycles';
import type { Application } from './application';
import { applicationPaths, applyPaths } from './application.paths';
import { loadWriting, pageOf } from './apply-loading.queries';
import { applyPageView } from './apply-page.views';
import { beginApplication } from './apply.actions';
import { applyHintOf } from './apply-hint.routes';
import { limitBeginning } from './apply-limits.routes';
import { holdApplication } from './held.routes';
import { findPrefill } from './prefill.queries';
import { takeSaid } from './said.routes';

/** The page that asks for the address: nothing is kept before it. */
export const firstKey = 'email';

/** The open cycle asked for by its code, else the one that closes first. */
async function cycleToBegin(deps: Deps, code: unknown, now: string): Promise<Cycle | undefined> {
  const open = await listOpenCycles(deps.reads, now);
  return open.find((cycle) => cycle.code === code) ?? open[0];
}

/** The first page, for who has begun nothing yet. */
export async function showFirst(deps: Deps, req: Request, res: Response, state?: FormState): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const code: unknown = state === undefined ? req.query['cycle'] : rawText(state.raw, 'cycle');
  const cycle = await cycleToBegin(deps, code, now);
  if (cycle === undefined || req.params['page'] !== firstKey) {
    res.redirect(303, applyPaths.start());
    return;
  }
  const asked = await getForm(deps.reads, cycle.formId);
  const pages = pagesFor(asked, null);
  const page = pageOf({ pages }, firstKey);
  const form = state ?? { raw: { email: actor.email ?? '' }, errors: {} };
  const place = { number: 1, of: pages.length + 1, section: sectionOf(asked, firstKey) };
  const parts = {
    page,
    form,
    place,
    constituency: null,
    back: applyPaths.start(),
    from: '',
    areas: [],
    schools: [],
    notes: [],
    now,
  };
  renderPage(res, 'applications/page', applyPageView(t, { ...parts, cycle: cycle.code }), state === undefined ? 200 : 422);
}

/** Begins with the address of the first page. */
export async function begin(deps: Deps, req: Request, res: Response): Promise<void> {
  const { actor, now } = requestContext(res);
  const form = parseForm({ email: field.email() }, req.body);
  const cycle = await cycleToBegin(deps, rawText(form.raw, 'cycle'), now);
  if (cycle === undefined || isFromProgram(req.body)) res.redirect(303, applyPaths.start());
  else if (!form.ok) await showFirst(deps, req, res, form);
  else {
    await limitBeginning(deps, { email: form.values.email, ip: req.ip ?? '', shownAt: rawText(form.raw, 'shown_at') });
    const application = await beginApplication(deps, actor, cycle.id, {
      email: form.values.email,
      hint: applyHintOf(req),
      said: takeSaid(req, now),
    });
    holdApplication(req, application.id);
    res.redirect(303, await onward(deps, application, cycle));
  }
}

/** Where somebody goes on who has just begun: a form with answers in it is looked through first. */
async function onward(deps: Deps, application: Application, cycle: Cycle): Promise<string> {
  if (application.status !== 'draft') return applicationPaths.show({ ref: application.reference });
  if ((await findPrefill(deps.db, application.id)) !== undefined) return applyPaths.check();
  const { pages } = await loadWriting(deps.db, application, cycle);
  const next = pages.find(({ key }) => key !== firstKey);
  return next === undefined ? applyPaths.check() : applyPaths.page({ page: next.key });
}
