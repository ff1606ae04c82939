import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { fieldError, type RawForm } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborativeBySlug, type Collaborative } from '../collaboratives';
import type { Priority } from './priority';
import { addPriority, movePriority, removePriority, renewPriority, retirePriority, rewordPriority } from './priority.actions';
import { parseMove, parsePriority, rawPriority } from './priority.form';
import { priorityPaths } from './priority.paths';
import { priorityPolicy } from './priority.policy';
import { findPriority, listPriorities } from './priority.queries';
import { deskView } from './priority.views';

/** The desk on which staff and administrators keep the priorities of a local district. */
export function priorityRoutes(deps: Deps): Router {
  const router = Router();
  router.use(priorityPaths.desk.pattern, requireSignIn);

  router.get(priorityPaths.desk.pattern, async (req, res) => {
    await show(deps, res, await bodyAt(deps, res, req.params.slug), { form: beginning(deps) });
  });

  router.post(priorityPaths.desk.pattern, async (req, res) => {
    const body = await bodyAt(deps, res, req.params.slug);
    const parsed = parsePriority(req.body);
    if (!parsed.ok) return show(deps, res, body, { form: parsed, status: 422 });
    await addPriority(deps, requestContext(res).actor, { collaborativeId: body.id, ...parsed.values });
    done(req, res, body, 'added');
  });

  router.post(priorityPaths.order.pattern, async (req, res) => {
    const body = await bodyAt(deps, res, req.params.slug);
    const move = parseMove(req.body);
    if (move !== undefined) await movePriority(deps, requestContext(res).actor, { collaborativeId: body.id, ...move });
    done(req, res, body, 'moved');
  });

  return router.use(wordsRoutes(deps), stepRoutes(deps));
}

/** Changing the words of one. */
function wordsRoutes(deps: Deps): Router {
  const router = Router();
  router.get(priorityPaths.one.pattern, async (req, res) => {
    const { slug, priority } = req.params;
    const body = await bodyAt(deps, res, slug);
    const found = await findPriority(deps.reads, body.id, priority);
    if (found === undefined) throw new NotFound();
    await show(deps, res, body, { form: blankForm(rawPriority(found)), changing: priority });
  });

  router.post(priorityPaths.one.pattern, async (req, res) => {
    const { slug, priority: id } = req.params;
    const body = await bodyAt(deps, res, slug);
    const parsed = parsePriority(req.body);
    if (!parsed.ok) return show(deps, res, body, { form: parsed, changing: id, status: 422 });
    const newer = await rewordPriority(deps, requestContext(res).actor, { collaborativeId: body.id, id, ...parsed.values });
    if (newer !== null) return show(deps, res, body, { form: staleForm(parsed.raw, newer), changing: id, status: 409 });
    done(req, res, body, 'saved');
  });
  return router;
}

type Step = (deps: Deps, actor: Actor, where: { readonly collaborativeId: string; readonly id: string }) => Promise<void>;

/** Retiring one, putting it in force again, and deleting one that nothing was linked to. */
function stepRoutes(deps: Deps): Router {
  const router = Router();
  const steps = [
    [priorityPaths.retirement, retirePriority, 'retired'],
    [priorityPaths.renewal, renewPriority, 'renewed'],
    [priorityPaths.removal, removePriority, 'removed'],
  ] as const satisfies readonly (readonly [unknown, Step, string])[];
  for (const [address, step, said] of steps)
    router.post(address.pattern, async (req, res) => {
      const { slug, priority: id } = req.params;
      const body = await bodyAt(deps, res, slug);
      await step(deps, requestContext(res).actor, { collaborativeId: body.id, id: id });
      done(req, res, body, said);
    });
  return router;
}

async function bodyAt(deps: Deps, res: Response, slug: string): Promise<Collaborative> {
  const body = await getCollaborativeBySlug(deps.reads, slug);
  conceal(priorityPolicy.edit(requestContext(res).actor, body.id));
  return body;
}

const beginning = (deps: Deps): FormState => blankForm({ key: deps.newId(), version: '0' });

/** The words stay in the form; the list above it shows what the other saved, and saving once more is then meant. */
const staleForm = (raw: RawForm, { version }: Priority): FormState => ({
  raw: { ...raw, version: String(version) },
  errors: { titleEn: fieldError('priorities.errors.stale') },
});

interface Shown {
  readonly form: FormState;
  /** The priority whose form it is; none for a new one. */
  readonly changing?: string;
  readonly status?: number;
}

async function show(deps: Deps, res: Response, collaborative: Collaborative, { form, changing, status = 200 }: Shown): Promise<void> {
  const { t } = requestContext(res);
  const priorities = await listPriorities(deps.reads, collaborative.id);
  renderPage(res, 'priorities/desk', deskView(t, { collaborative, priorities, form, changing: changing ?? null }), status);
}

function done(req: Request, res: Response, { slug }: Collaborative, said: 'added' | 'saved' | 'moved' | 'retired' | 'renewed' | 'removed') {
  setFlash(req, requestContext(res).t(`priorities.done.${said}`));
  res.redirect(303, priorityPaths.desk({ slug }));
}
