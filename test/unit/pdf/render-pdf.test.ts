import { canDraw, renderPdf, type PdfPaper } from '../../../src/pdf';
import { aJpeg, aPng, chunk } from '../../support/files';
import { structureOf } from '../../support/pdf-structure';
import { textOfPdf } from '../../support/pdf-text';

const paper: PdfPaper = {
  title: 'Solicitud de María',
  lang: 'es',
  madeAt: '2026-11-25T20:00:00.000Z',
  footer: 'Central',
  pageText: (page, of) => `Página ${page} de ${of}`,
  parts: [
    { kind: 'heading', level: 1, text: 'María-José Peña' },
    { kind: 'facts', rows: [{ label: 'Referencia', value: '7KQ4-XM2P' }] },
    { kind: 'list', items: ['uno', 'dos'] },
    { kind: 'paragraph', text: 'Primero.\n\nSegundo.' },
    {
      kind: 'table',
      table: {
        caption: 'Lugares',
        columns: [{ label: 'Lugar' }, { label: 'Nombre' }],
        rows: Array.from({ length: 80 }, (_, index) => [`F-${index}`, index === 0 ? '' : 'Ana']),
      },
    },
    { kind: 'newPage' },
    { kind: 'heading', level: 2, text: 'Última' },
  ],
};

describe('a paper as PDF', () => {
  it('says what it is, in which language, and that it is tagged', async () => {
    const text = (await renderPdf(paper)).toString('latin1');
    for (const sign of [
      '%PDF-1.7',
      '/Lang (es)',
      '/Marked true',
      '/DisplayDocTitle true',
      '/S /H1',
      '/S /Table',
      '/Scope /Column',
      '/Scope /Row',
    ])
      expect([sign, text.includes(sign)]).toEqual([sign, true]);
  });

  it('is read in order: headings, facts, lists and tables with headers', async () => {
    const structure = structureOf(await renderPdf(paper));
    if (structure === undefined) return;
    const order = [
      'H1',
      'María-José Peña',
      'Referencia',
      '7KQ4-XM2P',
      'LBody',
      'Primero.',
      'Segundo.',
      'Lugares',
      'Table',
      'TH',
      '"F-79"',
      'Última',
    ];
    const places = order.map((words) => structure.indexOf(words));
    expect(places.every((place, index) => place >= 0 && place >= (places[index - 1] ?? 0))).toBe(true);
    expect(structure).not.toContain('Página');
  });

  it('is the same bytes for the same content, and other bytes for other content', async () => {
    const first = await renderPdf(paper);
    expect(first.equals(await renderPdf(paper))).toBe(true);
    expect(first.equals(await renderPdf({ ...paper, title: 'Otra' }))).toBe(false);
  });
});

describe('a paper of many parts', () => {
  const part = (words: string): PdfPaper['parts'] => [
    { kind: 'newPage' },
    { kind: 'heading', level: 1, text: words },
    { kind: 'heading', level: 2, text: `${words}, closer` },
    { kind: 'heading', level: 3, text: `${words}, closest` },
  ];
  const whole: PdfPaper = {
    ...paper,
    hasBookmarks: true,
    parts: [
      { kind: 'heading', level: 1, text: 'Front' },
      { kind: 'contents', caption: 'Pages', columns: ['Part', 'Page'] },
      ...part('First'),
      ...part('Second'),
      {
        kind: 'links',
        items: [
          { text: 'The plan', href: 'https://example.org/plan', note: 'ten pages' },
          { text: 'Gone', href: null },
        ],
      },
      { kind: 'picture', bytes: aPng(), words: 'A map of the schools' },
    ],
  };

  it('names the page of each heading that follows, down to the second level', async () => {
    const lines = textOfPdf(await renderPdf(whole)).split('\n');
    const from = lines.indexOf('Page') + 1;
    const to = lines.indexOf('Central · Página 1 de 3');
    expect(lines.slice(from, to)).toEqual(['First', '2', 'First, closer', '2', 'Second', '3', 'Second, closer', '3']);
  });

  it('has its headings as bookmarks, one below the other, only where that is asked for', async () => {
    const text = (await renderPdf(whole)).toString('latin1');
    expect(text.includes('/Outlines')).toBe(true);
    expect((await renderPdf({ ...whole, hasBookmarks: false })).toString('latin1').includes('/Outlines')).toBe(false);
    const titles = [...text.matchAll(/\/Title \(([^)]*)\)/g)].map(([, title]) => title);
    expect(titles.filter((title) => title !== paper.title && /^[A-Z]/.test(title ?? ''))).toEqual(
      expect.arrayContaining(['Front', 'First', 'First, closer', 'First, closest', 'Second']),
    );
  });

  it('has links that say so and pictures with their words', async () => {
    const bytes = await renderPdf(whole);
    const text = bytes.toString('latin1');
    for (const sign of ['/S /Link', '/URI (https://example.org/plan)', '/S /Figure', '/Alt (A map of the schools)'])
      expect([sign, text.includes(sign)]).toEqual([sign, true]);
    const structure = structureOf(bytes);
    if (structure !== undefined) expect(structure).toMatch(/Link[\s\S]*The plan[\s\S]*ten pages[\s\S]*Gone[\s\S]*Figure/);
  });

  it('carries files inside, the same bytes each time', async () => {
    const inside = [{ name: 'plan.pdf', type: 'application/pdf', words: 'The plan', bytes: Buffer.from('plan') }];
    const first = await renderPdf({ ...whole, inside });
    expect(first.toString('latin1')).toContain('/EmbeddedFile');
    expect(first.equals(await renderPdf({ ...whole, inside }))).toBe(true);
  });

  it.each([
    ['a JPEG', aJpeg(), true],
    ['a PNG without transparency', aPng(), true],
    ['a PNG with a colour that is see-through', aPng(4, 4, chunk('tRNS', Buffer.alloc(6))), false],
    ['a PNG with an alpha channel', withByte(aPng(), 25, 6), false],
    ['an interlaced PNG', withByte(aPng(), 28, 1), false],
    ['half a JPEG', aJpeg().subarray(0, 8), false],
    ['half a PNG', aPng().subarray(0, 20), false],
    ['no picture at all', Buffer.from('words'), false],
  ])('knows whether it can draw %s', (_name, bytes, can) => {
    expect(canDraw(bytes)).toBe(can);
  });
});

function withByte(bytes: Buffer, at: number, value: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = value;
  return changed;
}
