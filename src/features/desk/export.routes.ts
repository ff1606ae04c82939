import type { Response } from 'express';
import type { Deps } from '../../deps';
import { isStaffOf } from '../../lib/actor';
import { inLocale } from '../../lib/local-text';
import { renderPdf, type PdfPart } from '../../pdf';
import { limit } from '../../web/limits';
import { sendMade } from '../../web/made-files';
import { requestContext } from '../../web/request-context';
import { listCollaboratives } from '../collaboratives';
import { getForm } from '../cycles';
import { runBulk, type BulkPlace, type Run } from './bulk.actions';
import type { BulkInput, Selection } from './bulk.form';
import { exportRows } from './export.queries';
import { csvHeader, exportLine, type Sheet } from './export.views';
import { packetParts, paperOf } from './packet.views';
import { loadRecord } from './record.queries';

interface Wanted {
  readonly selection: Selection;
  readonly input: BulkInput;
  readonly run: Run;
}

/** Ten an hour for each person: what leaves the product leaves it seldom. */
const allowance = (deps: Deps, res: Response) =>
  limit(deps, { name: 'export', key: requestContext(res).actor.id ?? '', points: 10, seconds: 3600 });

/** Sends a CSV, some hundred lines at a time, once the history says who took what. */
export async function sendExport(deps: Deps, res: Response, place: BulkPlace, wanted: Wanted): Promise<void> {
  const { actor, t } = requestContext(res);
  const { collaborative, cycle } = place;
  await allowance(deps, res);
  const withNotes = wanted.input.withNotes && isStaffOf(actor, collaborative.id);
  const input = { ...wanted.input, withNotes };
  const { done } = await runBulk(deps, actor, place, { ...wanted, input, run: { ...wanted.run, id: deps.newId() } });
  const areas = new Map((await listCollaboratives(deps.reads)).map(({ id, name }) => [id, inLocale(name, t.locale)]));
  const sheet: Sheet = { form: await getForm(deps.reads, cycle.formId), areas, withNotes };
  sendMade(res, { name: `${cycle.code}-${collaborative.slug}.csv`, type: 'text/csv; charset=utf-8' });
  res.write(csvHeader(t, sheet));
  const ids = done.map(({ candidacyId }) => candidacyId);
  for await (const rows of exportRows(deps.reads, ids, withNotes ? [collaborative.id] : []))
    res.write(rows.map((row) => exportLine(t, row, sheet)).join(''));
  res.end();
}

/** Sends the packets of those chosen as one PDF, each beginning on a new page. */
export async function sendPackets(deps: Deps, res: Response, place: BulkPlace, wanted: Wanted): Promise<void> {
  const { actor, t } = requestContext(res);
  await allowance(deps, res);
  const { done } = await runBulk(deps, actor, place, { ...wanted, run: { ...wanted.run, id: deps.newId() } });
  const parts: PdfPart[] = [];
  for (const { reference } of done) {
    const record = await loadRecord(deps.reads, actor, t, reference);
    if (parts.length > 0) parts.push({ kind: 'newPage' });
    parts.push(...packetParts(t, { ...record, candidacies: record.seen }));
  }
  const title = t('desk.packet.many', { area: inLocale(place.collaborative.area, t.locale) });
  const bytes = await renderPdf(paperOf(t, title, parts, deps.clock.now()));
  sendMade(res, { name: `${place.cycle.code}-${place.collaborative.slug}-packets.pdf`, type: 'application/pdf' }).send(bytes);
}
