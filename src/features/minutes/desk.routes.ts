import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { bodyOf, type Meeting } from '../meetings';
import type { BodyStanding } from './approval';
import { placeApproval } from './approval.actions';
import { listStandings } from './approval.queries';
import { decideCorrection } from './correction.actions';
import { listCorrections } from './correction.queries';
import { deskView, type Sent } from './desk.views';
import { circulateMinutes, compileMinutes, editMinutes, meetingToMinute, personalIn } from './minutes.actions';
import { parseAnswer, parseText, parseVersion, rawMinutes } from './minutes.form';
import { minutesPaths } from './minutes.paths';
import { getMinutes, minutesOf } from './minutes.queries';
import { awaitingVersion } from './version';
import { listVersions } from './version.queries';

type MeetingRequest = Request<{ id: string }>;

/** The desk at which minutes are written, circulated and corrected. */
export function deskRoutes(deps: Deps): Router {
  const router = Router();
  router.get(minutesPaths.desk.pattern, (req, res) => showDesk(deps, res, req.params.id));

  router.post(minutesPaths.compilation.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    await compileMinutes(deps, actor, req.params.id);
    setFlash(req, t('minutes.desk.compiled'));
    res.redirect(303, minutesPaths.desk(req.params));
  });

  router.post(minutesPaths.text.pattern, (req, res) => takeText(deps, req, res));
  router.post(minutesPaths.circulation.pattern, (req, res) => takeCirculation(deps, req, res));

  router.post(minutesPaths.agendaItem.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    await placeApproval(deps, actor, req.params.id);
    setFlash(req, t('minutes.desk.placed'));
    res.redirect(303, minutesPaths.desk(req.params));
  });

  router.post(minutesPaths.answer.pattern, (req, res) => takeAnswer(deps, req, res));
  return router;
}

async function takeText(deps: Deps, req: MeetingRequest, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id } = req.params;
  await meetingToMinute(deps, actor, id);
  const { record } = await getMinutes(deps.db, id);
  const parsed = parseText(
    req.body,
    record.items.map((item) => item.id),
  );
  if (!parsed.ok) {
    await showDesk(deps, res, id, { which: 'text', form: parsed, isStale: false });
    return;
  }
  const saved = await editMinutes(deps, actor, { meetingId: id, ...parsed.values });
  if (saved === 'stale') await showDesk(deps, res, id, { which: 'text', form: { raw: parsed.raw, errors: {} }, isStale: true });
  else {
    setFlash(req, t('minutes.desk.saved'));
    res.redirect(303, minutesPaths.desk({ id }));
  }
}

async function takeCirculation(deps: Deps, req: MeetingRequest, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id } = req.params;
  const parsed = parseVersion(req.body);
  const saved = await circulateMinutes(deps, actor, { meetingId: id, version: parsed.ok ? parsed.values.version : 0 });
  if (saved === 'saved') {
    setFlash(req, t('minutes.desk.circulated'));
    res.redirect(303, minutesPaths.desk({ id }));
    return;
  }
  const { text } = await getMinutes(deps.db, id);
  await showDesk(deps, res, id, { which: 'text', form: { raw: rawMinutes(text), errors: {} }, isStale: saved === 'stale' });
}

async function takeAnswer(deps: Deps, req: Request<{ id: string; correction: string }>, res: Response): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id, correction } = req.params;
  const parsed = parseAnswer(req.body);
  if (!parsed.ok) {
    await showDesk(deps, res, id, { which: 'answer', form: parsed, isStale: false, correction });
    return;
  }
  const { event, answer } = parsed.values;
  await decideCorrection(deps, actor, { meetingId: id, correctionId: correction, event, words: answer });
  setFlash(req, t('minutes.correction.answered'));
  res.redirect(303, minutesPaths.desk({ id }));
}

async function showDesk(deps: Deps, res: Response, id: string, sent?: Sent): Promise<void> {
  const { actor, t } = requestContext(res);
  const db = deps.reads;
  const meeting = await meetingToMinute({ db }, actor, id);
  const collaborative = await bodyOf(db, meeting);
  const minutes = await minutesOf(db, id);
  const approvals = minutes === undefined ? [] : await standingsOf(deps, meeting, minutes.id);
  const corrections = minutes === undefined ? [] : await listCorrections(db, minutes.id);
  const personal = minutes === undefined ? [] : personalIn(minutes.text);
  const view = deskView({ t, meeting, collaborative, minutes, approvals, corrections, personal, sent: sent ?? null });
  renderPage(res, 'minutes/desk', view, sent === undefined ? 200 : sent.isStale ? 409 : 422);
}

/** How each body stands to the words that wait for them; nobody is asked about words that do not. */
async function standingsOf({ reads }: Deps, meeting: Meeting, minutesId: string): Promise<BodyStanding[]> {
  const wording = awaitingVersion(await listVersions(reads, minutesId));
  return wording === undefined ? [] : listStandings(reads, meeting, minutesId, wording.number);
}
