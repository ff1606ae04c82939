import { Router, type Request, type Response } from 'express';
import type { Deps } from '../../deps';
import { attachmentHeader } from '../../files/file-name';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { sha256 } from '../../lib/secret';
import { dateOf } from '../../lib/time';
import { renderPdf } from '../../pdf';
import { keepMade } from '../../web/keep-made';
import { sendMade } from '../../web/made-files';
import { requestContext } from '../../web/request-context';
import { requireSignIn } from '../../web/require-sign-in';
import { paperOf } from '../desk';
import { bodyOf, getMeeting, meetingPolicy } from '../meetings';
import { agendaPaperTitle, agendaParts, type PaperParts } from './agenda-paper.views';
import { agendaPaths } from './agenda.paths';
import { listAttachments } from './attachment.queries';
import { loadDesk } from './desk.actions';
import { gatherPacket } from './packet.actions';
import { packetInside, packetParts, packetTitle } from './packet.views';
import { contentOf } from './posting-rules';
import { listPostings } from './posting.queries';

/** Making one takes a good part of a second, so those asked for lately are kept in memory. */
const mostKeptBytes = 40_000_000;

/** The agenda as a file: what was posted, the whole packet, and the draft for those who prepare it. */
export function agendaFileRoutes(deps: Deps): Router {
  const router = Router();
  const keep = keepMade(mostKeptBytes);

  router.get(agendaPaths.pdf.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const parts = await postedParts(deps, res, req.params.id);
    await send(req, res, { parts, kind: 'agenda', keep }, () => {
      const paper = paperOf(t, agendaPaperTitle(t, parts), agendaParts(t, parts), stampOf(parts));
      return renderPdf({ ...paper, hasBookmarks: true });
    });
  });

  router.get(agendaPaths.packet.pattern, async (req, res) => {
    const { t } = requestContext(res);
    const parts = await postedParts(deps, res, req.params.id);
    await send(req, res, { parts, kind: 'packet', keep }, async () => {
      const papers = await gatherPacket(deps, parts.attachments, parts.postings);
      const paper = paperOf(t, packetTitle(t, parts), packetParts(t, parts, papers), stampOf(parts));
      return renderPdf({ ...paper, hasBookmarks: true, inside: packetInside(t, papers) });
    });
  });

  router.get(agendaPaths.draftPdf.pattern, requireSignIn, async (req, res) => {
    const { t, actor, now } = requestContext(res);
    const desk = await loadDesk(deps.reads, String(req.params['id']), now);
    conceal(meetingPolicy.run(actor, desk.meeting));
    const parts = { ...desk, content: contentOf(desk), postings: [], baseUrl: deps.baseUrl };
    const paper = paperOf(t, agendaPaperTitle(t, parts), agendaParts(t, parts), now);
    sendMade(res, { name: nameOf(parts, 'draft', t.locale), type: 'application/pdf' });
    res.send(await renderPdf({ ...paper, hasBookmarks: true }));
  });

  return router;
}

/** What the newest version says, for someone who may see the meeting. NotFound where nothing was posted. */
async function postedParts(deps: Deps, res: Response, id: string): Promise<PaperParts> {
  const meeting = await getMeeting(deps.reads, id);
  conceal(meetingPolicy.view(requestContext(res).actor, meeting));
  const postings = await listPostings(deps.reads, id);
  const [newest] = postings;
  if (newest === undefined) throw new NotFound();
  const collaborative = await bodyOf(deps.reads, meeting);
  const attachments = await listAttachments(deps.reads, id);
  return { meeting, collaborative, content: newest.content, postings, attachments, baseUrl: deps.baseUrl };
}

/** Stamped with the version's time, so that the same agenda is the same file. */
const stampOf = ({ postings, meeting }: PaperParts): string => postings[0]?.postedAt ?? meeting.changedAt;

const nameOf = ({ content }: PaperParts, kind: string, locale: string): string =>
  `${kind}-${dateOf(content.meeting.startsAt)}-${locale}.pdf`;

interface Wanted {
  readonly parts: PaperParts;
  readonly kind: 'agenda' | 'packet';
  readonly keep: ReturnType<typeof keepMade>;
}

/** Sends the file under a tag that changes with all it says; who has it already is sent nothing (304). */
async function send(req: Request, res: Response, { parts, kind, keep }: Wanted, make: () => Promise<Buffer>): Promise<void> {
  const { locale } = requestContext(res).t;
  const { meeting, collaborative, postings } = parts;
  const papers = parts.attachments.map(({ id, bytes, readable, publishedAt, removedAt }) => [id, bytes, readable, publishedAt, removedAt]);
  const state = [kind, locale, postings[0]?.sha256, meeting.id, meeting.status, meeting.changedAt, collaborative.name, papers];
  const tag = sha256(JSON.stringify(state)).slice(0, 32);
  if (res.get('Cache-Control') !== 'no-store') res.set('Cache-Control', 'private, max-age=300');
  res.set({
    'Content-Type': 'application/pdf',
    'Content-Disposition': attachmentHeader(nameOf(parts, kind, locale)),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Access-Control-Allow-Origin': '*',
    'X-Content-Type-Options': 'nosniff',
    ETag: `"${tag}"`,
  });
  if (req.fresh) res.status(304).end();
  else res.send(await keep(tag, make));
}
