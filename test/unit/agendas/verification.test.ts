import { canonicalJson } from '../../../src/features/agendas/snapshot';
import { verifySnapshot } from '../../../src/features/agendas/verification';
import { sha256 } from '../../../src/lib/secret';
import { aPosting } from '../../support/builders/agenda';

const posting = aPosting('2026-11-30T10:00:00.000Z');
const bytes = Buffer.from(posting.snapshot, 'utf8');

describe('working out the proof of a posting', () => {
  it('finds the hash of the proof page in the exact bytes', () => {
    expect(verifySnapshot(bytes)).toEqual({ kind: 'read', sha256: posting.sha256, isExact: true, content: posting.content });
  });

  it('finds it also where a program wrote the same words anew, and says so', () => {
    const turned = Object.fromEntries(Object.entries(posting.content).reverse());
    for (const text of [JSON.stringify(posting.content, null, 2), `\uFEFF${JSON.stringify(turned)}\n`])
      expect(verifySnapshot(Buffer.from(text))).toMatchObject({ sha256: posting.sha256, isExact: false });
  });

  it('never finds it where any one character is another', () => {
    const missed: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = bytes[at] === 0x78 ? 0x79 : 0x78;
      const found = verifySnapshot(changed);
      if (sha256(changed) === posting.sha256 || (found.kind === 'read' && found.sha256 === posting.sha256)) missed.push(at);
    }
    expect([missed, bytes.length > 1000]).toEqual([[], true]);
  });

  it('never finds it where one character is added or left out', () => {
    const missed: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const without = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
      const found = verifySnapshot(without);
      if (found.kind === 'read' && found.sha256 === posting.sha256) missed.push(at);
    }
    expect(missed).toEqual([]);
  });

  it.each(['', 'words', '[]', 'null', '7', '{"format":2,"number":1,"items":[]}', '{"format":1,"number":"1","items":[]}'])(
    'says that %j is no posted agenda',
    (text) => {
      expect(verifySnapshot(Buffer.from(text))).toEqual({ kind: 'unreadable' });
    },
  );

  it('is done over names in code point order, without blanks', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é "' }], a: true, é: undefined })).toBe('{"a":true,"b":[1,{"c":"é \\"","d":null}]}');
  });
});
