import { HtmlValidate } from 'html-validate';
import { translations, knownLocales } from '../../../src/i18n/locales';
import type { Email } from '../../../src/mail/email';
import { renderEmail, subjectLine } from '../../../src/mail/render-email';
import { isPlainAddress } from '../../../src/mail/transport';
import { wrap } from '../../../src/mail/wrap';
import { aLetter, anEmail } from '../../support/builders/email';

const words = { translate: translations({ pseudo: true }), baseUrl: 'https://collaboratives.example' };
const render = (given: Partial<Email> = {}) => renderEmail(anEmail('1', given), words);
const inLanguage = (locale: string) => ({ to: { personId: null, name: 'Ana', address: 'ana@example.org', locale } });

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: {
    'no-inline-style': 'off',
    'long-title': 'off',
    'require-sri': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'prefer-native-element': 'off',
  },
});

it.each(knownLocales({ pseudo: true }))('is valid HTML in %s, with its language and direction', async (locale) => {
  const { html } = render({ ...inLanguage(locale), stream: 'subscription', leaveUrl: 'https://collaboratives.example/leave/1' });
  const { results } = await validator.validateString(html);
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId} ${message}`))).toEqual([]);
  expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ar-XB' ? 'rtl' : 'ltr'}">`);
  expect(html).not.toContain('undefined');
});

it('reads as a letter in plain text', () => {
  const { text } = render({
    letter: aLetter({
      paragraphs: ["O'Neill & Sons ask you <politely> to answer by Friday, December 4, so that the seat can go on to the next person."],
    }),
  });
  expect(text.split('\n')).toEqual([
    'Dear Ana,',
    '',
    "O'Neill & Sons ask you <politely> to answer by Friday, December 4, so",
    'that the seat can go on to the next person.',
    '',
    '  Reference: 7KQ4-XM2P',
    '',
    'Answer:',
    'http://127.0.0.1/offers/1',
    '',
    'Thank you for your interest.',
    '',
    '-- ',
    'Local District Collaboratives program office',
    '',
    'You get this e-mail because you applied.',
    'Do not answer this e-mail: nobody reads that mailbox.',
    'Questions, or help in another language? Write to us at',
    'https://collaboratives.example/help',
    '',
  ]);
});

it('escapes what people wrote', () => {
  const { html } = render({
    letter: aLetter({ greeting: 'Dear <img src=x onerror=alert(1)>,', facts: [{ label: '"', value: '<script>' }] }),
  });
  expect(html).not.toMatch(/<img|<script/);
});

it('shows the address of the button bare, beneath it', () => {
  expect(render().html.split('http://127.0.0.1/offers/1')).toHaveLength(4);
});

it('says how to leave in subscriptions only', () => {
  const leaveUrl = 'https://collaboratives.example/leave/1';
  expect(render({ stream: 'subscription', leaveUrl }).html).toContain(leaveUrl);
  expect(render({ stream: 'subscription', leaveUrl }).text).toContain(leaveUrl);
  const service = render({ leaveUrl });
  expect([service.html.includes(leaveUrl), service.text.includes(leaveUrl), service.leaveUrl]).toEqual([false, false, null]);
});

it('makes one line of a subject', () => {
  expect(subjectLine('Your offer\r\nBcc: x@evil.example')).toBe('Your offer Bcc: x@evil.example');
});

it.each([
  ['ana@example.org', true],
  ["o'neill+x@example.org", true],
  ['ana@example.org, bo@example.org', false],
  ['<ana@example.org>', false],
  ['ana@exämple.org', false],
  ['"a b"@example.org', false],
  ['ana@', false],
  ['', false],
])('takes %p for one plain address: %p', (address, expected) => {
  expect(isPlainAddress(address)).toBe(expected);
});

it('breaks lines between words and leaves long words whole', () => {
  expect(wrap('aaa bbb ccc', 7)).toBe('aaa bbb\nccc');
  expect(wrap('https://example.org/long x', 5)).toBe('https://example.org/long\nx');
});
