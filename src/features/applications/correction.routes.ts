import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { rawForm, rawText, type FormErrors, type RawForm } from '../../lib/form';
import { setFlash } from '../../web/flash';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { findPerson } from '../accounts';
import { searchSchools, type School } from '../collaboratives';
import { getCycle, getForm, isConstituency, questionsOf, type Cycle, type Form } from '../cycles';
import { answerText, formAnswered, type Application } from './application';
import { deskPaths } from './application.paths';
import { getApplicationByReference } from './application.queries';
import { listChoices } from './apply-loading.queries';
import { listCandidaciesOf } from './candidacy.queries';
import { assertCorrectable, correctEntry } from './correction.actions';
import { correctionView } from './correction.views';
import { fixedNow } from './entry';
import { apartKeysOf, entryAsForm, readEntry, type Entry } from './entry.form';
import { findEntryNote } from './entry.queries';

interface Subject {
  readonly application: Application;
  readonly cycle: Cycle;
  readonly form: Form;
  /** The questions that are not on the sheet: those that are fixed by now, and what staff may not read. */
  readonly left: readonly string[];
}

type OfRecord = Request<{ ref: string }>;

/** Putting right what staff typed for an applicant. */
export function correctionRoutes(deps: Deps): Router {
  const router = Router();

  router.get(deskPaths.correction.pattern, requireSignIn, async (req: OfRecord, res) => {
    const subject = await subjectOf(deps, res, req.params.ref);
    await showSheet(deps, res, subject, { raw: await asTyped(deps, subject), errors: {}, schools: [], status: 200 });
  });

  router.post(deskPaths.correction.pattern, requireSignIn, async (req: OfRecord, res) => {
    const subject = await subjectOf(deps, res, req.params.ref);
    const { application, cycle, form, left } = subject;
    const { actor, t, now } = requestContext(res);
    const schools = await schoolsNamed(deps, form, rawForm(req.body));
    const { note, errors, raw, ...read } = readEntry(
      form,
      req.body,
      { cycle, now, schools, standing: application.answers, isLate: application.lateCodeId !== null },
      left,
    );
    if (note === null || Object.keys(errors).length > 0) return showSheet(deps, res, subject, { raw, errors, schools, status: 422 });
    const correction = await correctEntry(deps, actor, { ...read, note, id: application.id, version: Number(rawText(raw, 'version')) });
    if (correction.outcome === 'changed') return showStale(deps, res, subject, { raw, schools });
    setFlash(
      req as Request,
      t(correction.application.email === null ? 'applications.correction.doneOnPaper' : 'applications.correction.done'),
    );
    res.redirect(303, deskPaths.show({ ref: application.reference }));
  });

  return router;
}

async function subjectOf(deps: Deps, res: Response, reference: string): Promise<Subject> {
  const { actor, now } = requestContext(res);
  const application = await getApplicationByReference(deps.reads, reference);
  const candidacies = await listCandidaciesOf(deps.reads, application.id);
  const cycle = await getCycle(deps.reads, application.cycleId);
  assertCorrectable(actor, application, { candidacies, cycle, now });
  const form = await getForm(deps.reads, formAnswered(application, cycle));
  return { application, cycle, form, left: [...fixedNow(cycle, now), ...apartKeysOf(form)] };
}

async function asTyped(deps: Deps, { application, form }: Subject): Promise<RawForm> {
  const note = (await findEntryNote(deps.reads, application.id)) ?? null;
  const person = application.personId === null ? undefined : await findPerson(deps.reads, application.personId);
  return entryAsForm(form, application.answers, { note, address: person?.address ?? '' });
}

async function schoolsNamed(deps: Deps, form: Form, raw: RawForm): Promise<readonly School[]> {
  const asked = questionsOf(form).find(({ kind }) => kind === 'school');
  return asked === undefined ? [] : searchSchools(deps.reads, rawText(raw, asked.key));
}

/** What was typed stays on the sheet, and the next press saves it over what came meanwhile. */
const showStale = (deps: Deps, res: Response, subject: Subject, typed: Pick<Shown, 'raw' | 'schools'>): Promise<void> =>
  showSheet(deps, res, subject, { ...typed, errors: {}, status: 409 });

interface Shown extends Pick<Entry, 'raw'> {
  readonly errors: FormErrors;
  readonly schools: readonly School[];
  readonly status: 200 | 409 | 422;
}

async function showSheet(deps: Deps, res: Response, subject: Subject, { status, raw, errors, schools }: Shown): Promise<void> {
  const { t, now } = requestContext(res);
  const { application, cycle, left } = subject;
  const chosen = left.includes('constituency') ? answerText(application.answers, 'constituency') : rawText(raw, 'constituency');
  const constituency = isConstituency(chosen) ? chosen : null;
  const choices = await listChoices(deps.reads, cycle);
  const parts = { ...subject, state: { raw, errors }, isStale: status === 409, constituency, choices, schools, now };
  renderPage(res, 'applications/correction', correctionView(t, parts), status);
}
