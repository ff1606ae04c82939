import { keepMade } from '../../../src/web/keep-made';

const bytes = (words: string) => Buffer.from(words);

describe('what takes long to make', () => {
  it('is made once for a key, also for two who ask at the same time', async () => {
    const keep = keepMade(100);
    let made = 0;
    const make = () => Promise.resolve(bytes(`number ${(made += 1)}`));
    const [first, second] = await Promise.all([keep('a', make), keep('a', make)]);
    expect([String(first), String(second), String(await keep('a', make)), made]).toEqual(['number 1', 'number 1', 'number 1', 1]);
    expect(String(await keep('b', make))).toBe('number 2');
  });

  it('goes when there is no room, the oldest first', async () => {
    const keep = keepMade(10);
    const asked: string[] = [];
    const of = (key: string) =>
      keep(key, () => {
        asked.push(key);
        return Promise.resolve(bytes('12345'));
      });
    for (const key of ['a', 'b', 'a', 'c', 'b', 'a']) await of(key);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });

  it('is tried again after a failure', async () => {
    const keep = keepMade(10);
    await expect(keep('a', () => Promise.reject(new Error('no font')))).rejects.toThrow('no font');
    expect(String(await keep('a', () => Promise.resolve(bytes('fine'))))).toBe('fine');
  });
});
