import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { field, parseForm } from '../../lib/form';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { loadActor } from '../accounts';
import { listCollaboratives } from '../collaboratives';
import { bodyPeopleRoutes } from './body-people.routes';
import { mergedFields, type Choice, type MergedField } from './merge';
import { mergePeople, recordPolicy } from './merge.actions';
import { peoplePaths } from './people.paths';
import { getFields, getPersonRecord, listNamesakes, mergeBlocks } from './people.queries';
import { mergeView, personRecordView } from './people.views';
import { seenBy } from './sight';
import { twinRoutes } from './twin.routes';
import { sights } from './sights.policy';

/** What administrators know of a person beside their profile, and joining two records of one person. */
export function peopleRoutes(deps: Deps): Router {
  const router = Router();
  router.use(bodyPeopleRoutes(deps), twinRoutes(deps));
  router.use([peoplePaths.record.pattern, peoplePaths.merge.pattern], requireSignIn, (_req, res, next) => {
    conceal(recordPolicy.view(requestContext(res).actor));
    next();
  });
  router.get(peoplePaths.record.pattern, async (req, res) => {
    const { t, now } = requestContext(res);
    const record = await getPersonRecord(deps.reads, req.params.id);
    const collaboratives = await listCollaboratives(deps.reads);
    const actor = await loadActor(deps.reads, record.id, dateOf(now), []);
    const ids = collaboratives.map(({ id }) => id);
    const seen = actor === null ? [] : seenBy(actor, ids, sights);
    const namesakes = await listNamesakes(deps.reads, record);
    renderPage(res, 'people/record', personRecordView(t, record, { seen, collaboratives, namesakes }));
  });
  router.get(peoplePaths.merge.pattern, (req, res) => showMerge(deps, res, req.params, blankForm()));
  router.post(peoplePaths.merge.pattern, (req, res) => merge(deps, req, res));
  return router;
}

type At = { readonly id: string; readonly other: string };

async function showMerge(deps: Deps, res: Response, { id, other }: At, form: FormState, status = 200): Promise<void> {
  const [kept, gone] = [await getFields(deps.reads, id), await getFields(deps.reads, other)];
  const blocks = await mergeBlocks(deps.reads, id, other);
  const { actor, t } = requestContext(res);
  const own = recordPolicy.merge(actor, id, other).allowed ? [] : (['oneself'] as const);
  renderPage(res, 'people/merge', mergeView(t, { kept, gone, ids: { kept: id, gone: other }, blocks: [...own, ...blocks], form }), status);
}

const versions = { kept_version: field.version(), gone_version: field.version() };
const choice = field.optionalChoice(['kept', 'gone']);
const fields = { ...versions, ...(Object.fromEntries(mergedFields.map((name) => [name, choice])) as Record<MergedField, typeof choice>) };

async function merge(deps: Deps, req: Request<At>, res: Response): Promise<void> {
  const { id, other } = req.params;
  const form = parseForm(fields, req.body);
  if (!form.ok) return showMerge(deps, res, { id, other }, form, 422);
  const chosen = mergedFields.flatMap((name): [MergedField, Choice][] => {
    const value = form.values[name];
    return value === '' ? [] : [[name, value]];
  });
  const { kept_version: kept, gone_version: gone } = form.values;
  await mergePeople(deps, signedIn(res), { keptId: id, goneId: other, choices: Object.fromEntries(chosen), versions: { kept, gone } });
  setFlash(req, requestContext(res).t('people.merge.done'));
  res.redirect(303, peoplePaths.record({ id }));
}
