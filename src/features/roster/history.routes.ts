import { Router } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import type { Actor } from '../../lib/actor';
import { dateOf } from '../../lib/time';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { getCollaborativeBySlug, listCollaboratives } from '../collaboratives';
import { getSeatByCode, isListedOn, membershipPolicy } from '../membership';
import { personHistoryView, seatHistoryView, type ReadLife } from './history.views';
import { listLives } from './life.queries';
import { profilePolicy } from './profile';
import { findProfile } from './profile.queries';
import type { Life } from './roster';
import { rosterPaths } from './roster.paths';

/** Who has held a seat, and where a person has sat: for everyone, with what only staff are told for staff. */
export function historyRoutes(deps: Deps): Router {
  const router = Router();
  router.get(rosterPaths.seat.pattern, async (req, res) => {
    const { t, now, actor } = requestContext(res);
    const today = dateOf(now);
    const collaborative = await getCollaborativeBySlug(deps.reads, req.params.c);
    const seat = await getSeatByCode(deps.reads, collaborative.id, req.params.code);
    const lives = (await listLives(deps.reads, { seatId: seat.id })).filter(({ startedOn }) => startedOn <= today);
    renderPage(res, 'roster/history', seatHistoryView(t, { collaborative, seat, lives: readBy(actor, lives), today }));
  });
  router.get(rosterPaths.person.pattern, async (req, res) => {
    const { t, now, actor } = requestContext(res);
    const today = dateOf(now);
    const lives = (await listLives(deps.reads, { personId: req.params.id })).filter(({ startedOn }) => startedOn <= today);
    const [latest] = lives;
    // Whoever never sat has no page: nobody may learn from here who is a person to us.
    if (latest === undefined) throw new NotFound();
    const bodies = new Map((await listCollaboratives(deps.reads)).map(({ id, slug, name }) => [id, { slug, name }]));
    const sits = lives.some((life) => isListedOn(life, today));
    const profile = sits ? await findProfile(deps.reads, latest.personId) : undefined;
    const collaborativeIds = lives.map(({ collaborativeId }) => collaborativeId);
    const mayTakeDown = profilePolicy.takeDown(actor, { personId: latest.personId, collaborativeIds }).allowed;
    const shown = { name: latest.name, lives: readBy(actor, lives), bodies, today, profile, mayTakeDown };
    renderPage(res, 'roster/history', personHistoryView(t, shown));
  });
  return router;
}

const readBy = (actor: Actor, lives: readonly Life[]): ReadLife[] =>
  lives.map((life) => ({ life, isInside: membershipPolicy.view(actor, life).allowed }));
