import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { listEvents } from '../../history/events.queries';
import { formatDate } from '../../i18n/format';
import { field, parseForm } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { calledName, getPerson } from '../accounts';
import { getCollaborative, getCollaborativeBySlug } from '../collaboratives';
import { endMembership, type EndingDoors } from './membership.actions';
import { parseEnding, parseOffice } from './membership.form';
import { membershipPaths } from './membership.paths';
import { membershipPolicy } from './membership.policy';
import { listLeaves } from './leave.queries';
import { getLeavingWords, getMembership } from './membership.queries';
import { membershipView } from './membership.views';
import { lifeRoutes } from './life.routes';
import { planRoutes } from './plan.routes';
import { resignRoutes } from './resign.routes';
import { endOffice, giveOffice } from './office.actions';
import { getOffice, listOffices, listOfficesOf } from './office.queries';
import { officesView } from './office.views';
import { listMembers } from './roster.queries';
import { listSeats } from './seat.queries';
import { seatsView } from './seats.views';

/** Seats, memberships and offices for staff. */
export function membershipRoutes(deps: Deps, doors: EndingDoors): Router {
  const router = Router();
  const { seats, offices, office, officeEnd, membership } = membershipPaths;
  router.use([seats.pattern, offices.pattern, office.pattern, officeEnd.pattern, membership.pattern], requireSignIn);
  router.get(membershipPaths.seats.pattern, async (req, res) => {
    const { actor, t, now } = requestContext(res);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.slug);
    conceal(membershipPolicy.view(actor, { collaborativeId: collaborative.id }));
    const today = dateOf(now);
    const seats = await listSeats(deps.reads, collaborative.id, today, collaborative.settings.endingWithinDays);
    const members = await listMembers(deps.reads, collaborative.id, today);
    const { allowed } = membershipPolicy.change(actor, { collaborativeId: collaborative.id });
    renderPage(res, 'membership/seats', seatsView(t, collaborative, { seats, members, mayChange: allowed }));
  });

  router.get(membershipPaths.offices.pattern, async (req, res) => {
    await showOffices(deps, res, { slug: req.params.slug, form: blankForm() });
  });
  router.post(office.pattern, (req, res) => giveOne(deps, req, res));
  router.post(officeEnd.pattern, (req, res) => endOneOffice(deps, req, res));

  router.get(membershipPaths.membership.pattern, async (req, res) => {
    await showMembership(deps, res, { id: req.params.id, form: blankForm() });
  });
  router.use(planRoutes(deps), lifeRoutes(deps), resignRoutes(deps, doors.whenEnded));
  router.post(membershipPaths.ending.pattern, (req, res) => endOne(deps, doors, req, res));
  return router;
}

async function giveOne(deps: Deps, req: Request<{ slug: string }>, res: Response): Promise<void> {
  const { slug } = req.params;
  const { t } = requestContext(res);
  const form = parseOffice(req.body);
  if (!form.ok) {
    await showOffices(deps, res, { slug, form }, 422);
    return;
  }
  const collaborative = await getCollaborativeBySlug(deps.db, slug);
  const { office, member, starts_on: startsOn, ends_on: endsOn, method, held_on: heldOn, votes } = form.values;
  const wanted = {
    collaborativeId: collaborative.id,
    membershipId: member,
    office,
    startsOn,
    endsOn: endsOn === '' ? null : endsOn,
    election: { method, heldOn, votes: method === 'vote' ? votes : '' },
  };
  await giveOffice(deps, signedIn(res), wanted);
  const person = await getPerson(deps.db, (await getMembership(deps.db, member)).personId);
  setFlash(req, t('membership.offices.saved', { name: calledName(person), date: formatDate(t.locale, startsOn) }));
  res.redirect(303, membershipPaths.offices({ slug }));
}

async function endOneOffice(deps: Deps, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { id } = req.params;
  const { actor, t } = requestContext(res);
  const held = await getOffice(deps.db, id);
  conceal(membershipPolicy.view(actor, held));
  const { slug } = await getCollaborative(deps.db, held.collaborativeId);
  const name = `last_day_${id}`;
  const form = parseForm({ [name]: field.date() }, req.body);
  if (!form.ok) return showOffices(deps, res, { slug, form }, 422);
  await endOffice(deps, signedIn(res), id, form.values[name] ?? '');
  setFlash(req, t('membership.offices.ended'));
  res.redirect(303, membershipPaths.offices({ slug }));
}

async function endOne(deps: Deps, doors: EndingDoors, req: Request<{ id: string }>, res: Response): Promise<void> {
  const { id } = req.params;
  const { actor, t, now } = requestContext(res);
  const membership = await getMembership(deps.db, id);
  conceal(membershipPolicy.view(actor, membership));
  const form = parseEnding(req.body, membership, { today: dateOf(now), locale: t.locale });
  if (!form.ok) {
    await showMembership(deps, res, { id, form }, 422);
    return;
  }
  const { reason, last_day: lastDay, version } = form.values;
  await endMembership(deps, actor, id, { reason, lastDay, version, ...doors });
  setFlash(req, t('membership.show.endedFlash'));
  res.redirect(303, membershipPaths.membership({ id }));
}

async function showOffices(deps: Deps, res: Response, { slug, form }: { slug: string; form: FormState }, status = 200): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const today = dateOf(now);
  const collaborative = await getCollaborativeBySlug(deps.reads, slug);
  const body = { collaborativeId: collaborative.id };
  conceal(membershipPolicy.view(actor, body));
  const offices = await listOffices(deps.reads, collaborative.id, today);
  const members = await listMembers(deps.reads, collaborative.id, today);
  const mayChange = membershipPolicy.change(actor, body).allowed;
  renderPage(res, 'membership/offices', officesView(t, { collaborative, offices, members, mayChange, form }), status);
}

async function showMembership(deps: Deps, res: Response, { id, form }: { id: string; form: FormState }, status = 200): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const membership = await getMembership(deps.reads, id);
  conceal(membershipPolicy.view(actor, membership));
  const person = await getPerson(deps.reads, membership.personId);
  const collaborative = await getCollaborative(deps.reads, membership.collaborativeId);
  const offices = await listOfficesOf(deps.reads, id);
  const events = await listEvents(deps.reads, { kind: 'membership', id });
  const mayChange = membershipPolicy.change(actor, membership).allowed;
  const leaves = await listLeaves(deps.reads, id);
  const words = mayChange ? await getLeavingWords(deps.reads, id) : '';
  const shown = { membership, name: calledName(person), collaborative, offices, events, mayChange, form, leaves, words };
  const view = membershipView(t, shown, dateOf(now));
  renderPage(res, 'membership/show', view, status);
}
