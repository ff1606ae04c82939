import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import type { ReceivedFile } from '../../files/store';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { fieldError, rawForm, rawText, type FieldError } from '../../lib/form';
import { withQuery } from '../../lib/path';
import { authorize } from '../../lib/policy';
import { sendDownload } from '../../web/downloads';
import { setFlash } from '../../web/flash';
import { requestContext } from '../../web/request-context';
import { uploads } from '../../web/uploads';
import type { FormPage } from '../forms';
import { readUnfinished } from './answers.form';
import { mostFiles } from './application-file';
import { attachFile, detachFile, readApplicationFile } from './application-file.actions';
import { applicationPaths, applyPaths } from './application.paths';
import { applicationPolicy } from './application.policy';
import { findWriting, pageOf, type Writing } from './apply-loading.queries';
import { fromOf, keepAnswers, keepPage, showPage } from './apply-page.routes';

/** Forms of pages that ask for files: one file and the other answers of the page at once; works without scripts. */
export function applyFileRoutes(deps: Deps): Router {
  const router = Router();
  const receive = uploads(deps);

  router.post(applyPaths.page.pattern, async (req, res, next) => {
    if (req.is('multipart/form-data') === false) {
      next();
      return;
    }
    const { actor, now } = requestContext(res);
    const writing = await findWriting(deps.db, actor, now);
    if (writing === undefined) throw new NotFound();
    authorize(applicationPolicy.attach(actor, writing.application));
    const page = pageOf(writing, req.params.page);
    await receive({ req, res, sender: writing.application.id }, (file) => takePage(deps, req, res, { writing, page, file }));
  });

  router.get(applicationPaths.file.pattern, async (req, res) => {
    const { ref, id, name } = req.params;
    await sendDownload(deps, res, await readApplicationFile(deps, requestContext(res).actor, { ref, id, name }));
  });

  return router;
}

interface Sent {
  readonly writing: Writing;
  readonly page: FormPage;
  readonly file: ReceivedFile | null;
}

/** A file that was chosen is added whichever button was pressed. */
async function takePage(deps: Deps, req: Request, res: Response, { writing, page, file }: Sent): Promise<void> {
  const { actor, now } = requestContext(res);
  const raw = rawForm(req.body);
  const from = fromOf(rawText(raw, 'from'));
  const pressed = pressedIn(req.body);
  const fault = await faultOf(deps, actor, { writing, page, file }, pressed === 'add');
  if (fault !== null) {
    await showPage(deps, res, writing, { key: page.key, from, state: { raw, errors: { file: fault } } });
    return;
  }
  if (pressed !== 'add' && !pressed.startsWith('remove:')) {
    await keepPage(deps, req, res, (await findWriting(deps.db, actor, now)) ?? writing);
    return;
  }
  if (!(await keepAnswers(deps, res, writing, { page, raw, answers: readUnfinished(page, raw) }))) return;
  await sayOrTakeOut(deps, req, res, { writing, page, file });
  res.redirect(303, withQuery(applyPaths.page({ page: page.key }), { from }));
}

async function sayOrTakeOut(deps: Deps, req: Request, res: Response, { writing, page, file }: Sent): Promise<void> {
  const pressed = pressedIn(req.body);
  if (pressed === 'add') setFlash(req, requestContext(res).t('applications.files.added', { name: file?.givenName ?? '' }));
  else await takeOut(deps, req, res, { writing, page, id: pressed.slice('remove:'.length) });
}

/** What is wrong with the file that came, or with none where one is to be added; else null, and it is added. */
async function faultOf(deps: Deps, actor: Actor, { writing, page, file }: Sent, isWanted: boolean): Promise<FieldError | null> {
  if (file === null) return isWanted ? fieldError('files.refused.missing') : null;
  const fault = await attachFile(deps, actor, { applicationId: writing.application.id, key: fileKeyOf(page), file });
  if (fault === null) return null;
  return fault === 'tooMany' ? fieldError('applications.files.full', { count: mostFiles }) : fieldError(`files.refused.${fault}`);
}

async function takeOut(
  deps: Deps,
  req: Request,
  res: Response,
  { writing, page, id }: Omit<Sent, 'file'> & { readonly id: string },
): Promise<void> {
  const { actor, t } = requestContext(res);
  const { name } = await detachFile(deps, actor, { applicationId: writing.application.id, key: fileKeyOf(page), id });
  setFlash(req, t('applications.files.removed', { name }));
}

const fileKeyOf = ({ questions }: FormPage): string => questions.find(({ kind }) => kind === 'file')?.key ?? '';

/** The value of the button that was pressed. */
const pressedIn = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'do' in body && typeof body.do === 'string' ? body.do : '';
