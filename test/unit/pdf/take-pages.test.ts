import { degrees, PDFDict, PDFDocument, PDFName, PDFNumber, PDFString, StandardFonts, type PDFPage } from '@cantoo/pdf-lib';
import { isWide, renderPdf, takePages, type PdfPart, type Taken } from '../../../src/pdf';
import { fit } from '../../../src/pdf/pages/draw-pages';
import { readPages } from '../../../src/pdf/pages/read-pages';
import { CannotTake } from '../../../src/pdf/pages/taken';
import { structureOf } from '../../support/pdf-structure';

const most = { pages: 10, bytes: 5_000_000 };

async function aFile(change: (doc: PDFDocument, page: PDFPage) => unknown = () => undefined, pages = 1): Promise<Buffer> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number += 1) {
    const page = doc.addPage([612, 792]);
    page.drawText(`Bus routes, part ${number}`, { x: 72, y: 700, size: 18, font });
    if (number === 1) await change(doc, page);
  }
  return Buffer.from(await doc.save());
}

const dictIn = (doc: PDFDocument, words: Record<string, unknown>) => doc.context.obj(words as never) as unknown as PDFDict;
const annotate = (doc: PDFDocument, page: PDFPage, words: Record<string, unknown>) => {
  page.node.set(PDFName.of('Annots'), doc.context.obj([dictIn(doc, { Type: 'Annot', Rect: [72, 72, 200, 90], ...words })] as never));
};
const reasonFor = async (file: Buffer, limits = most): Promise<string> => {
  try {
    await readPages(file, limits);
    return 'taken';
  } catch (error) {
    return error instanceof CannotTake ? error.reason : 'broken';
  }
};

const paperOf = (taken: Taken, scanText: string | null = null): Promise<Buffer> => {
  const parts: PdfPart[] = [
    { kind: 'heading', level: 1, text: 'Packet' },
    { kind: 'contents', caption: 'Contents', columns: ['Part', 'Page'] },
    { kind: 'newPage', isWide: isWide(taken.pages[0]!) },
    { kind: 'heading', level: 2, text: 'Routes' },
    {
      kind: 'pages',
      taken,
      caption: (page, of) => `Routes, page ${page} of ${of}`,
      scanText: scanText === null ? null : (page) => `${scanText} ${page}`,
    },
    { kind: 'newPage' },
    { kind: 'heading', level: 2, text: 'After it' },
  ];
  const words = { title: 'Packet', lang: 'en', madeAt: '2026-11-25T20:00:00.000Z', footer: 'Central' };
  return renderPdf({ ...words, pageText: (page, of) => `Page ${page} of ${of}`, parts, hasBookmarks: true });
};

