import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { conceal } from '../../lib/policy';
import { renderPdf } from '../../pdf';
import { sendMade } from '../../web/made-files';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { getPerson } from '../accounts';
import { getCollaborative } from '../collaboratives';
import { paperOf } from '../desk';
import { onboardingPaths } from './onboarding.paths';
import { onboardingPolicy } from './onboarding.policy';
import { packetParts, packetTitle } from './packet.views';
import { getPlan } from './plan.queries';
import { listTasks } from './task.queries';

/** A checklist on paper, in the language of the member, for people without e-mail. */
export function packetRoutes(deps: Deps): Router {
  const router = Router();
  router.get(onboardingPaths.packet.pattern, async (req, res) => {
    const { id } = req.params;
    const { title, parts, t: own } = await packetOf(deps, res, id);
    const { t } = requestContext(res);
    const back = { text: t('onboarding.packet.back'), href: onboardingPaths.plan({ id }) };
    const pdf = { text: t('onboarding.packet.pdf'), href: onboardingPaths.packetPdf({ id }) };
    renderPage(res, 'desk/paper', { title, lang: own.locale, parts, back, pdf, unlisted: true });
  });
  router.get(onboardingPaths.packetPdf.pattern, async (req, res) => {
    const { t, title, parts, seat } = await packetOf(deps, res, req.params.id);
    const bytes = await renderPdf(paperOf(t, title, parts, deps.clock.now()));
    sendMade(res, { name: `checklist-${seat}.pdf`, type: 'application/pdf' }).send(bytes);
  });
  return router;
}

async function packetOf(deps: Deps, res: Response, id: string) {
  const { actor } = requestContext(res);
  const plan = await getPlan(deps.reads, id);
  conceal(onboardingPolicy.board(actor, plan.collaborativeId));
  const { locale } = await getPerson(deps.reads, plan.personId);
  const t = deps.translate(locale);
  const collaborative = await getCollaborative(deps.reads, plan.collaborativeId);
  const parts = packetParts(t, { plan, tasks: await listTasks(deps.reads, [id]), collaborative });
  return { t, title: packetTitle(t, plan), parts, seat: plan.seatCode };
}
