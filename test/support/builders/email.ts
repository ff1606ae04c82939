import type { Email, Letter } from '../../../src/mail/email';

export const aLetter = (given: Partial<Letter> = {}): Letter => ({
  preheader: 'Answer by Friday',
  greeting: 'Dear Ana,',
  paragraphs: ['Please answer by Friday, December 4.'],
  facts: [{ label: 'Reference', value: '7KQ4-XM2P' }],
  action: { text: 'Answer', url: 'http://127.0.0.1/offers/1' },
  after: ['Thank you for your interest.'],
  reason: 'You get this e-mail because you applied.',
  ...given,
});

/** A mail to Ana; each `key` is a mail of its own. */
export const anEmail = (key = '1', given: Partial<Email> = {}): Email => ({
  kind: 'test.letter',
  to: { personId: null, name: 'Ana Reyes', address: `ana.${key}@example.org`, locale: 'en' },
  subject: `Letter ${key}`,
  letter: aLetter(),
  dedupeKey: `test.letter:${key}`,
  stream: 'service',
  priority: 'soon',
  about: { kind: 'application', id: key, collaborativeId: null },
  whenUnknown: 'hold',
  ...given,
});
