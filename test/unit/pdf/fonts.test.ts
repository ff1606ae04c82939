import { renderPdf } from '../../../src/pdf';
import { cellText, runsOf } from '../../../src/pdf/fonts';

const names = 'Անի Հակոբյան, 김 민준, 王麗華 (王丽华) y فاطمة احمدی';

describe('names in other scripts', () => {
  it('are told apart letter by letter; what stands between two words of one script goes with them', () => {
    expect(runsOf(names)).toEqual([
      { script: 'armenian', text: 'Անի Հակոբյան' },
      { script: 'latin', text: ', ' },
      { script: 'korean', text: '김 민준' },
      { script: 'latin', text: ', ' },
      { script: 'chinese', text: '王麗華 (王丽华' },
      { script: 'latin', text: ') y ' },
      { script: 'arabic', text: 'فاطمة احمدی' },
    ]);
    expect(runsOf('José Núñez, Nguyễn, Олена').map(({ script }) => script)).toEqual(['latin']);
    expect(runsOf('')).toEqual([]);
  });

  it('have in a cell of a table the font of the script most letters are in', () => {
    expect([cellText('José'), cellText('Անի (José)').font, cellText('李, 김민준').font, cellText('فارسی')]).toEqual([
      { text: 'José' },
      { src: 'armenian regular' },
      { src: 'korean regular' },
      { text: 'فارسی', font: { src: 'arabic regular' }, textOptions: { features: [] } },
    ]);
  });

  it.each([
    ['Անի', 'NotoSansArmenian-Regular'],
    ['김민준', 'GothicA1-Regular'],
    ['王麗華 王丽华', 'ChocolateClassicalSans-Regular'],
    ['فاطمة احمدی', 'NotoSansArabic-Regular'],
    ['Núñez', 'NotoSans-Regular'],
  ])('%s is drawn with %s, wherever on a paper it stands, and no paper holds a font it does not use', async (name, font) => {
    const bare = { title: 'x', lang: 'es', madeAt: '2026-12-01T00:00:00.000Z', footer: 'Central', pageText: () => '' };
    const table = { caption: 'Tabla', columns: [{ label: 'Nombre' }], rows: [[name]] };
    const parts = [
      { kind: 'paragraph', text: `${name} y más` },
      { kind: 'facts', rows: [{ label: 'Nombre', value: name }] },
      { kind: 'list', items: [name] },
      { kind: 'links', items: [{ text: name, href: 'https://example.org/', note: name }] },
      { kind: 'table', table },
    ] as const;
    for (const part of parts) {
      const pdf = (await renderPdf({ ...bare, parts: [part] })).toString('latin1');
      const fonts = new Set([...pdf.matchAll(/\/BaseFont \/[A-Z]+\+([\w-]+)/g)].map(([, base]) => base));
      const others = [...fonts].filter((base) => base !== 'NotoSans-Regular' && base !== 'NotoSans-Bold');
      expect([part.kind, fonts.has(font), others]).toEqual([part.kind, true, font === 'NotoSans-Regular' ? [] : [font]]);
    }
  });
});
