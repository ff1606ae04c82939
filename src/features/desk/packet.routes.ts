import { Router, type Response } from 'express';
import type { Deps } from '../../deps';
import { conceal } from '../../lib/policy';
import { inLocale } from '../../lib/local-text';
import { renderPdf, type PdfPart } from '../../pdf';
import { sendMade } from '../../web/made-files';
import { renderPage } from '../../web/render';
import { requestContext } from '../../web/request-context';
import { deskPaths } from '../applications';
import { getCollaborativeBySlug } from '../collaboratives';
import { cyclePaths, getCycleByCode, getRubric } from '../cycles';
import { loadBoard, slatePaths, slatePolicy } from '../selection';
import { recordPaths } from './desk.paths';
import { onScreen, packetParts, paperOf, slateParts } from './packet.views';
import { loadRecord } from './record.queries';

interface Paper {
  readonly title: string;
  readonly parts: readonly PdfPart[];
  readonly back: { readonly text: string; readonly href: string };
  readonly pdf: string;
  readonly file: string;
}

/** Papers: an application, and a slate, on the screen to print and as PDF. */
export function packetRoutes(deps: Deps): Router {
  const router = Router();
  router.get(recordPaths.packet.pattern, async (req, res) => {
    showPaper(res, await packetOf(deps, res, req.params.ref));
  });
  router.get(recordPaths.packetPdf.pattern, async (req, res) => {
    await sendPaper(deps, res, await packetOf(deps, res, req.params.ref));
  });
  router.get(recordPaths.slatePacket.pattern, async (req, res) => {
    showPaper(res, await slateOf(deps, res, req.params));
  });
  router.get(recordPaths.slatePacketPdf.pattern, async (req, res) => {
    await sendPaper(deps, res, await slateOf(deps, res, req.params));
  });
  return router;
}

async function packetOf(deps: Deps, res: Response, reference: string): Promise<Paper> {
  const { actor, t } = requestContext(res);
  const record = await loadRecord(deps.reads, actor, t, reference);
  const { reference: ref, name } = record.application;
  return {
    title: t('desk.packet.title', { name, reference: ref }),
    parts: packetParts(t, { ...record, candidacies: record.seen }),
    back: { text: t('desk.packet.back'), href: deskPaths.show({ ref }) },
    pdf: recordPaths.packetPdf({ ref }),
    file: `${ref}.pdf`,
  };
}

async function slateOf(deps: Deps, res: Response, place: { readonly code: string; readonly slug: string }): Promise<Paper> {
  const { actor, t } = requestContext(res);
  const collaborative = await getCollaborativeBySlug(deps.reads, place.slug);
  const board = await loadBoard(deps.reads, await getCycleByCode(deps.reads, place.code), collaborative);
  const subject = { collaborativeId: collaborative.id, sentBy: board.slate.sentBy };
  const isStaff = slatePolicy.view(actor, subject).allowed;
  if (!isStaff) conceal(slatePolicy.viewAsApprover(actor, subject));
  const rubric = await getRubric(deps.reads, board.cycle.rubricId);
  return {
    title: t('desk.packet.slateTitle', { area: inLocale(collaborative.area, t.locale) }),
    parts: slateParts(t, board, rubric, { whileEdited: isStaff }),
    back: isStaff
      ? { text: t('desk.packet.backToSlate'), href: slatePaths.board(place) }
      : { text: inLocale(board.cycle.name, t.locale), href: cyclePaths.show({ code: place.code }) },
    pdf: recordPaths.slatePacketPdf(place),
    file: `${place.code}-${place.slug}-slate.pdf`,
  };
}

function showPaper(res: Response, { title, parts, back, pdf }: Paper): void {
  const { t } = requestContext(res);
  renderPage(res, 'desk/paper', { title, lang: t.locale, parts: onScreen(parts), back, pdf: { text: t('desk.packet.pdf'), href: pdf } });
}

async function sendPaper(deps: Deps, res: Response, { title, parts, file }: Paper): Promise<void> {
  const bytes = await renderPdf(paperOf(requestContext(res).t, title, parts, deps.clock.now()));
  sendMade(res, { name: file, type: 'application/pdf' }).send(bytes);
}
