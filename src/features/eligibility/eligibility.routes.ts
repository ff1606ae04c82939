import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { rawForm, rawText } from '../../lib/form';
import { withQuery } from '../../lib/path';
import type { Instant } from '../../lib/time';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listOpenCycles, seatsOnOffer, type Answers, type Cycle } from '../cycles';
import { asAnswers, eligibility, type Eligibility, type EligibilityAnswers } from './eligibility';
import { readEligibility } from './eligibility.form';
import { eligibilityPaths } from './eligibility.paths';
import { answerView, askView } from './eligibility.views';

/** Where applying begins and goes on to, and how what was said goes along; handed in by those who know. */
interface Onward {
  readonly start: string;
  readonly begin: string;
  readonly carry: (req: Request, said: Answers, now: Instant) => void;
}

/** "Is there a place for me?": three questions. What was said is kept by nobody, unless the reader goes on to the form. */
export function eligibilityRoutes(deps: Deps, onward: Onward): Router {
  const router = Router();

  router.get(eligibilityPaths.ask.pattern, async (req, res) => {
    const cycle = await cycleAsked(deps, req.query['cycle'], requestContext(res).now);
    if (cycle === undefined) res.redirect(303, onward.start);
    else ask(res, onward, cycle, blankForm());
  });

  router.post(eligibilityPaths.ask.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const cycle = await cycleAsked(deps, rawText(rawForm(req.body), 'cycle'), now);
    const form = readEligibility(req.body);
    if (cycle === undefined) res.redirect(303, onward.start);
    else if (!form.ok) ask(res, onward, cycle, form);
    else {
      const found = await findPlace(deps, cycle, form.values);
      renderPage(res, 'eligibility/answer', { ...answerView(t, { found, answers: form.values, code: cycle.code }), unlisted: true });
    }
  });

  router.post(eligibilityPaths.goOn.pattern, async (req, res) => {
    const { now } = requestContext(res);
    const cycle = await cycleAsked(deps, rawText(rawForm(req.body), 'cycle'), now);
    const form = readEligibility(req.body);
    if (cycle === undefined || !form.ok) {
      res.redirect(303, onward.start);
      return;
    }
    onward.carry(req, asAnswers(form.values, await findPlace(deps, cycle, form.values)), now);
    res.redirect(303, withQuery(onward.begin, { cycle: cycle.code }));
  });

  return router;
}

async function findPlace(deps: Deps, cycle: Cycle, answers: EligibilityAnswers): Promise<Eligibility> {
  const onOffer = await seatsOnOffer(deps.reads, cycle.id);
  return eligibility(
    answers,
    onOffer.map(({ constituency }) => constituency),
  );
}

function ask(res: Response, onward: Onward, cycle: Cycle, form: FormState): void {
  const view = askView(requestContext(res).t, cycle, form, withQuery(onward.begin, { cycle: cycle.code }));
  renderPage(res, 'eligibility/ask', view, Object.keys(form.errors).length === 0 ? 200 : 422);
}

/** The open cycle asked for by its code, else the one that closes first. */
async function cycleAsked(deps: Deps, code: unknown, now: string): Promise<Cycle | undefined> {
  const open = await listOpenCycles(deps.reads, now);
  return open.find((cycle) => cycle.code === code) ?? open[0];
}
