import fc from 'fast-check';
import { withoutLinks } from '../../../src/features/outreach/invitation';

describe('The note of an invitation', () => {
  it.each([
    ['See https://evil.example/path?q=1', 'See evil .example/path?q=1'],
    ['www.evil.example', 'www evil .example'],
    ['write to me@evil.example', 'write to me @ evil .example'],
    ['<b>Hi</b>', 'b Hi /b'],
    ['javascript:alert(1)', 'javascript alert(1)'],
    ['HTTP://EVIL.example', 'EVIL .example'],
  ])('holds nothing a mail program makes a link of: %s', (typed, kept) => {
    expect(withoutLinks(typed)).toBe(kept);
  });

  it('keeps what people say as they said it', () => {
    const words = '¡Hola, Rosa! Pensé en ti.\nNos vemos el jueves a las 6.';
    expect(withoutLinks(words)).toBe(words);
  });

  it('never holds a scheme, an address or a domain, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.emailAddress(),
          fc.tuple(fc.string(), fc.webUrl()).map((parts) => parts.join(' ')),
        ),
        (typed) => {
          const kept = withoutLinks(typed);
          expect(kept).not.toMatch(/\w:\/\/|\S@\S|[\p{L}\p{N}]\.[\p{L}\p{N}]|[<>]|www\./u);
        },
      ),
    );
  });
});
