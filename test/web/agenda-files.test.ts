import type { Response } from 'supertest';
import { renderPdf, type PdfPart } from '../../src/pdf';
import { testProduct, type TestProduct } from '../support/app';
import { aPart, AttachmentScene } from '../support/attachment-scene';
import { signedInAs, visitorBrowser, type Browser } from '../support/browser';
import { aJpeg, anOfficeFile } from '../support/files';
import { structureOf } from '../support/pdf-structure';
import { textOfPdf } from '../support/pdf-text';

let product: TestProduct;
let scene: AttachmentScene;

beforeAll(async () => {
  product = await testProduct();
  scene = new AttachmentScene(product);
});
afterAll(() => product.close());
beforeEach(async () => {
  await scene.begin();
  await scene.before(80);
});

const agendaPdf = '/meetings/meeting-1/agenda.pdf';
const packetPdf = '/meetings/meeting-1/packet.pdf';
const draftPdf = '/meetings/meeting-1/agenda/draft.pdf';

/** A PDF with so many pages, each with a heading that counts. */
const aPaperOf = (pages: number): Promise<Buffer> =>
  renderPdf({
    title: 'Paper',
    lang: 'en',
    madeAt: '2026-11-25T20:00:00.000Z',
    footer: 'Paper',
    pageText: String,
    parts: ['one', 'two', 'three']
      .slice(0, pages)
      .flatMap((number, index): PdfPart[] => [
        ...(index === 0 ? [] : [{ kind: 'newPage' as const }]),
        { kind: 'heading', level: 1, text: `Page ${number} of the paper` },
      ]),
  });

const read = (browser: Browser, address: string): Promise<Response> =>
  browser
    .get(address)
    .buffer(true)
    .parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => {
        done(null, Buffer.concat(chunks));
      });
    })
    .then((answer) => answer);
const pdfOf = async (address: string, browser = visitorBrowser(product)): Promise<Buffer> => {
  const answer = await read(browser, address);
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  return answer.body as Buffer;
};
const wordsOf = async (address: string, browser?: Browser) => textOfPdf(await pdfOf(address, browser)).replace(/\s+/g, ' ');

describe('the agenda as PDF', () => {
  it('is not there before the agenda is posted, and never holds the draft', async () => {
    await visitorBrowser(product).get(agendaPdf).expect(404);
    await scene.post(scene.chair);
    await scene.add('Secret plan');
    const words = await wordsOf(agendaPdf);
    expect([words.includes('Safe routes to school'), words.includes('Secret plan')]).toEqual([true, false]);
  });

  it.each([
    ['en', 'Agenda: December meeting', 'How', 'Page 1 of', 'Consent group: item 4.'],
    ['es', 'Orden del día: Reunión de diciembre', 'Safe routes to school (es)', 'Página 1 de', 'Grupo de consentimiento: punto 4.'],
  ])('says in %s what it is, what is on it and how to ask for help, page by page', async (lang, title, words, page, consent) => {
    await product.db('agenda_items').where({ is_action: true }).update({ is_consent: true });
    await scene.post(scene.chair);
    const bytes = await pdfOf(`${agendaPdf}?lang=${lang}`);
    const text = textOfPdf(bytes).replace(/\s+/g, ' ');
    for (const said of [
      title,
      page,
      consent,
      scene.meeting.address.split('\n')[0]!,
      scene.meeting.accessContact,
      scene.meeting.papersAddress,
    ])
      expect([said, text.includes(said)]).toEqual([said, true]);
    if (lang === 'es') expect(text).toContain(words);
    expect(bytes.toString('latin1')).toContain(`/Lang (${lang})`);
    const structure = structureOf(bytes);
    if (structure === undefined) return;
    for (const element of ['H1', 'H2', 'H3', 'Table', 'TH']) expect([element, structure.includes(element)]).toEqual([element, true]);
  });

  it('is the same file for the same version, so that a reader who has it is sent nothing (304)', async () => {
    await scene.post(scene.chair);
    const first = await read(visitorBrowser(product), agendaPdf);
    const again = await read(visitorBrowser(product), agendaPdf);
    expect((first.body as Buffer).equals(again.body as Buffer)).toBe(true);
    await visitorBrowser(product).get(agendaPdf).set('If-None-Match', String(first.headers['etag'])).expect(304);
    await scene.add('Budget');
    await scene.post(scene.chair);
    await visitorBrowser(product).get(agendaPdf).set('If-None-Match', String(first.headers['etag'])).expect(200);
  });

  it('is marked as a draft for those who prepare it, and hidden from all others', async () => {
    const words = await wordsOf(draftPdf, scene.staff);
    expect(words).toContain('DRAFT – Agenda: December meeting');
    expect(words).toContain('Safe routes to school');
    const others = await product.db('people').whereIn('email', ['bo@example.org', 'sue@example.org']).pluck('id');
    for (const id of others) await (await signedInAs(product, id)).get(draftPdf).expect(404);
    await visitorBrowser(product).get(draftPdf).expect(303);
  });
});

