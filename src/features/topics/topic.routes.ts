import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { fieldError, rawForm } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { limit } from '../../web/limits';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { isOpenForItems } from '../agendas';
import { getCollaborative, getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import { isInTime, listMeetings } from '../meetings';
import { answerTopic, proposeTopic } from './topic.actions';
import { parseDecision, parseTopic, rawDecision } from './topic.form';
import { topicPaths } from './topic.paths';
import { topicPolicy } from './topic.policy';
import { getTopic, listTopics, type ListedTopic } from './topic.queries';
import { topicDeskView, topicsView, topicView } from './topic.views';

/** Topics that members propose, and the desk that answers them. */
export function topicRoutes(deps: Deps): Router {
  const router = Router();
  router.use([topicPaths.mine.pattern, topicPaths.desk.pattern], requireSignIn);
  router.get(topicPaths.mine.pattern, async (_req, res) => {
    const seat = signedIn(res).seats.find(({ status }) => status !== 'pending');
    if (seat === undefined) throw new NotFound();
    res.redirect(303, topicPaths.list({ slug: (await getCollaborative(deps.reads, seat.collaborativeId)).slug }));
  });
  router.get(topicPaths.list.pattern, (req, res) => {
    const { locale } = requestContext(res);
    return showList(deps, res, req.params.slug, blankForm({ minutes: '10', language: locale }));
  });
  router.post(topicPaths.list.pattern, (req, res) => propose(deps, req, res));
  router.get(topicPaths.desk.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
    conceal(topicPolicy.decide(actor, collaborative.id));
    renderPage(res, 'topics/list', topicDeskView(t, { collaborative, topics: await listTopics(deps.reads, collaborative.id) }));
  });
  router.get(topicPaths.one.pattern, async (req, res) => {
    const at = await topicAt(deps, res, req.params);
    await showOne(deps, res, at, { form: blankForm(rawDecision(at.topic)), isStale: false, status: 200 });
  });
  router.post(topicPaths.decision.pattern, (req, res) => answer(deps, req, res));
  return router;
}

async function showList(deps: Deps, res: Response, slug: string, form: FormState, status = 200): Promise<void> {
  const { t } = requestContext(res);
  const actor = signedIn(res);
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  conceal(topicPolicy.propose(actor, collaborative.id));
  const topics = await listTopics(deps.reads, collaborative.id);
  const mayDecide = topicPolicy.decide(actor, collaborative.id).allowed;
  renderPage(res, 'topics/list', topicsView(t, { collaborative, topics, ownId: actor.id, mayDecide, form }), status);
}

async function propose(deps: Deps, req: Request<{ slug: string }>, res: Response): Promise<void> {
  const { slug } = req.params;
  const actor = signedIn(res);
  const collaborative = await getCollaborativeBySlug(deps.db, slug);
  conceal(topicPolicy.propose(actor, collaborative.id));
  const parsed = parseTopic(req.body);
  if (!parsed.ok) return showList(deps, res, slug, parsed, 422);
  await limit(deps, { name: 'topics', key: actor.id, points: 10, seconds: 24 * 3600 });
  await proposeTopic(deps, actor, collaborative.id, parsed.values);
  setFlash(req, requestContext(res).t('topics.sent'));
  res.redirect(303, topicPaths.list({ slug }));
}

interface At {
  readonly collaborative: Collaborative;
  readonly topic: ListedTopic;
}

async function topicAt(deps: Deps, res: Response, { slug, id }: { slug: string; id: string }): Promise<At> {
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  conceal(topicPolicy.decide(requestContext(res).actor, collaborative.id));
  const topic = await getTopic(deps.reads, id);
  if (topic.collaborativeId !== collaborative.id) throw new NotFound();
  return { collaborative, topic };
}

interface Shown {
  readonly form: FormState;
  readonly isStale: boolean;
  readonly status: number;
}

async function showOne(deps: Deps, res: Response, { collaborative, topic }: At, { form, isStale, status }: Shown): Promise<void> {
  const { t, now } = requestContext(res);
  const { rows } = await listMeetings(deps.reads, collaborative.id, now, { when: 'upcoming', withDrafts: true });
  const meetings = rows
    .filter((meeting) => meeting.collaborativeId === collaborative.id && isOpenForItems(meeting))
    .map((meeting) => ({ ...meeting, isLate: !isInTime(meeting, now, collaborative.settings.noticeHours) }));
  renderPage(res, 'topics/one', topicView(t, { collaborative, topic, meetings, form, isStale }), status);
}

async function answer(deps: Deps, req: Request<{ slug: string; id: string }>, res: Response): Promise<void> {
  const at = await topicAt(deps, res, req.params);
  const parsed = parseDecision(req.body);
  if (!parsed.ok) return showOne(deps, res, at, { form: parsed, isStale: false, status: 422 });
  const result = await answerTopic(deps, signedIn(res), at.topic.id, parsed.values);
  if (result === 'stale') {
    const form = blankForm(rawForm(req.body));
    return showOne(deps, res, await topicAt(deps, res, req.params), { form, isStale: true, status: 409 });
  }
  if (result === 'noMeeting') {
    const errors = { where: fieldError('topics.errors.noMeeting') };
    return showOne(deps, res, at, { form: { raw: parsed.raw, errors }, isStale: false, status: 422 });
  }
  setFlash(req, requestContext(res).t('topics.desk.done'));
  res.redirect(303, topicPaths.desk({ slug: req.params.slug }));
}
