import { Router, type Request, type RequestHandler, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { fieldError, parseForm, type FormErrors } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { hasSecondFactor } from './account';
import { inviteForm, roleForm } from './account.form';
import { accountPaths } from './account.paths';
import { findAccount } from './account.queries';
import { confirmFactorReset, findFactorReset, requestFactorReset } from './factor-reset.actions';
import { sendAgain, takeInvitationBack } from './invitation.actions';
import { listInvitations } from './invitation.queries';
import { closeAccount, invitePerson, reopenAccount } from './people.actions';
import { invitePage, peoplePage, personPage, type PersonFile } from './people.views';
import { getPerson, listPeople } from './person.queries';
import { isWellPlaced, wrongDays, type Role } from './role';
import { endRole, grantRole } from './role.actions';
import { peoplePolicy } from './role.policy';
import { listPlaces, listRolesOf } from './role.queries';
import { listStandInsOf } from './stand-in.queries';

/** People and their roles, for administrators; to anybody else these pages do not exist. */
export function peopleRoutes(deps: Deps): Router {
  const router = Router();
  router.use(accountPaths.people.pattern, requireSignIn, administratorsOnly);
  listRoutes(router, deps);
  inviteRoutes(router, deps);
  personRoutes(router, deps);
  actRoutes(router, deps);
  return router;
}

const administratorsOnly: RequestHandler = (_req, res, next) => {
  conceal(peoplePolicy.view(requestContext(res).actor));
  next();
};

function listRoutes(router: Router, deps: Deps): void {
  router.get(accountPaths.people.pattern, async (req, res) => {
    const search = queryText(req, 'search') ?? '';
    const after = queryText(req, 'after');
    renderPage(
      res,
      'accounts/people',
      peoplePage(requestContext(res).t, await listPeople(deps.reads, search.trim().slice(0, 100), after), { search, after }),
    );
  });
}

function inviteRoutes(router: Router, deps: Deps): void {
  const render = async (res: Response, state: FormState, status = 200) => {
    const given = { locales: deps.locales, places: await listPlaces(deps.reads) };
    renderPage(res, 'accounts/form', invitePage(requestContext(res).t, state, given), status);
  };

  router.get(accountPaths.invite.pattern, (_req, res) => render(res, blankForm({ locale: 'en', role: 'staff' })));

  router.post(accountPaths.invite.pattern, async (req, res) => {
    const form = parseForm(inviteForm(deps.locales), req.body);
    const wanted = form.ok ? await roleOf(deps, form.values, res) : form;
    if (!form.ok || 'errors' in wanted) {
      await render(res, { raw: form.raw, errors: 'errors' in wanted ? wanted.errors : {} }, 422);
      return;
    }
    const { name, email, locale } = form.values;
    const id = await invitePerson(deps, requestContext(res).actor, { name, email, locale }, wanted);
    setFlash(req, requestContext(res).t('accounts.invite.done'));
    res.redirect(303, accountPaths.person({ id }));
  });
}

function personRoutes(router: Router, deps: Deps): void {
  const render = async (res: Response, id: string, state: FormState, status = 200) => {
    const { t, actor, now } = requestContext(res);
    renderPage(res, 'accounts/person', personPage(t, actor, await fileOf(deps, id), state, now), status);
  };

  router.get(accountPaths.person.pattern, (req, res) => render(res, req.params.id, blankForm({ role: 'staff' })));

  router.post(accountPaths.grant.pattern, async (req, res) => {
    const { actor, t } = requestContext(res);
    const { id } = req.params;
    const form = parseForm(roleForm, req.body);
    const wanted = form.ok ? await roleOf(deps, form.values, res) : form;
    if (!form.ok || 'errors' in wanted) {
      await render(res, id, { raw: form.raw, errors: 'errors' in wanted ? wanted.errors : {} }, 422);
      return;
    }
    await grantRole(deps, actor, id, wanted);
    setFlash(req, t('accounts.people.granted'));
    res.redirect(303, accountPaths.person({ id }));
  });

  router.post(accountPaths.endRole.pattern, async (req, res) => {
    await endRole(deps, requestContext(res).actor, req.params.id, req.params.role);
    res.redirect(303, accountPaths.person({ id: req.params.id }));
  });
}

function actRoutes(router: Router, deps: Deps): void {
  const acts = [
    [accountPaths.invitationAgain.pattern, sendAgain],
    [accountPaths.invitationBack.pattern, takeInvitationBack],
    [accountPaths.closing.pattern, closeAccount],
    [accountPaths.reopening.pattern, reopenAccount],
    [accountPaths.resetRequest.pattern, requestFactorReset],
    [accountPaths.resetConfirmation.pattern, confirmFactorReset],
  ] as const;
  for (const [pattern, act] of acts) {
    router.post(pattern, async (req: Request<{ id: string }>, res: Response) => {
      await act(deps, requestContext(res).actor, req.params.id);
      setFlash(req as Request, requestContext(res).t('common.saved'));
      res.redirect(303, accountPaths.person({ id: req.params.id }));
    });
  }
}

type RoleToGive = Pick<Role, 'role' | 'collaborativeId' | 'cycleId' | 'startsOn' | 'endsOn'>;

/** The role of a form, or what is wrong with its place or its days; without a first day it begins today. */
async function roleOf(
  deps: Deps,
  form: { role: Role['role']; collaborative: string; startsOn: string; endsOn: string },
  res: Response,
): Promise<RoleToGive | { errors: FormErrors }> {
  const today = dateOf(requestContext(res).now);
  const collaborativeId = form.collaborative === '' ? null : form.collaborative;
  const isKnown = collaborativeId === null || (await listPlaces(deps.reads)).some(({ id }) => id === collaborativeId);
  const endsOn = form.endsOn === '' ? null : form.endsOn;
  const role = { role: form.role, collaborativeId, cycleId: null, startsOn: form.startsOn === '' ? today : form.startsOn, endsOn };
  if (!isKnown || !isWellPlaced(role)) return { errors: { collaborative: fieldError('accounts.errors.rolePlace') } };
  const wrong = wrongDays(role, today);
  return wrong === null ? role : { errors: { [wrong]: fieldError(`accounts.errors.${wrong}`) } };
}

async function fileOf(deps: Deps, id: string): Promise<PersonFile> {
  const person = await getPerson(deps.reads, id);
  const account = await findAccount(deps.reads, id);
  return {
    person,
    roles: await listRolesOf(deps.reads, id),
    standIns: await listStandInsOf(deps.reads, id),
    places: await listPlaces(deps.reads),
    invitations: await listInvitations(deps.reads, id),
    hasAccount: account !== undefined,
    isClosed: (account?.closedAt ?? null) !== null,
    hasSecondFactor: account !== undefined && hasSecondFactor(account),
    resetRequestedBy: (await findFactorReset({ ...deps, db: deps.reads }, id))?.requestedBy,
    events: await listEvents(deps.reads, { kind: 'person', id }),
  };
}

function queryText(req: Request, name: string): string | undefined {
  const value = req.query[name];
  return typeof value === 'string' ? value : undefined;
}
