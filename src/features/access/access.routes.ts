import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { isFromProgram } from '../../web/honeypot';
import { limit } from '../../web/limits';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { findPerson } from '../accounts';
import { getCollaborative } from '../collaboratives';
import { getMeeting, listRsvps, meetingPolicy, type Meeting } from '../meetings';
import { listMembers } from '../membership';
import { answerAccess, askForAccess } from './access-request.actions';
import { parseAccess, parseAnswer } from './access-request.form';
import { getAccessRequest, listAccessRequests, listStandingNeeds } from './access-request.queries';
import { askView, rawNeeds, sentView } from './access-request.views';
import { accessPaths } from './access.paths';
import { logisticsOf, type Guest } from './logistics';
import { logisticsView, requestView } from './logistics.views';

/** What people need to take part in a meeting: the form for anyone, and the sheet of the staff who arrange it. */
export function accessRoutes(deps: Deps): Router {
  const router = Router();
  router.get(accessPaths.ask.pattern, async (req, res) => {
    const { id } = signedOrNot(res);
    const person = id === null ? undefined : await findPerson(deps.reads, id);
    const known =
      person === undefined ? {} : { name: person.name, email: person.email ?? '', phone: person.phone, ...rawNeeds(person.accessNeeds) };
    await showForm(deps, res, req.params.id, blankForm(known));
  });
  router.post(accessPaths.ask.pattern, (req, res) => ask(deps, req, res));
  router.get(accessPaths.sent.pattern, async (req, res) => {
    renderPage(res, 'access/sent', sentView(requestContext(res).t, await meetingFor(deps, res, req.params.id)));
  });
  staffRoutes(deps, router);
  return router;
}

const signedOrNot = (res: Response) => requestContext(res).actor;

async function ask(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { actor, locale } = requestContext(res);
  const { id } = req.params;
  if (isFromProgram(req.body)) {
    res.redirect(303, accessPaths.sent({ id }));
    return;
  }
  await meetingFor(deps, res, id);
  const form = parseAccess(req.body);
  if (!form.ok) {
    await showForm(deps, res, id, form, 422);
    return;
  }
  await limit(deps, { name: 'access', key: req.ip ?? '', points: 10, seconds: 3600 });
  await limit(deps, { name: 'access-address', key: form.values.email ?? form.values.phone, points: 5, seconds: 3600 });
  await askForAccess(deps, actor, { meetingId: id, locale, asked: form.values });
  res.redirect(303, accessPaths.sent({ id }));
}

async function showForm(deps: Deps, res: Response, id: string, form: FormState, status = 200): Promise<void> {
  const { t, now } = requestContext(res);
  renderPage(res, 'access/ask', askView(t, await meetingFor(deps, res, id), { form, now }), status);
}

async function meetingFor(deps: Deps, res: Response, id: string): Promise<Meeting> {
  const meeting = await getMeeting(deps.reads, id);
  conceal(meetingPolicy.view(requestContext(res).actor, meeting));
  return meeting;
}

function staffRoutes(deps: Deps, router: Router): void {
  router.use([accessPaths.logistics.pattern], requireSignIn);
  router.get(accessPaths.logistics.pattern, async (req, res) => {
    const meeting = await meetingToArrange(deps, res, req.params.id);
    const requests = await listAccessRequests(deps.reads, meeting.id);
    const logistics = logisticsOf(await guestsOf(deps, meeting), requests);
    const { slug } = await getCollaborative(deps.reads, meeting.collaborativeId);
    renderPage(res, 'access/logistics', logisticsView(requestContext(res).t, { meeting, slug, logistics, requests }));
  });
  router.get(accessPaths.request.pattern, async (req, res) => {
    await showRequest(deps, res, req.params, blankForm());
  });
  router.post(accessPaths.answer.pattern, async (req, res) => {
    const { id: meetingId, request: requestId } = req.params;
    await meetingToArrange(deps, res, meetingId);
    const form = parseAnswer(req.body);
    if (!form.ok) {
      await showRequest(deps, res, req.params, form, 422);
      return;
    }
    const { email } = await answerAccess(deps, signedIn(res), { meetingId, requestId, given: form.values });
    const { t } = requestContext(res);
    setFlash(req as Request, email === null ? t('access.request.savedCall') : t('access.request.saved'));
    res.redirect(303, accessPaths.logistics({ id: meetingId }));
  });
}

async function showRequest(
  deps: Deps,
  res: Response,
  { id, request: requestId }: { readonly id: string; readonly request: string },
  form: FormState,
  status = 200,
): Promise<void> {
  const meeting = await meetingToArrange(deps, res, id);
  const request = await getAccessRequest(deps.reads, id, requestId);
  renderPage(res, 'access/request', requestView(requestContext(res).t, { meeting, request, form }), status);
}

async function meetingToArrange(deps: Deps, res: Response, id: string): Promise<Meeting> {
  const meeting = await getMeeting(deps.reads, id);
  conceal(meetingPolicy.arrange(requestContext(res).actor, meeting.collaborativeId));
  return meeting;
}

/** The members of the day with what they answered and need: four queries, however many they are. */
async function guestsOf(deps: Deps, meeting: Meeting): Promise<Guest[]> {
  const members = await listMembers(deps.reads, meeting.collaborativeId, dateOf(meeting.startsAt));
  const answers = new Map((await listRsvps(deps.reads, meeting.id)).map(({ personId, answer }) => [personId, answer]));
  const needs = await listStandingNeeds(
    deps.reads,
    members.map(({ personId }) => personId),
  );
  return members.map(({ personId, name }) => ({ personId, name, answer: answers.get(personId) ?? null, needs: needs.get(personId) ?? {} }));
}
