import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { rawForm, rawText } from '../../lib/form';
import { withQuery } from '../../lib/path';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { listOpenCycles, seatsOnOffer, type Cycle } from '../cycles';
import { eligibility } from './eligibility';
import { readEligibility } from './eligibility.form';
import { eligibilityPaths } from './eligibility.paths';
import { answerView, askView } from './eligibility.views';

/** Where applying begins and goes on to, handed in by those who know. */
interface Onward {
  readonly start: string;
  readonly begin: string;
}

/** "Is there a place for me?": three questions before anything is kept. */
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
      const onOffer = (await seatsOnOffer(deps.reads, cycle.id)).map(({ constituency }) => constituency);
      const backHref = withQuery(eligibilityPaths.ask(), { cycle: cycle.code });
      const view = answerView(t, {
        found: eligibility(form.values, onOffer),
        answers: form.values,
        beginHref: withQuery(onward.begin, { cycle: cycle.code }),
        backHref,
      });
      renderPage(res, 'eligibility/answer', { ...view, unlisted: true });
    }
  });

  return router;
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
