import fc from 'fast-check';
import { returnPath } from '../../../src/features/accounts/return-path';

const elsewhere = [
  '//e.example',
  '///e.example',
  '/\\e.example',
  '\\\\e.example',
  '\\/e.example',
  '/\t/e.example',
  '/\n/e.example',
  '/\r\n/e.example',
  '\t//e.example',
  ' //e.example',
  'https:e.example',
  'https:/e.example',
  'https://e.example',
  'HTTPS://e.example',
  'http:e.example',
  'http:///e.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://e.example',
  'e.example',
  'e.example/path',
  '@e.example',
  'https://site.invalid@e.example',
  'https://site.invalid.e.example',
  '/.//e.example',
  '/..//e.example',
  '/a/..//e.example',
  '/./\\e.example',
  '/a/../\\e.example',
  '/\u0000/e.example\u0000//',
  '?next=//e.example',
  '#//e.example',
  '',
  '   ',
  './/e.example',
  '../e.example',
  '/sign-in',
  '/sign-out',
  '/sign-in/password?next=/a',
  '/%09/../..//e.example',
];

const here: [string, string][] = [
  ['/', '/'],
  ['/me', '/me'],
  ['/staff/applications?status=new&page=2', '/staff/applications?status=new&page=2'],
  ['/%2f%2fe.example', '/%2f%2fe.example'],
  ['/a?to=https://e.example', '/a?to=https://e.example'],
  ['/a@e.example', '/a@e.example'],
  ['/sign-ins', '/sign-ins'],
];

it.each(elsewhere)('does not leave the site for %j', (wanted) => {
  const path = returnPath(wanted);
  expect(new URL(path, 'http://site.example').origin).toBe('http://site.example');
  expect(path).toMatch(/^\/(?![/\\])/);
});

it('knows at least 40 ways to lead astray', () => {
  expect(elsewhere.length).toBeGreaterThanOrEqual(40);
});

it.each(here)('goes on to %s', (wanted, path) => {
  expect(returnPath(wanted)).toBe(path);
});

it.each([undefined, null, 3, ['/a', '/b'], { path: '/a' }, '/'.padEnd(2001, 'a')])('takes the fallback for %j', (wanted) => {
  expect(returnPath(wanted, '/here')).toBe('/here');
});

it('stays on the site whatever is asked', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.webPath(), fc.string({ unit: fc.constantFrom('/', '\\', '.', '@', ':', '\t', '%', 'e', '?', '#') })),
      (wanted) => {
        const url = new URL(returnPath(wanted), 'http://site.example');
        return url.origin === 'http://site.example';
      },
    ),
    { numRuns: 5000 },
  );
});
