import { Readable } from 'node:stream';
import { writeIncoming } from '../../../files/store';
import { inLocale } from '../../../lib/local-text';
import { renderPdf, type PdfPaper } from '../../../pdf';
import { addAttachment, listItems } from '../../agendas';
import type { Meeting } from '../../meetings';
import { handoutName, handoutParts, handoutTitle } from './handout-words';
import { as, type Body, type World } from './world';

/** The chair puts a paper of two pages to the first subject of the evening. */
export async function addHandout(world: World, body: Body, meeting: Meeting): Promise<void> {
  const { deps } = world;
  const subject = (await listItems(deps.db, meeting.id)).find(({ kind }) => kind === 'business');
  if (subject === undefined) return;
  const received = await writeIncoming(deps, Readable.from([await renderPdf(handout(body, deps.clock.now()))]));
  const values = { item: subject.id, titleEn: handoutTitle.en, titleEs: handoutTitle.es, readable: 'yes' as const };
  const file = { ...received, givenName: handoutName };
  const { kind } = await addAttachment(deps, await as(world, 'chair', body), { meetingId: meeting.id, values, file });
  if (kind !== 'added') throw new Error(`the paper of ${body.slug} was refused`);
}

const handout = (body: Body, madeAt: string): PdfPaper => ({
  title: handoutTitle.en,
  lang: 'en',
  madeAt,
  footer: inLocale(body.name, 'en'),
  pageText: (page, of) => `${page} / ${of}`,
  parts: handoutParts,
});
