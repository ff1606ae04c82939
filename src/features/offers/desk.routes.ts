import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { Invalid } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getApplication, getCandidacy } from '../applications';
import { getCollaborative } from '../collaboratives';
import { getCycle } from '../cycles';
import { getSeat } from '../membership';
import { boardAt, slatePolicy } from '../selection';
import { offerDeskView, type DeskFacts } from './desk.views';
import { listBoardOffers, type CallsAbout } from './live-board.queries';
import { liveBoardView } from './live-board.views';
import { offerNext } from './next.actions';
import { offerPaths } from './offer.paths';
import { offerPolicy } from './offer.policy';
import { getOffer, listAlternates } from './offer.queries';
import { answerQuestion, extendOffer } from './question.actions';
import { parseAnswer, parseExtension, parseNext } from './question.form';
import { getQuestion, listQuestions } from './question.queries';
import { listFreeSeats } from './settle.queries';

type AtSlate = Request<{ code: string; slug: string }>;
type ById = Request<{ id: string }>;

/** The live board of offers, and one offer, for staff of the collaborative. */
export function deskRoutes(deps: Deps, callsAbout: CallsAbout): Router {
  const router = Router();

  router.get(offerPaths.board.pattern, requireSignIn, async (req: AtSlate, res) => {
    const { actor, t, now } = requestContext(res);
    const board = await boardAt({ ...deps, db: deps.reads }, req.params);
    conceal(slatePolicy.view(actor, board.slate));
    const place = [board.cycle.id, board.collaborative.id] as const;
    const facts = {
      board,
      now,
      offers: await listBoardOffers(deps.reads, ...place),
      calls: await callsAbout(deps.reads, { cycleId: board.cycle.id, collaborativeId: board.collaborative.id }),
      free: await listFreeSeats(deps.reads, ...place),
      alternates: await listAlternates(deps.reads, ...place),
      mayOffer: slatePolicy.release(actor, board.slate).allowed,
    };
    res.set('Cache-Control', 'no-store');
    renderPage(res, 'offers/board', liveBoardView(t, facts));
  });

  router.post(offerPaths.next.pattern, requireSignIn, async (req: AtSlate, res) => {
    const { actor, t } = requestContext(res);
    const parsed = parseNext(req.body);
    if (!parsed.ok) throw new Invalid('errors.invalid.lead');
    const { seat, candidacy } = parsed.values;
    await offerNext(deps, actor, req.params, { seatId: seat, candidacyId: candidacy });
    setFlash(req, t('offers.board.offered'));
    res.redirect(303, offerPaths.board(req.params));
  });

  oneOffer(deps, router);
  return router;
}

function oneOffer(deps: Deps, router: Router): void {
  router.get(offerPaths.desk.pattern, requireSignIn, (req: ById, res) => showOffer(deps, req.params.id, res, null));

  router.post(offerPaths.answer.pattern, requireSignIn, async (req: ById, res) => {
    const { actor, t } = requestContext(res);
    const { offerId } = await getQuestion(deps.reads, req.params.id);
    const parsed = parseAnswer(req.body);
    if (!parsed.ok) return showOffer(deps, offerId, res, { of: req.params.id, state: parsed });
    await answerQuestion(deps, actor, { id: req.params.id, ...parsed.values });
    setFlash(req, t('offers.desk.answered'));
    res.redirect(303, offerPaths.desk({ id: offerId }));
  });

  router.post(offerPaths.extension.pattern, requireSignIn, async (req: ById, res) => {
    const { actor, t } = requestContext(res);
    const parsed = parseExtension(req.body);
    if (!parsed.ok) return showOffer(deps, req.params.id, res, { of: 'extension', state: parsed });
    await extendOffer(deps, actor, { id: req.params.id, ...parsed.values });
    setFlash(req, t('offers.desk.wasExtended'));
    res.redirect(303, offerPaths.desk(req.params));
  });
}

async function showOffer(deps: Deps, id: string, res: Response, returned: DeskFacts['returned']): Promise<void> {
  const { actor, t } = requestContext(res);
  const db = deps.reads;
  const offer = await getOffer(db, id);
  const { collaborativeId, cycleId } = await getCandidacy(db, offer.candidacyId);
  conceal(offerPolicy.view(actor, { collaborativeId }));
  const view = offerDeskView(t, {
    offer,
    returned,
    application: await getApplication(db, offer.applicationId),
    seat: await getSeat(db, offer.seatId),
    cycle: await getCycle(db, cycleId),
    collaborative: await getCollaborative(db, collaborativeId),
    questions: await listQuestions(db, offer.id),
    mayManage: offerPolicy.manage(actor, { collaborativeId }).allowed,
  });
  renderPage(res, 'offers/desk', view, returned === null ? 200 : 422);
}
