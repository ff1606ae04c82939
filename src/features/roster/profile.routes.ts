import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { fieldError, type FormErrors, type RawForm } from '../../lib/form';
import { NotFound } from '../../lib/errors';
import { inBoth, type LocalText } from '../../lib/local-text';
import { dateOf } from '../../lib/time';
import { sendDownload } from '../../web/downloads';
import { setFlash } from '../../web/flash';
import { blankForm } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { uploads } from '../../web/uploads';
import type { ReceivedFile } from '../../files/store';
import { isListedOn } from '../membership';
import { listLives } from './life.queries';
import { keepPhoto, showProfile, takeDownProfile, type PhotoFault } from './profile.actions';
import { parseProfile, type ProfileValues } from './profile.form';
import { findProfile } from './profile.queries';
import { consentText, profileFormView } from './profile.views';
import type { Profile } from './profile';
import { rosterPaths } from './roster.paths';

/** A photo and words of one's own on the public roster, while one sits and agrees. */
export function profileRoutes(deps: Deps): Router {
  const router = Router();
  const receive = uploads(deps);
  router.get(rosterPaths.profile.pattern, requireSignIn, async (_req, res) => {
    const profile = await findProfile(deps.reads, signedIn(res).id);
    await show(deps, res, profile, valuesOf(profile), {});
  });
  router.post(rosterPaths.profile.pattern, requireSignIn, async (req, res) => {
    await nameOfSitting(deps, res, signedIn(res).id);
    await receive({ req, res }, (file) => save(deps, req, res, file));
  });
  router.post(rosterPaths.removal.pattern, requireSignIn, async (req: Request<{ id: string }>, res) => {
    const { id } = req.params;
    const actor = signedIn(res);
    await takeDownProfile(deps, actor, id);
    setFlash(req as Request, requestContext(res).t('roster.profile.takenDown'));
    res.redirect(303, actor.id === id ? '/me' : rosterPaths.person({ id }));
  });
  router.get(rosterPaths.photo.pattern, async (req, res) => {
    const { id } = req.params;
    await nameOfSitting(deps, res, id);
    const photo = (await findProfile(deps.reads, id))?.photo ?? null;
    if (photo === null) throw new NotFound();
    await sendDownload(deps, res, { name: `photo.${photo.kind}`, ...photo });
  });
  return router;
}

async function save(deps: Deps, req: Request, res: Response, file: ReceivedFile | null): Promise<void> {
  const actor = signedIn(res);
  const { t } = requestContext(res);
  const profile = await findProfile(deps.db, actor.id);
  const form = parseProfile(req.body, file !== null || (profile?.photo ?? null) !== null);
  if (!form.ok) return show(deps, res, profile, form.raw, form.errors);
  const photo = file === null ? null : await keepPhoto(deps, file);
  if (typeof photo === 'string') {
    return show(deps, res, profile, form.raw, { file: fieldError(faultKey(photo)) });
  }
  await showProfile(deps, actor, { ...toShow(form.values), photo, consentText: consentText(t) });
  setFlash(req, t('roster.profile.saved'));
  res.redirect(303, rosterPaths.profile());
}

const faultKey = (fault: PhotoFault) =>
  fault === 'tooHeavy' || fault === 'tooLarge' || fault === 'noPicture'
    ? (`roster.profile.${fault}` as const)
    : (`files.refused.${fault}` as const);

const toShow = (values: ProfileValues) => ({
  biography: { en: values.biography_en, es: values.biography_es },
  alt: { en: values.alt_en, es: values.alt_es },
  version: values.version,
});

async function show(deps: Deps, res: Response, profile: Profile | undefined, raw: RawForm, errors: FormErrors): Promise<void> {
  const { t } = requestContext(res);
  const personId = signedIn(res).id;
  const name = await nameOfSitting(deps, res, personId);
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  renderPage(res, 'roster/profile', profileFormView(t, { profile, form: { ...blankForm(raw), errors }, name, personId }), status);
}

/** How the roster names somebody who sits today; 404 for everyone else. */
async function nameOfSitting(deps: Deps, res: Response, personId: string): Promise<string> {
  const today = dateOf(requestContext(res).now);
  const life = (await listLives(deps.reads, { personId })).find((one) => isListedOn(one, today));
  if (life === undefined) throw new NotFound();
  return life.name;
}

const valuesOf = (profile: Profile | undefined): RawForm =>
  profile === undefined ? {} : { ...named('biography', profile.biography), ...named('alt', profile.alt) };

const named = (name: string, text: LocalText): RawForm => ({ [`${name}_en`]: inBoth(text).en, [`${name}_es`]: inBoth(text).es });
