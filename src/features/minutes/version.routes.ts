import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { Conflict, NotFound } from '../../lib/errors';
import { bodyOf } from '../meetings';
import { listStandings } from './approval.queries';
import { parseAmendment, personalError, sameError } from './amendment.form';
import { proposeAmendment, withdrawAmendment } from './amendment.actions';
import { amendmentView, type AmendmentParts } from './amendment.views';
import { meetingToMinute } from './minutes.actions';
import { minutesPaths } from './minutes.paths';
import { getMinutes } from './minutes.queries';
import { readMinutes } from './reading.actions';
import { proposedVersion } from './version';
import { listVersions } from './version.queries';
import { changesView } from './version.views';

/** Wordings of minutes beside one another, and corrections of approved minutes. */
export function versionRoutes(deps: Deps): Router {
  const router = Router();
  router.use(minutesPaths.amendment.pattern, requireSignIn);

  router.get(minutesPaths.changes.pattern, async (req, res) => {
    const { t, actor } = requestContext(res);
    const { versions, ...found } = await readMinutes(deps.reads, actor, req.params.id);
    const named = (name: string) => versions.find(({ number }) => String(number) === req.query[name]);
    const to = named('to') ?? versions.at(-1);
    const from = named('from') ?? versions.at(-2) ?? to;
    if (to === undefined || from === undefined) throw new NotFound();
    renderPage(res, 'minutes/changes', changesView(t, { ...found, versions, from, to }));
  });

  router.get(minutesPaths.amendment.pattern, (req, res) => showAmendment(deps, res, req.params.id, null));
  router.post(minutesPaths.amendment.pattern, (req, res) => takeAmendment(deps, req, res));

  router.post(minutesPaths.amendmentWithdrawal.pattern, async (req, res) => {
    await withdrawAmendment(deps, requestContext(res).actor, req.params.id);
    setFlash(req, requestContext(res).t('minutes.amendment.withdrawn'));
    res.redirect(303, minutesPaths.amendment(req.params));
  });

  return router;
}

async function takeAmendment(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { id } = req.params;
  const actor = signedIn(res);
  await meetingToMinute(deps, actor, id);
  const { record } = await getMinutes(deps.db, id);
  const parsed = parseAmendment(
    req.body,
    record.items.map((item) => item.id),
  );
  if (!parsed.ok) return showAmendment(deps, res, id, { form: parsed, isStale: false });
  const done = await proposeAmendment(deps, actor, { meetingId: id, ...parsed.values });
  if (done.kind === 'stale') return showAmendment(deps, res, id, { form: { raw: parsed.raw, errors: {} }, isStale: true });
  if (done.kind !== 'proposed') {
    const errors = done.kind === 'same' ? sameError : personalError;
    return showAmendment(deps, res, id, { form: { raw: parsed.raw, errors }, isStale: false });
  }
  setFlash(req, requestContext(res).t(done.isOnAgenda ? 'minutes.amendment.proposed' : 'minutes.amendment.proposedWaiting'));
  res.redirect(303, minutesPaths.amendment({ id }));
}

async function showAmendment(deps: Deps, res: Response, id: string, sent: AmendmentParts['sent']): Promise<void> {
  const { actor, t } = requestContext(res);
  const db = deps.reads;
  const meeting = await meetingToMinute({ db }, actor, id);
  const minutes = await getMinutes(db, id);
  if (minutes.status !== 'approved') throw new Conflict('errors.conflict.notNow');
  const versions = await listVersions(db, minutes.id);
  const approvals = await listStandings(db, meeting, minutes.id, proposedVersion(versions)?.number);
  const collaborative = await bodyOf(db, meeting);
  const status = sent === null ? 200 : sent.isStale ? 409 : 422;
  renderPage(res, 'minutes/amendment', amendmentView(t, { meeting, collaborative, minutes, versions, approvals, sent }), status);
}