describe('the pages of a paper', () => {
  it('come into the packet with their words, each on a page of ours, and what follows them has the right page number', async () => {
    const bytes = await paperOf(await readPages(await aFile(undefined, 3), most));
    const structure = structureOf(bytes);
    const packet = await PDFDocument.load(bytes);
    expect([packet.getPageCount(), bytes.toString('latin1').includes('pdfuaid')]).toEqual([5, false]);
    if (structure === undefined) return;
    for (const words of ['Bus routes, part 1', 'Bus routes, part 2', 'Bus routes, part 3']) expect(structure).toContain(words);
    expect(structure.indexOf('part 3')).toBeLessThan(structure.lastIndexOf('After it'));
    expect(structure.replace(/\s+/g, ' ')).toMatch(/"After it" TD[^"]*"5"/);
  });

  it('say in words what they are where they are pictures', async () => {
    const bytes = await paperOf(await readPages(await aFile(undefined, 2), most), 'Picture of page');
    expect(bytes.toString('latin1').match(/\/Alt \(Picture of page \d\)/g)).toHaveLength(2);
  });

  it('keep what a page has from the pages above it, its turn and its cut', async () => {
    const file = await aFile((_, page) => {
      page.setRotation(degrees(90));
      page.setCropBox(100, 50, 300, 200);
    });
    const [page] = (await readPages(file, most)).pages;
    expect([page?.box, page?.turn, isWide(page!)]).toEqual([[100, 50, 400, 250], 90, false]);
  });

  it('give the same file for the same pages', async () => {
    const file = await aFile(undefined, 2);
    const [first, second] = [await paperOf(await readPages(file, most)), await paperOf(await readPages(file, most))];
    expect(first.equals(second)).toBe(true);
  });

  it('keep their links to web addresses and no other', async () => {
    const link = (action: Record<string, unknown>) =>
      aFile((doc, page) => {
        annotate(doc, page, { Subtype: 'Link', A: dictIn(doc, action) });
      });
    const web = await readPages(await link({ S: 'URI', URI: PDFString.of('https://example.org/map') }), most);
    expect(web.pages[0]?.links.map(({ href }) => href)).toEqual(['https://example.org/map']);
    expect((await paperOf(web)).toString('latin1')).toContain('/URI (https://example.org/map)');
    for (const action of [
      { S: 'URI', URI: PDFString.of('javascript:alert(1)') },
      { S: 'Launch', F: PDFString.of('a.exe') },
      { S: 'JavaScript', JS: PDFString.of('app.alert(1)') },
    ])
      expect((await readPages(await link(action), most)).pages[0]?.links).toEqual([]);
  });

  it('leave behind what acts: scripts, actions of the page, files inside', async () => {
    const file = await aFile(async (doc, page) => {
      doc.addJavaScript('now', 'app.alert("planted")');
      await doc.attach(Buffer.from('planted'), 'planted.txt');
      page.node.set(PDFName.of('AA'), dictIn(doc, { O: dictIn(doc, { S: 'JavaScript', JS: PDFString.of('planted') }) }));
    });
    const bytes = (await paperOf(await readPages(file, most))).toString('latin1');
    for (const sign of ['/JavaScript', '/JS', '/AA', '/EmbeddedFile', 'planted'])
      expect([sign, bytes.includes(sign)]).toEqual([sign, false]);
  });

  it('survive a key that names the past of all objects', async () => {
    const file = await aFile((doc, page) => {
      const odd = dictIn(doc, { Type: 'ExtGState' });
      odd.set(PDFName.of('__proto__'), PDFNumber.of(7));
      page.node.newExtGState('G', odd);
    });
    expect((await paperOf(await readPages(file, most))).toString('latin1')).toContain('/__proto__ 7');
  });
});

describe('a file whose pages are not taken', () => {
  it.each<[string, string, (doc: PDFDocument, page: PDFPage) => unknown]>([
    ['a form field', 'fields', (doc) => doc.getForm().createTextField('name').addToPage(doc.getPage(0))],
    ['a comment that is seen', 'fields', (doc, page) => annotate(doc, page, { Subtype: 'Text', AP: dictIn(doc, {}) })],
    [
      'a hidden layer',
      'fields',
      (doc) => doc.catalog.set(PDFName.of('OCProperties'), dictIn(doc, { D: dictIn(doc, { BaseState: 'OFF' }) })),
    ],
    [
      'pages that lead to themselves',
      'broken',
      (doc) => doc.catalog.Pages().set(PDFName.of('Kids'), doc.context.obj([doc.catalog.get(PDFName.of('Pages'))!] as never)),
    ],
    ['a page without extent', 'broken', (doc, page) => page.node.set(PDFName.of('MediaBox'), doc.context.obj([0, 0, 0, 0] as never))],
  ])('with %s is said to be %s', async (_, reason, change) => {
    expect(await reasonFor(await aFile(change))).toBe(reason);
  });

  it('has one page more than may come, or a password', async () => {
    const file = await aFile(undefined, 3);
    expect([await reasonFor(file, { ...most, pages: 3 }), await reasonFor(file, { ...most, pages: 2 })]).toEqual(['taken', 'long']);
    const doc = await PDFDocument.load(file);
    doc.encrypt({ userPassword: 'secret', ownerPassword: 'more secret' });
    expect(await reasonFor(Buffer.from(await doc.save()))).toBe('locked');
    expect(await reasonFor(Buffer.from('%PDF-1.7\nnothing'))).toBe('broken');
  });
});

describe('reading in a process of its own', () => {
  it('answers the pages of a sound file', async () => {
    const answer = await takePages(await aFile(undefined, 2), { ...most, time: 30_000 });
    expect('taken' in answer && answer.taken.pages.length).toBe(2);
  });

  it('gives up on a file that takes longer than it may, and goes on with the next', async () => {
    const [late, next] = [takePages(await aFile(), { ...most, time: 1 }), takePages(await aFile(), { ...most, time: 30_000 })];
    expect([await late, 'taken' in (await next)]).toEqual([{ reason: 'broken' }, true]);
  });
});

describe('fitting a page', () => {
  const area = { x: 36, y: 50, width: 540, height: 684 };
  const corner = (turn: 0 | 90 | 180 | 270, x: number, y: number): number[] => {
    const [a, b, c, d, e, f] = fit({ box: [10, 20, 110, 220], turn }, area);
    return [a * x + c * y + e, b * x + d * y + f].map((point) => Math.round(point * 100) / 100);
  };
  // The corner that is at the top left as it is read, and the one at the bottom right; 1.5 is the most it grows.
  it.each<[0 | 90 | 180 | 270, [number, number], [number, number], [number, number]]>([
    [0, [10, 220], [110, 20], [150, 300]],
    [90, [10, 20], [110, 220], [300, 150]],
    [180, [110, 20], [10, 220], [150, 300]],
    [270, [110, 220], [10, 20], [300, 150]],
  ])('turned by %i degrees it stands upright in its place', (turn, first, last, [width, height]) => {
    const left = 36 + (540 - width) / 2;
    expect([corner(turn, ...first), corner(turn, ...last)]).toEqual([
      [left, 50],
      [left + width, 50 + height],
    ]);
  });
});
