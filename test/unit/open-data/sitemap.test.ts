import { readAfter } from '../../../src/features/open-data/after.form';
import { robotsText } from '../../../src/features/open-data/robots';
import { fitsInOne, meetingsInFile, newestOf } from '../../../src/features/open-data/sitemap';
import { meetingPlaces, sitemapIndex, sitemapText } from '../../../src/features/open-data/sitemap.views';

const origin = 'https://collaboratives.example.org';
const rules = robotsText({ sitemap: `${origin}/sitemap.xml`, isDemo: false });

/** Another program's reading of the rules: RFC 9309 without wildcards, `$` at the end. */
const isShut = (text: string, address: string): boolean =>
  [...text.matchAll(/^Disallow: (.+)$/gm)].some(([, rule = '']) =>
    rule.endsWith('$') ? address === rule.slice(0, -1) : address.startsWith(rule),
  );

describe('what programs are asked to leave alone', () => {
  it.each([
    '/me',
    '/me/advice',
    '/me?x=1',
    '/staff',
    '/staff/central/seats',
    '/admin/people',
    '/sign-in',
    '/apply/resume/abc',
    '/follow/leave/abc',
  ])('%s is', (address) => {
    expect(isShut(rules, address)).toBe(true);
  });

  it.each([
    '/',
    '/meetings/abc',
    '/meetings/abc/minutes',
    '/central',
    '/apply',
    '/calendar',
    '/follow',
    '/advice/abc',
    '/open-data',
    '/members',
  ])('%s is not', (address) => {
    expect(isShut(rules, address)).toBe(false);
  });

  it('names the sitemap with its origin, and in the demo shuts everything and names none', () => {
    expect(rules).toContain(`\nSitemap: ${origin}/sitemap.xml\n`);
    expect(robotsText({ sitemap: 'x', isDemo: true })).toBe('User-agent: *\nDisallow: /\n');
  });
});

describe('the sitemap', () => {
  it('is one file up to its most addresses, and an index from one more on', () => {
    expect(fitsInOne({ pages: 10, meetings: 30, notes: 0 }, 100)).toBe(true);
    expect(fitsInOne({ pages: 10, meetings: 30, notes: 1 }, 100)).toBe(false);
    expect([meetingsInFile(), meetingsInFile() * 3 <= 5000]).toEqual([1666, true]);
  });

  it('names a meeting alone, and its agenda and minutes once there are any', () => {
    const meeting = { id: 'm', changedAt: 'a', postedAt: null, minutesAt: null };
    const hrefs = (given: object) => meetingPlaces({ ...meeting, ...given }).map(({ href, changedAt }) => [href, changedAt]);
    expect(hrefs({})).toEqual([['/meetings/m', 'a']]);
    expect(hrefs({ postedAt: 'b', minutesAt: 'c' })).toEqual([
      ['/meetings/m', 'a'],
      ['/meetings/m/agenda', 'b'],
      ['/meetings/m/minutes', 'c'],
    ]);
  });

  it('gives each page with its origin, both languages, and when it changed only where that is known', () => {
    const text = sitemapText([{ href: '/a&b', changedAt: null }], origin);
    expect(text).toContain(
      `<url><loc>${origin}/a&amp;b</loc>` +
        `<xhtml:link rel="alternate" hreflang="en" href="${origin}/a&amp;b?lang=en"/>` +
        `<xhtml:link rel="alternate" hreflang="es" href="${origin}/a&amp;b?lang=es"/></url>`,
    );
    expect(sitemapText([{ href: '/a', changedAt: '2026-11-21T20:00:00.000Z' }], origin)).toContain(
      '<lastmod>2026-11-21T20:00:00.000Z</lastmod>',
    );
  });

  it('lists in an index the files that begin behind each break', () => {
    const found = [...sitemapIndex({ meetings: ['m9'], notes: [] }, origin).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc]) => loc);
    expect(found).toEqual(
      ['pages', 'meetings', 'meetings', 'notes'].map((name, index) => `${origin}/sitemap-${name}.xml${index === 2 ? '?after=m9' : ''}`),
    );
  });

  it('knows the newest of some moments, or none', () => {
    expect([newestOf([]), newestOf([null]), newestOf(['b', null, 'a'])]).toEqual([null, null, 'b']);
  });
});

describe('where a page of data begins', () => {
  it('is at the first record, or behind an id; anything else is refused rather than begun anew', () => {
    expect([readAfter({}), readAfter({ after: '' }), readAfter({ after: 'a'.repeat(64) })]).toEqual(['', '', 'a'.repeat(64)]);
    for (const after of ['a'.repeat(65), 'a b', 'a\u0000', ['a', 'b']]) expect(() => readAfter({ after })).toThrow('errors.invalid.lead');
  });
});
