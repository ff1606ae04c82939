import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { inLocale } from '../../lib/local-text';
import { conceal } from '../../lib/policy';
import type { ReceivedFile } from '../../files/store';
import { sendDownload } from '../../web/downloads';
import { setFlash } from '../../web/flash';
import type { FormState } from '../../web/form-view';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { uploads } from '../../web/uploads';
import { getMeeting, meetingPolicy } from '../meetings';
import type { Attachment } from './attachment';
import { addAttachment, readAttachment, removeAttachment } from './attachment.actions';
import { parseAttachment, withFileError } from './attachment.form';
import { agendaPaths } from './agenda.paths';
import { showDesk } from './desk.routes';

type Outcome = { readonly kind: 'added'; readonly attachment: Attachment } | { readonly kind: 'invalid'; readonly state: FormState };

/** Papers of agenda items: adding, taking off, reading. */
export function attachmentRoutes(deps: Deps): Router {
  const router = Router();
  const receive = uploads(deps);
  router.post([agendaPaths.papers.pattern, agendaPaths.paperRemoval.pattern], requireSignIn);

  router.post(agendaPaths.papers.pattern, async (req, res) => {
    const { id } = req.params;
    const { t, actor } = requestContext(res);
    conceal(meetingPolicy.run(actor, await getMeeting(deps.reads, id)));
    const outcome = await receive({ req, res }, (file) => add(deps, req, res, { id, file }));
    if (outcome.kind === 'invalid') {
      await showDesk(deps, res, id, { state: outcome.state, status: 422 });
      return;
    }
    const { title, publishedAt } = outcome.attachment;
    const words = { title: inLocale(title, t.locale) };
    setFlash(req, publishedAt === null ? t('agendas.papers.added', words) : t('agendas.papers.addedAtOnce', words));
    res.redirect(303, `${agendaPaths.desk({ id })}#papers`);
  });

  router.post(agendaPaths.paperRemoval.pattern, async (req, res) => {
    const { id, file } = req.params;
    const { t, actor } = requestContext(res);
    const { title } = await removeAttachment(deps, actor, { meetingId: id, id: file });
    setFlash(req, t('agendas.papers.removed', { title: inLocale(title, t.locale) }));
    res.redirect(303, `${agendaPaths.desk({ id })}#papers`);
  });

  router.get(agendaPaths.paper.pattern, async (req, res) => {
    const { id, file, name } = req.params;
    await sendDownload(deps, res, await readAttachment(deps, requestContext(res).actor, { meetingId: id, id: file, name }));
  });

  return router;
}

async function add(deps: Deps, req: Request, res: Response, sent: { id: string; file: ReceivedFile | null }): Promise<Outcome> {
  const parsed = parseAttachment(req.body);
  const { id, file } = sent;
  if (!parsed.ok || file === null) {
    const errors = withFileError(parsed.ok ? {} : parsed.errors, file === null ? 'missing' : null);
    return { kind: 'invalid', state: { raw: parsed.raw, errors } };
  }
  const added = await addAttachment(deps, signedIn(res), { meetingId: id, values: parsed.values, file });
  if (added.kind === 'added') return added;
  return { kind: 'invalid', state: { raw: parsed.raw, errors: withFileError({}, added.problem) } };
}
