import { negotiate } from '../../../src/i18n/negotiate';

const all = ['en', 'es', 'hy', 'ko', 'zh-Hans', 'zh-Hant', 'ru', 'vi', 'fil', 'fa', 'ar'];

describe('negotiate', () => {
  it.each([
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['es-419', 'es'],
    ['en-GB', 'en'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW,zh;q=0.9', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['tl-PH', 'fil'],
    ['prs', 'fa'],
    ['fa-AF', 'fa'],
    ['hyw', 'hy'],
    ['ko-KR', 'ko'],
    ['fr, es;q=0.5', 'es'],
    ['en;q=0.2, es;q=0.7', 'es'],
    ['en;q=0, es', 'es'],
  ])('answers %s with %s', (header, locale) => {
    expect(negotiate(header, all)).toBe(locale);
  });

  it.each([undefined, '', '*', 'fr', 'x', ';;;', 'en;q=0', 'ñ-ñ'])('has no answer for %s', (header) => {
    expect(negotiate(header, all)).toBeUndefined();
  });
});
