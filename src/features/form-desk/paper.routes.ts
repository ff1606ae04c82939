import { Router } from 'express';
import type { Deps } from '../../deps';
import { conceal, allowIf } from '../../lib/policy';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { applyPaths } from '../applications';
import { listCollaboratives } from '../collaboratives';
import { cycleIsOpen } from '../cycles';
import { formDeskPolicy } from './form-desk.policy';
import { loadFormDesk } from './form-desk.queries';
import { paperView } from './paper.views';

/** The blank form to print: public while the cycle is open; whoever sees the cycle prints what its desk shows. */
export function paperRoutes(deps: Deps): Router {
  const router = Router();

  router.get(applyPaths.paper.pattern, async (req, res) => {
    const { actor, t, now } = requestContext(res);
    const { cycle, inForce, form } = await loadFormDesk(deps.reads, req.params.code, now);
    const isOpen = cycleIsOpen(cycle, now);
    conceal(allowIf(isOpen || formDeskPolicy.read(actor, cycle).allowed, 'forms.denied.read'));
    const collaboratives = (await listCollaboratives(deps.reads)).filter(({ id }) => cycle.collaborativeIds.includes(id));
    const href = applyPaths.paper({ code: cycle.code });
    renderPage(res, 'form-desk/paper', paperView(t, { cycle, form: isOpen ? inForce : form, collaboratives, href }));
  });

  return router;
}
