import { IllegalTransition, NotFound, Forbidden } from '../../../src/lib/errors';
import { idMaker, readableCode } from '../../../src/lib/ids';
import { MovableClock } from '../../../src/lib/clock';
import { cutPage, decodeCursor, encodeCursor } from '../../../src/lib/pagination';
import { path, withQuery } from '../../../src/lib/path';
import { allowIf, authorize, conceal } from '../../../src/lib/policy';
import { equalSecrets, seal, unseal } from '../../../src/lib/secret';
import { defineMachine } from '../../../src/lib/state-machine';
import { strictRead } from '../../../src/lib/strict-read';
import { countWords, csvCell, fold } from '../../../src/lib/text';

describe('a state machine', () => {
  const door = defineMachine<'open' | 'shut', 'shut' | 'open'>({ open: { shut: 'shut' }, shut: {} });

  it('leads on and refuses what it does not know', () => {
    expect(door.next('open', 'shut')).toBe('shut');
    expect(door.can('shut', 'open')).toBe(false);
    expect(door.isFinal('shut')).toBe(true);
    expect(() => door.next('shut', 'open')).toThrow(IllegalTransition);
  });
});

describe('a policy', () => {
  it('is 403 where one may know of the thing and 404 where one may not', () => {
    const refused = allowIf(false, 'errors.forbidden.lead');
    expect(() => {
      authorize(refused);
    }).toThrow(Forbidden);
    expect(() => {
      conceal(refused);
    }).toThrow(NotFound);
    expect(() => {
      authorize(allowIf(true, 'errors.forbidden.lead'));
    }).not.toThrow();
  });
});

describe('an address', () => {
  it('is written once and filled safely', () => {
    expect(path('/meetings/:id/notice').pattern).toBe('/meetings/:id/notice');
    expect(path('/meetings/:id/notice')({ id: 'a/b' })).toBe('/meetings/a%2Fb/notice');
    expect(withQuery('/list', { q: 'año', page: '', n: 2 })).toBe('/list?q=a%C3%B1o&n=2');
  });
});

describe('a page of a list', () => {
  it('has a next one only when there is more', () => {
    const rows = [1, 2, 3].map((n) => ({ id: String(n) }));
    expect(cutPage(rows, ({ id }) => ({ after: id, id }), 3).next).toBeNull();
    const cut = cutPage(rows, ({ id }) => ({ after: id, id }), 2);
    expect(cut.rows).toEqual([{ id: '1' }, { id: '2' }]);
    expect(decodeCursor(cut.next ?? '')).toEqual({ after: '2', id: '2' });
  });

  it.each(['', 'x', '[]', encodeCursor({ after: 'a', id: 'b' }).slice(2), Buffer.from('{"a":1}').toString('base64url')])(
    'has no place at %j',
    (text) => {
      expect(decodeCursor(text)).toBeUndefined();
    },
  );
});

describe('a view-model', () => {
  it('throws on a property it lacks, also deep inside, and lets present ones through', () => {
    const model = strictRead({ title: 'A', list: [{ name: null as string | null }] }, 'page') as unknown as {
      title: string;
      list: { name: string; nam: string }[];
      titel: string;
    };
    expect(model.list[0]?.name).toBeNull();
    expect(() => model.titel).toThrow('page has no titel');
    expect(() => model.list[0]?.nam).toThrow('page.list.0 has no nam');
  });
});

describe('ids and secrets', () => {
  it('sort by the moment they were made', () => {
    const clock = new MovableClock('2026-01-01T00:00:00.000Z');
    const newId = idMaker(clock);
    const first = newId();
    clock.moveBy(1);
    expect([newId(), first].sort()[0]).toBe(first);
    expect(first).toMatch(/^[0-9a-z]{26}$/);
  });

  it('make codes that can be read aloud', () => {
    expect(readableCode()).toMatch(/^[2-9B-DF-HJKMNP-RTV-XZ]{4}-[2-9B-DF-HJKMNP-RTV-XZ]{4}$/);
  });

  it('open only under the key they were sealed with', () => {
    const sealed = seal('seed', 'key');
    expect(unseal(sealed, 'key')).toBe('seed');
    expect(() => unseal(sealed, 'other')).toThrow();
    expect(equalSecrets('a', 'a')).toBe(true);
    expect(equalSecrets('a', 'ab')).toBe(false);
  });
});

describe('text', () => {
  it('is found without its accents', () => {
    expect(fold('  Reunión   del Año ')).toBe('reunion del ano');
    expect(countWords('  uno dos\ntres ')).toBe(3);
  });

  it.each(['=1+1', '+1', '-1', '@x', ' =1', '\t=1', '＝1', '%x', '|x'])('is harmless in a spreadsheet: %j', (text) => {
    expect(csvCell(text)).toMatch(/^"'/);
  });

  it('keeps quotes and lines in a cell', () => {
    expect(csvCell('a "b"\r\nc')).toBe('"a ""b""\nc"');
  });
});
