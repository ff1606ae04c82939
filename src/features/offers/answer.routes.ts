import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import type { FormState } from '../../web/form-view';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { peekToken } from '../accounts';
import { getApplicationByReference, getCandidacy } from '../applications';
import { getCollaborative } from '../collaboratives';
import { getCycle } from '../cycles';
import { getSeat } from '../membership';
import { offerPurpose } from './carry-out.actions';
import { acceptOffer, declineOffer, type WhenAccepted } from './offer.actions';
import { findLatestOffer } from './offer.queries';
import { declineView, offerView, type OfferFacts } from './offer.views';
import { offerPaths } from './offer.paths';
import { offerPolicy } from './offer.policy';
import { askQuestion } from './question.actions';
import { parseDecline, parseQuestion } from './question.form';
import { listQuestions } from './question.queries';

type ByReference = Request<{ ref: string }>;

/** An applicant's offer: seen and answered by account or through the letter's link. */
export function answerRoutes(deps: Deps, whenAccepted: WhenAccepted): Router {
  const router = Router();

  router.get(offerPaths.open.pattern, async (req: Request<{ ref: string; token: string }>, res) => {
    const { ref, token } = req.params;
    const found = await peekToken(deps.reads, offerPurpose, token, requestContext(res).now);
    const application = await getApplicationByReference(deps.reads, ref);
    if (found?.subjectId !== application.id) throw new NotFound('offers.errors.linkOver');
    req.session.applicationIds = [...(req.session.applicationIds ?? []).filter((id) => id !== application.id), application.id].slice(-10);
    res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
    res.redirect(303, offerPaths.show({ ref: application.reference }));
  });

  router.get(offerPaths.show.pattern, async (req: ByReference, res) => {
    const facts = await ownOffer(deps, req, res);
    renderPage(res, 'offers/offer', offerView(requestContext(res).t, facts));
  });

  router.get(offerPaths.askDecline.pattern, async (req: ByReference, res) => {
    const facts = await ownOffer(deps, req, res);
    if (facts.offer.status === 'open') renderPage(res, 'offers/decline', declineView(requestContext(res).t, facts));
    else res.redirect(303, offerPaths.show(req.params));
  });

  postRoutes(deps, router, whenAccepted);
  return router;
}

function postRoutes(deps: Deps, router: Router, whenAccepted: WhenAccepted): void {
  router.post(offerPaths.accept.pattern, async (req: ByReference, res) => {
    const { actor, t } = requestContext(res);
    await acceptOffer(deps, actor, { reference: req.params.ref }, whenAccepted);
    setFlash(req, t('offers.offer.acceptedFlash'));
    res.redirect(303, offerPaths.show(req.params));
  });

  router.post(offerPaths.ask.pattern, async (req: ByReference, res) => {
    const { actor, t } = requestContext(res);
    const parsed = parseQuestion(req.body);
    if (!parsed.ok) {
      renderPage(res, 'offers/offer', offerView(t, await ownOffer(deps, req, res, parsed)), 422);
      return;
    }
    await askQuestion(deps, actor, { reference: req.params.ref, words: parsed.values.words });
    setFlash(req, t('offers.offer.asked'));
    res.redirect(303, offerPaths.show(req.params));
  });

  router.post(offerPaths.decline.pattern, async (req: ByReference, res) => {
    const { actor, t } = requestContext(res);
    const parsed = parseDecline(req.body);
    await declineOffer(deps, actor, { reference: req.params.ref, reason: parsed.ok ? parsed.values.reason : '' });
    setFlash(req, t('offers.offer.declinedFlash'));
    res.redirect(303, offerPaths.show(req.params));
  });
}

async function ownOffer(deps: Deps, req: ByReference, res: Response, returned: FormState | null = null): Promise<OfferFacts> {
  const { actor, now } = requestContext(res);
  const db = deps.reads;
  const application = await getApplicationByReference(db, req.params.ref);
  conceal(offerPolicy.answer(actor, { applicationId: application.id, applicantId: application.personId }));
  const offer = await findLatestOffer(db, application.id);
  if (offer === undefined) throw new NotFound();
  res.set('Cache-Control', 'no-store');
  const candidacy = await getCandidacy(db, offer.candidacyId);
  return {
    application,
    offer,
    now,
    returned,
    questions: await listQuestions(db, offer.id),
    seat: await getSeat(db, offer.seatId),
    cycle: await getCycle(db, application.cycleId),
    collaborative: await getCollaborative(db, candidacy.collaborativeId),
  };
}
