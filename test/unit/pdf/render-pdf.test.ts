import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderPdf, type PdfPaper } from '../../../src/pdf';

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

/** What a screen reader is told of the file, where poppler is here to ask; else what the bytes say. */
function structureOf(bytes: Buffer): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, bytes);
  try {
    return execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

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
