import { browserMark, isGood, type Token } from '../../../src/features/accounts/token';

const token: Token = {
  id: 't1',
  purpose: 'sign_in',
  personId: null,
  email: 'ana@example.org',
  subjectId: null,
  returnTo: null,
  expiresAt: '2026-11-21T20:10:00.000Z',
  usedAt: null,
  usedBy: null,
  hash: 'h',
};
const used: Token = { ...token, usedAt: '2026-11-21T20:05:00.000Z', usedBy: browserMark('mine') };

it.each([
  ['unused, in time', token, '2026-11-21T20:09:59.999Z', null, true],
  ['unused, at its end', token, '2026-11-21T20:10:00.000Z', null, false],
  ['used, by anybody', used, '2026-11-21T20:05:01.000Z', null, false],
  ['used, same browser, within two minutes', used, '2026-11-21T20:07:00.000Z', 'mine', true],
  ['used, same browser, later', used, '2026-11-21T20:07:00.001Z', 'mine', false],
  ['used, another browser', used, '2026-11-21T20:05:01.000Z', 'other', false],
])('%s', (_, one, at, browser, good) => {
  expect(isGood(one, at, browser)).toBe(good);
});