describe('the packet', () => {
  it('holds the agenda and its papers: pictures as pages, PDF files that cannot be read inside, others by their address', async () => {
    await scene.send(scene.staff, aPart({ name: 'map.jpg', bytes: aJpeg() }), { titleEn: 'Map of the routes' });
    await scene.send(scene.staff, aPart(), { titleEn: 'Budget' });
    await scene.send(scene.staff, aPart({ name: 'plan.docx', bytes: anOfficeFile('docx') }), { titleEn: 'Plan' });
    await scene.post(scene.chair);
    const bytes = await pdfOf(packetPdf);
    const words = textOfPdf(bytes).replace(/\s+/g, ' ');
    for (const said of ['Contents', 'Agenda: December meeting', 'Papers for this meeting', 'Item 4: Plan (DOCX', 'Map of the routes'])
      expect([said, words.includes(said)]).toEqual([said, true]);
    for (const { sha256 } of (await scene.rows()) as { sha256: string }[]) expect(words.replace(/ /g, '')).toContain(sha256);
    expect(words).toContain('Its pages are not among those below: they could not be read. The PDF is inside this file');
    const raw = bytes.toString('latin1');
    expect([raw.split('/EmbeddedFile').length - 1 > 0, raw.includes('/S /Figure'), raw.includes('/Outlines')]).toEqual([true, true, true]);
  });

  it.each([
    ['en', 'Its pages follow below.', 'Item 4: Routes, page 2 of 3'],
    ['es', 'Sus páginas están más abajo.', 'Punto 4: Rutas, página 2 de 3'],
  ])('holds the pages of a PDF paper among its own, said in %s, and names a page that is a picture', async (lang, follow, second) => {
    const three = await aPaperOf(3);
    await scene.send(scene.staff, aPart({ bytes: three }), { titleEn: 'Routes', titleEs: 'Rutas' });
    await scene.send(scene.staff, aPart({ name: 'scan.pdf', bytes: await aPaperOf(1) }), { titleEn: 'Scan', readable: 'no' });
    await scene.post(scene.chair);
    const [bytes, agenda] = [await pdfOf(`${packetPdf}?lang=${lang}`), await pdfOf(`${agendaPdf}?lang=${lang}`)];
    const words = textOfPdf(bytes).replace(/\s+/g, ' ');
    expect([words.includes(follow), words.includes(second)]).toEqual([true, true]);
    const raw = bytes.toString('latin1');
    expect([raw.includes('/EmbeddedFile'), raw.split('/S /Figure').length - 1]).toEqual([false, 1]);
    const structure = structureOf(bytes);
    if (structure === undefined) return;
    expect(structure).toContain('Page three of the paper');
    expect(structureOf(agenda)).not.toContain('Page three of the paper');
  });

  it('has no paper that is a draft or was taken off', async () => {
    await scene.send(scene.staff, aPart(), { titleEn: 'Taken off' });
    await scene.post(scene.chair);
    await scene.send(scene.staff, aPart({ name: 'map.jpg', bytes: aJpeg() }), { titleEn: 'Only a draft' });
    expect(await wordsOf(packetPdf)).not.toContain('Only a draft');
    expect(await wordsOf(packetPdf)).toContain('Item 4: Taken off');
    await product.db('attachments').where({ name: 'budget.pdf' }).update({ removed_at: product.clock.now() });
    expect(await wordsOf(packetPdf)).not.toContain('Item 4: Taken off');
    expect((await pdfOf(packetPdf)).toString('latin1')).not.toContain('/EmbeddedFile');
  });

  it('names what has no room or is missing from the store, and still opens', async () => {
    await scene.send(scene.staff);
    await scene.post(scene.chair);
    await product.db('attachments').update({ bytes: 25_000_001 });
    expect((await pdfOf(packetPdf)).toString('latin1')).not.toContain('/EmbeddedFile');
    await product.db('attachments').update({ bytes: 100 });
    await scene.forgetFiles();
    expect(await wordsOf(packetPdf)).toContain('It is not in this file. Open its address.');
  });
});
