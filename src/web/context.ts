import { promisify } from 'node:util';
import type { Request, RequestHandler, Response } from 'express';
import type { Deps } from '../deps';
import { needsSecondFactor, visitor, type Actor } from '../lib/actor';
import { hoursBetween, type Instant } from '../lib/time';
import { csrfTokenFor } from './csrf';
import { takeFlash } from './flash';
import { localeFor } from './locale';
import type { RequestContext } from './request-context';

/** Finds who a session belongs to; null when the account is closed. Handed in by the accounts feature. */
export type LoadActor = (deps: Deps, personId: string, now: Instant, openedApplicationIds: readonly string[]) => Promise<Actor | null>;

/** Whether a session that was idle too long goes on all the same. Handed in by the feature that runs meetings. */
export type Stays = (deps: Deps, actor: Actor, session: { readonly seenAt: Instant; readonly idleHours: number }) => Promise<boolean>;

interface Doors {
  readonly loadActor: LoadActor;
  readonly stays: Stays;
}

/** A context without a person, before the session is read: what error pages need at least. */
export function visitorContext(deps: Deps): RequestHandler {
  return (req, res, next) => {
    setContext(deps, req, res, visitor(localeFor(req, deps.locales, null)));
    next();
  };
}

/** The context of the person whose session this is. Sessions over their time end here (reliability.md 4.3). */
export function personContext(deps: Deps, doors: Doors): RequestHandler {
  return async (req, res, next) => {
    const { personId, applicationIds = [] } = req.session;
    const unsigned = visitor(localeFor(req, deps.locales, null), applicationIds);
    if (personId === undefined) setContext(deps, req, res, unsigned);
    else setContext(deps, req, res, (await presentActor(deps, req, personId, doors)) ?? visitor(unsigned.locale));
    if (personId !== undefined || applicationIds.length > 0) res.set('Cache-Control', 'no-store');
    next();
  };
}

/** Who is signed in, or null once the account is closed or the session's time is over: then it is taken away. */
async function presentActor(deps: Deps, req: Request, personId: string, doors: Doors): Promise<Actor | null> {
  const now = deps.clock.now();
  const actor = await doors.loadActor(deps, personId, now, req.session.applicationIds ?? []);
  if (actor !== null && !(await isOver(deps, req, actor, doors))) return actor;
  await promisify(req.session.regenerate.bind(req.session))();
  return null;
}

function setContext(deps: Deps, req: Request, res: Response, actor: Actor): void {
  const locale = localeFor(req, deps.locales, actor.id === null ? null : actor.locale);
  let flash: string | null | undefined;
  const context: RequestContext = {
    actor,
    t: deps.translate(locale),
    locale,
    now: deps.clock.now(),
    requestId: res.locals.requestId ?? '',
    csrfToken: () => csrfTokenFor(req),
    address: req.originalUrl,
    get flash() {
      return (flash ??= takeFlash(req));
    },
  };
  res.locals.context = context;
  res.set('Content-Language', locale);
  res.vary('Accept-Language');
  res.vary('Cookie');
}

/** Those with duties: 30 minutes without use, 8 hours in all. Families and members: 60 minutes and 12 hours. No meeting of theirs is cut by idleness. */
async function isOver(deps: Deps, req: Request, actor: Actor, { stays }: Doors): Promise<boolean> {
  const now = deps.clock.now();
  const { times, signedInAt } = req.session;
  const { idle, total } = needsSecondFactor(actor) ? { idle: 0.5, total: 8 } : { idle: 1, total: 12 };
  const begun = signedInAt ?? times?.createdAt ?? now;
  if (hoursBetween(begun, now) >= total) return true;
  const isIdle = times !== undefined && hoursBetween(times.seenAt, now) >= idle;
  return isIdle && !(await stays(deps, actor, { seenAt: times.seenAt, idleHours: idle }));
}
