import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { isApproverThemselves } from '../../lib/actor';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { accountPaths, getPerson, listColleagues, listRolesOf } from '../accounts';
import { endDeputy, nameDeputy } from './deputy.actions';
import { parseDeputy } from './deputy.form';
import { deputyPaths } from './deputy.paths';
import { deputyPolicy } from './deputy.policy';
import { listDeputiesAbout } from './deputy.queries';
import { deputiesView, type Shown } from './deputy.views';

type ById = Request<{ id: string }>;

/** Who stands in for an approver: the approver's own page, and an administrator's for anybody. */
export function deputyRoutes(deps: Deps): Router {
  const router = Router();

  router.get(deputyPaths.own.pattern, requireSignIn, (_req, res) => showOwn(deps, res, blankForm()));
  router.post(deputyPaths.own.pattern, requireSignIn, async (req, res) => {
    await assertOwn(deps, res);
    const failed = await name(deps, req, res, signedIn(res).id);
    if (failed === null) res.redirect(303, deputyPaths.own());
    else await showOwn(deps, res, failed, 422);
  });

  router.post(deputyPaths.ending.pattern, requireSignIn, async (req: ById, res) => {
    const { actor, t } = requestContext(res);
    const ended = await endDeputy(deps, actor, req.params.id);
    setFlash(req as Request, t('deputies.done.ended'));
    const isOwn = actor.id === ended.approverId || actor.id === ended.deputyId;
    res.redirect(303, isOwn ? deputyPaths.own() : deputyPaths.of({ id: ended.approverId }));
  });

  router.get(deputyPaths.of.pattern, requireSignIn, (req: ById, res) => showOf(deps, req, res, blankForm()));
  router.post(deputyPaths.of.pattern, requireSignIn, async (req: ById, res) => {
    conceal(deputyPolicy.viewOthers(requestContext(res).actor));
    const failed = await name(deps, req as Request, res, (await getPerson(deps.reads, req.params.id)).id);
    if (failed === null) res.redirect(303, deputyPaths.of(req.params));
    else await showOf(deps, req, res, failed, 422);
  });
  return router;
}

/** Names a deputy of this approver; answers what is wrong with the form, or null when it is done. */
async function name(deps: Deps, req: Request, res: Response, approverId: string): Promise<FormState | null> {
  const { actor, t, now } = requestContext(res);
  const form = parseDeputy(req.body, dateOf(now));
  if (!form.ok) return form;
  const { collaborative: collaborativeId, deputy: deputyId, starts_on: startsOn, ends_on: endsOn } = form.values;
  await nameDeputy(deps, actor, { collaborativeId, approverId, deputyId, startsOn, endsOn });
  setFlash(req, t('deputies.done.named'));
  return null;
}

async function assertOwn(deps: Deps, res: Response) {
  const { id } = signedIn(res);
  const { actor, now } = requestContext(res);
  const deputies = await listDeputiesAbout(deps.reads, id, dateOf(now));
  conceal(deputyPolicy.view(actor, { isNamed: deputies.length > 0 }));
  return deputies;
}

async function showOwn(deps: Deps, res: Response, state: FormState, status = 200): Promise<void> {
  const { actor, t } = requestContext(res);
  const { id } = signedIn(res);
  const deputies = await assertOwn(deps, res);
  const shown = await knownOf(deps, res, id);
  const places = shown.places.filter((place) => isApproverThemselves(actor, place.id));
  const breadcrumbs = [{ text: t('layout.navigation.staff'), href: '/staff' }];
  const page = { ...shown, places, deputies, name: null, action: deputyPaths.own(), breadcrumbs, state };
  renderPage(res, 'deputies/show', deputiesView(t, page), status);
}

async function showOf(deps: Deps, req: ById, res: Response, state: FormState, status = 200): Promise<void> {
  const { actor, t } = requestContext(res);
  conceal(deputyPolicy.viewOthers(actor));
  const person = await getPerson(deps.reads, req.params.id);
  const deputies = await listDeputiesAbout(deps.reads, person.id, dateOf(requestContext(res).now));
  const shown = await knownOf(deps, res, person.id);
  const colleagues = shown.colleagues.filter(({ id }) => id !== actor.id);
  const breadcrumbs = [
    { text: t('accounts.people.title'), href: accountPaths.people() },
    { text: person.name, href: accountPaths.person({ id: person.id }) },
  ];
  const page = { ...shown, colleagues, deputies, name: person.name, action: deputyPaths.of(req.params), breadcrumbs, state };
  renderPage(res, 'deputies/show', deputiesView(t, page), status);
}

/** Where a person approves (or will), and who could stand in for them. */
async function knownOf(deps: Deps, res: Response, personId: string): Promise<Pick<Shown, 'personId' | 'places' | 'colleagues' | 'today'>> {
  const today = dateOf(requestContext(res).now);
  const roles = await listRolesOf(deps.reads, personId);
  const places = new Map(
    roles
      .filter(({ role, endsOn }) => role === 'approver' && (endsOn === null || endsOn >= today))
      .flatMap(({ collaborativeId: id, place }) => (id === null || place === null ? [] : [[id, { id, name: place }] as const])),
  );
  const colleagues = (await listColleagues(deps.reads, today)).filter(({ id }) => id !== personId);
  return { personId, places: [...places.values()], colleagues, today };
}
