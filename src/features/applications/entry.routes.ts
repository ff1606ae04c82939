import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { formatTime } from '../../i18n/format';
import { fieldError, rawForm, rawText, type RawForm } from '../../lib/form';
import { authorize } from '../../lib/policy';
import { dateOf, type Instant } from '../../lib/time';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborativeBySlug, searchSchools, type Collaborative, type School } from '../collaboratives';
import { getCycleByCode, getForm, isConstituency, questionsOf, type Cycle, type Form } from '../cycles';
import { deskPaths } from './application.paths';
import { applicationPolicy } from './application.policy';
import { listChoices } from './apply-loading.queries';
import { dropEntry, enterApplication, keepEntry, type UseLateCode } from './entry.actions';
import { readEntry, type Entry } from './entry.form';
import { findEntryDraft } from './entry.queries';
import { entryView } from './entry.views';

interface Place {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly form: Form;
}

type InPlace = Request<{ code: string; slug: string }>;

/** Entering an application for somebody who telephoned, came by, or sent paper. */
export function entryRoutes(deps: Deps, useLateCode: UseLateCode): Router {
  const router = Router();
  router.use('/staff/cycles', requireSignIn);

  router.get(deskPaths.new.pattern, async (req: InPlace, res) => {
    const place = await placeOf(deps, res, req.params);
    const draft = await findEntryDraft(deps.reads, deskOf(place, signedIn(res).id));
    await showEntry(deps, res, place, {
      raw: draft?.fields ?? blankEntry(res, place),
      errors: {},
      schools: [],
      keptAt: draft?.savedAt ?? null,
    });
  });

  router.post(deskPaths.new.pattern, (req: InPlace, res) => enter(deps, req, res, useLateCode));

  router.post(deskPaths.newDraft.pattern, async (req: InPlace, res) => {
    const place = await placeOf(deps, res, req.params);
    await keepEntry(deps, signedIn(res), deskOf(place, ''), rawForm(req.body));
    res.json({ at: formatTime(requestContext(res).locale, requestContext(res).now) });
  });

  router.post(deskPaths.dropDraft.pattern, async (req: InPlace, res) => {
    const place = await placeOf(deps, res, req.params);
    await dropEntry(deps, signedIn(res), deskOf(place, ''));
    res.redirect(303, deskPaths.new(req.params));
  });

  return router;
}

async function enter(deps: Deps, req: InPlace, res: Response, useLateCode: UseLateCode): Promise<void> {
  const { actor, t, now } = requestContext(res);
  const place = await placeOf(deps, res, req.params);
  const { cycle, collaborative, form } = place;
  const asked = questionsOf(form).find(({ kind }) => kind === 'school');
  const schools = asked === undefined ? [] : await searchSchools(deps.reads, rawText(rawForm(req.body), asked.key));
  const { note, errors, raw, ...read } = readEntry(form, req.body, { cycle, now, schools });
  if (note === null || Object.keys(errors).length > 0) {
    await showEntry(deps, res, place, { raw, errors, schools, keptAt: null });
    return;
  }
  const wanted = { ...read, note, cycleId: cycle.id, collaborativeId: collaborative.id };
  const entered = await enterApplication(deps, actor, wanted, useLateCode);
  if (entered.outcome === 'refused') {
    await showEntry(deps, res, place, { raw, errors: { late_code: fieldError(entered.why) }, schools, keptAt: null });
    return;
  }
  const { application } = entered;
  const words = application.email === null ? 'applications.entry.doneOnPaper' : 'applications.entry.done';
  setFlash(req as Request, t(words, { reference: application.reference }));
  res.redirect(303, rawText(raw, 'then') === 'next' ? deskPaths.new(req.params) : deskPaths.show({ ref: application.reference }));
}

const deskOf = ({ cycle, collaborative }: Place, personId: string) => ({ cycleId: cycle.id, collaborativeId: collaborative.id, personId });

const blankEntry = (res: Response, { collaborative }: Place): RawForm => {
  const { locale, now } = requestContext(res);
  return { choice_1: collaborative.id, language: locale, way: 'paper', received_on: dateOf(now) };
};

async function placeOf(deps: Deps, res: Response, params: { readonly code: string; readonly slug: string }): Promise<Place> {
  const collaborative = await getCollaborativeBySlug(deps.reads, params.slug);
  authorize(applicationPolicy.enter(requestContext(res).actor, collaborative.id));
  const cycle = await getCycleByCode(deps.reads, params.code);
  return { cycle, collaborative, form: await getForm(deps.reads, cycle.formId) };
}

interface Shown extends Pick<Entry, 'raw' | 'errors'> {
  readonly schools: readonly School[];
  readonly keptAt: Instant | null;
}

async function showEntry(deps: Deps, res: Response, place: Place, { raw, errors, schools, keptAt }: Shown): Promise<void> {
  const { t, now } = requestContext(res);
  const chosen = rawText(raw, 'constituency');
  const constituency = isConstituency(chosen) ? chosen : null;
  const choices = await listChoices(deps.reads, place.cycle);
  const isRefused = Object.keys(errors).length > 0;
  const view = entryView(t, { ...place, state: { raw, errors }, constituency, choices, schools, keptAt, now });
  renderPage(res, 'applications/entry', { ...view, district: place.collaborative.slug }, isRefused ? 422 : 200);
}
