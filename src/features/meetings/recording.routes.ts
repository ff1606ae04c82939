import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { fieldError, type RawForm } from '../../lib/form';
import { setFlash } from '../../web/flash';
import { blankForm, type FormState } from '../../web/form-view';
import { renderPage } from '../../web/render';
import { requestContext, signedIn } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { getCollaborative } from '../collaboratives';
import { meetingPaths } from './meeting.paths';
import type { Recording } from './recording';
import { addRecording, changeRecording, meetingToRecord, removeRecording } from './recording.actions';
import { parseRecording, rawRecording } from './recording.form';
import { findRecording, listRecordings } from './recording.queries';
import { recordingsView } from './recording.views';

/** The links to recordings of a meeting, for those who run it; the public reads them on the meeting's page. */
export function recordingRoutes(deps: Deps): Router {
  const router = Router();
  router.use(meetingPaths.recordings.pattern, requireSignIn);

  router.get(meetingPaths.recordings.pattern, (req, res) => show(deps, res, req.params.id, { form: beginning(deps) }));

  router.post(meetingPaths.recordings.pattern, async (req, res) => {
    const { id } = req.params;
    await meetingToRecord({ db: deps.reads }, signedIn(res), id);
    const parsed = parseRecording(req.body);
    if (!parsed.ok) return show(deps, res, id, { form: parsed, status: 422 });
    await addRecording(deps, signedIn(res), { meetingId: id, ...parsed.values });
    done(req, res, id, 'saved');
  });

  router.get(meetingPaths.recording.pattern, async (req, res) => {
    const { id, recording } = req.params;
    await meetingToRecord({ db: deps.reads }, signedIn(res), id);
    const found = await findRecording(deps.reads, id, recording);
    if (found === undefined) throw new NotFound();
    await show(deps, res, id, { form: blankForm(rawRecording(found)), changing: recording });
  });

  router.post(meetingPaths.recording.pattern, async (req, res) => {
    const { id, recording } = req.params;
    await meetingToRecord({ db: deps.reads }, signedIn(res), id);
    const parsed = parseRecording(req.body);
    if (!parsed.ok) return show(deps, res, id, { form: parsed, changing: recording, status: 422 });
    const newer = await changeRecording(deps, signedIn(res), { meetingId: id, id: recording, ...parsed.values });
    if (newer !== null) return show(deps, res, id, { form: staleForm(parsed.raw, newer), changing: recording, status: 409 });
    done(req, res, id, 'saved');
  });

  return router.use(removalRoute(deps));
}

const removalRoute = (deps: Deps): Router =>
  Router().post(meetingPaths.recordingRemoval.pattern, async (req, res) => {
    const { id, recording } = req.params;
    await removeRecording(deps, signedIn(res), { meetingId: id, id: recording });
    done(req, res, id, 'removed');
  });

const beginning = (deps: Deps): FormState => blankForm({ key: deps.newId(), version: '0' });

/** The words stay in the form; the list above it shows what the other saved, and saving once more is then meant. */
const staleForm = (raw: RawForm, { version }: Recording): FormState => ({
  raw: { ...raw, version: String(version) },
  errors: { version: fieldError('recordings.errors.stale') },
});

interface Shown {
  readonly form: FormState;
  /** The recording whose form it is; none for a new one. */
  readonly changing?: string;
  readonly status?: number;
}

async function show(deps: Deps, res: Response, id: string, { form, changing, status = 200 }: Shown): Promise<void> {
  const { t } = requestContext(res);
  const meeting = await meetingToRecord({ db: deps.reads }, signedIn(res), id);
  const collaborative = await getCollaborative(deps.reads, meeting.collaborativeId);
  const recordings = await listRecordings(deps.reads, id);
  renderPage(
    res,
    'meetings/recordings',
    recordingsView(t, { meeting, collaborative, recordings, form, changing: changing ?? null }),
    status,
  );
}

function done(req: Request, res: Response, id: string, word: 'saved' | 'removed'): void {
  setFlash(req, requestContext(res).t(`recordings.${word}`));
  res.redirect(303, meetingPaths.recordings({ id }));
}
