import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { rawForm, rawText, type Parsed, type RawForm } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import { setFlash } from '../../web/flash';
import type { FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { searchSchools, type School } from '../collaboratives';
import { pagesFor, sectionOf, type Answers, type FormPage } from '../cycles';
import { answerInWords, type SavedRow } from './answer-words';
import { answersAsForm, readPage, readUnfinished, splitApart } from './answers.form';
import { answerText, constituencyIn } from './application';
import { filesNamedIn } from './application-file';
import { listApplicationFiles } from './application-file.queries';
import { applyPaths } from './application.paths';
import { applicationPolicy } from './application.policy';
import { findDemographics } from './application.queries';
import { answersToShow, findWriting, findZipNote, listChoices, pageOf, type Writing } from './apply-loading.queries';
import { applyPageView, type FilesOfPage } from './apply-page.views';
import { begin, firstKey, showFirst } from './apply-first.routes';
import { mailLinks, replacePage } from './apply.actions';
import { pageVersion } from './page-version';

/** One question a page; each saves what it asks and leads to the next. */
export function applyPageRoutes(deps: Deps): Router {
  const router = Router();

  router.get(applyPaths.page.pattern, async (req, res) => {
    const { actor, now } = requestContext(res);
    const writing = await findWriting(deps.reads, actor, now);
    if (writing === undefined) await showFirst(deps, req, res);
    else if (isSettled(writing, req.params.page)) res.redirect(303, applyPaths.check());
    else await showPage(deps, res, writing, { key: req.params.page, from: fromOf(req.query['from']) });
  });

  router.post(applyPaths.page.pattern, async (req, res) => {
    const { actor, now } = requestContext(res);
    const writing = await findWriting(deps.db, actor, now);
    if (writing !== undefined && isSettled(writing, req.params.page)) res.redirect(303, applyPaths.check());
    else if (writing !== undefined) await keepPage(deps, req, res, writing);
    else if (req.params.page === firstKey) await begin(deps, req, res);
    else res.redirect(303, applyPaths.start());
  });

  router.post(applyPaths.draft.pattern, async (req, res) => {
    const { actor, now } = requestContext(res);
    const writing = await findWriting(deps.db, actor, now);
    if (writing === undefined) throw new NotFound();
    const page = pageOf(writing, req.params.page);
    const raw = rawForm(req.body);
    const sent = { page, version: rawText(raw, 'version'), answers: splitApart(page, readUnfinished(page, raw)) };
    const replaced = await replacePage(deps, actor, writing.application.id, sent);
    if (replaced.outcome === 'kept') res.json({ version: replaced.version });
    else res.status(409).json({ outcome: 'changed' });
  });

  return router;
}

/** Who has signed in is not asked for an address once the form has begun: the way to it leads on. */
const isSettled = ({ pages }: Writing, key: string): boolean => key === firstKey && pages.every((page) => page.key !== firstKey);

/** Whether the reader came from the page that shows all answers. */
export const fromOf = (value: unknown): string => (value === 'check' ? 'check' : '');

/** Keeps the answers of a page and leads on. */
export async function keepPage(deps: Deps, req: Request, res: Response, writing: Writing): Promise<void> {
  const { t } = requestContext(res);
  const page = pageOf(writing, String(req.params['page']));
  const raw = rawForm(req.body);
  const from = fromOf(rawText(raw, 'from'));
  if (isLater(req.body)) {
    if (!(await keepAnswers(deps, res, writing, { page, raw, answers: readUnfinished(page, raw) }))) return;
    if (writing.application.email !== null) await mailLinks(deps, writing.application.email);
    setFlash(req, t('applications.page.keptForLater'));
    res.redirect(303, applyPaths.start());
    return;
  }
  const { form, schools } = await readWithSchools(deps, page, req.body, writing);
  if (!form.ok) await showPage(deps, res, writing, { key: page.key, from, state: form, schools });
  else if (await keepAnswers(deps, res, writing, { page, raw, answers: form.values }))
    res.redirect(303, from === 'check' ? applyPaths.check() : nextHref(writing, page, form.values));
}

const isLater = (body: unknown): boolean => typeof body === 'object' && body !== null && 'do' in body && body.do === 'later';

interface Sent {
  readonly page: FormPage;
  readonly raw: RawForm;
  readonly answers: Answers;
}

/** Whether the answers were kept; else the page is shown again with those that came from elsewhere meanwhile (409). */
export async function keepAnswers(deps: Deps, res: Response, writing: Writing, { page, raw, answers }: Sent): Promise<boolean> {
  const { actor, t, now } = requestContext(res);
  const sent = { page, version: rawText(raw, 'version'), answers: splitApart(page, answers) };
  const replaced = await replacePage(deps, actor, writing.application.id, sent);
  if (replaced.outcome === 'kept') return true;
  const { lost, written } = replaced;
  const areas = new Map((await listChoices(deps.reads, writing.cycle)).map(({ id, area }) => [id, inLocale(area, t.locale)]));
  const meanwhile = lost.map((question) => ({
    label: inLocale(question.label, t.locale),
    value: answerInWords(t, question, { answers: written, areas, schoolName: null }),
    href: null,
  }));
  const current = (await findWriting(deps.db, actor, now)) ?? writing;
  await showPage(deps, res, current, { key: page.key, from: fromOf(rawText(raw, 'from')), state: { raw, errors: {} }, meanwhile });
  return false;
}

/** The page after this one; a choice just made may bring pages of its own. */
function nextHref({ form, application, written }: Writing, page: FormPage, answers: Answers): string {
  const pages = pagesFor(form, constituencyIn({ ...written, ...answers })).filter(
    ({ key }) => key !== firstKey || application.personId === null,
  );
  const next = pages[pages.findIndex(({ key }) => key === page.key) + 1];
  return next === undefined ? applyPaths.check() : applyPaths.page({ page: next.key });
}

async function readWithSchools(
  deps: Deps,
  page: FormPage,
  body: unknown,
  { written, cycle }: Writing,
): Promise<{ readonly form: Parsed<Answers>; readonly schools: readonly School[] }> {
  const asked = page.questions.find(({ kind }) => kind === 'school');
  const schools = asked === undefined ? [] : await searchSchools(deps.reads, rawText(rawForm(body), asked.key));
  return { schools, form: readPage(page, body, { written, schools, collaborativeIds: cycle.collaborativeIds }) };
}

interface Shown {
  readonly key: string;
  readonly from: string;
  readonly state?: FormState;
  readonly schools?: readonly School[];
  /** Answers that came from elsewhere since the page was shown. */
  readonly meanwhile?: readonly SavedRow[];
}

/** What the page held when the reader saw it last: sent again as it came, until they have been shown what is new. */
const versionShown = async (deps: Deps, { application, written }: Writing, page: FormPage, { state, meanwhile }: Shown): Promise<string> =>
  state !== undefined && meanwhile === undefined
    ? rawText(state.raw, 'version')
    : pageVersion(page, { ...written, ...(await findDemographics(deps.db, application.id)) });

const statusOf = ({ state, meanwhile }: Shown): number => (state === undefined ? 200 : meanwhile === undefined ? 422 : 409);

const backFrom = ({ from }: Shown, before: FormPage | undefined): string =>
  from === 'check' ? applyPaths.check() : before === undefined ? applyPaths.start() : applyPaths.page({ page: before.key });

/** A page with what was written, or with what was sent and what is wrong with it (422) or came meanwhile (409). */
export async function showPage(deps: Deps, res: Response, writing: Writing, shown: Shown): Promise<void> {
  const { t, now } = requestContext(res);
  const { pages, written, cycle } = writing;
  const page = pageOf(writing, shown.key);
  const index = pages.indexOf(page);
  const form = shown.state ?? { raw: answersAsForm(page, await answersToShow(deps.reads, writing, page)), errors: {} };
  const isRanking = page.questions.some(({ kind }) => kind === 'ranking');
  const areas = isRanking ? await listChoices(deps.reads, cycle) : [];
  const view = applyPageView(t, {
    page,
    form,
    constituency: constituencyIn(written),
    place: { number: index + 1, of: pages.length + 1, section: sectionOf(writing.form, page.key) },
    back: backFrom(shown, pages[index - 1]),
    from: shown.from,
    areas: areas.map(({ id, area }) => ({ id, name: inLocale(area, t.locale) })),
    schools: shown.schools ?? [],
    files: await filesOfPage(deps, res, writing, page),
    notes: isRanking ? await zipNotes(deps, res, answerText(written, 'zip')) : [],
    cycle: null,
    version: await versionShown(deps, writing, page, shown),
    meanwhile: shown.meanwhile ?? [],
    now,
  });
  renderPage(res, 'applications/page', view, statusOf(shown));
}

async function filesOfPage(deps: Deps, res: Response, { application, written }: Writing, page: FormPage): Promise<FilesOfPage | undefined> {
  if (!page.questions.some(({ kind }) => kind === 'file')) return undefined;
  const present = filesNamedIn(written, await listApplicationFiles(deps.reads, application.id));
  const mayAdd = applicationPolicy.attach(requestContext(res).actor, application).allowed;
  return { reference: application.reference, present, mayAdd, email: application.email ?? '' };
}

async function zipNotes(deps: Deps, res: Response, zip: string): Promise<string[]> {
  const { t } = requestContext(res);
  const note = await findZipNote(deps.reads, zip, t.locale);
  const [likeliest] = note?.areas ?? [];
  if (note === undefined || likeliest === undefined) return [];
  const areas = note.areas.join(', ');
  return [
    note.isSplit
      ? t('applications.page.zipSplit', { zip, areas, area: likeliest })
      : t('applications.page.zipIn', { zip, area: likeliest }),
  ];
}
