import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkFile } from '../../../src/files/check-file';
import { kindOf } from '../../../src/files/file-kind';
import { aJpeg, anOfficeFile, aPdf, aPng, goodFiles } from '../../support/files';
import { hostileFiles } from '../../support/hostile-files';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function check(givenName: string, bytes: Buffer) {
  const path = join(folder, 'file');
  await writeFile(path, bytes);
  return checkFile({ path, givenName, bytes: bytes.length });
}

describe('the check of a file', () => {
  it.each(goodFiles)('takes %s', async (name, bytes) => {
    expect(await check(name, bytes)).toEqual({ ok: true, kind: kindOf(name) });
  });

  it.each(hostileFiles)('refuses %s', async (_trick, name, bytes) => {
    expect(await check(name, bytes)).toMatchObject({ ok: false });
  });

  it('knows a hundred tricks', () => {
    expect(hostileFiles.length).toBeGreaterThanOrEqual(100);
  });

  it('tells why', async () => {
    const refusals: [string, Buffer][] = [
      ['a.pdf', Buffer.alloc(0)],
      ['a.svg', aPdf()],
      ['a.exe.pdf', aPdf()],
      ['a.pdf', aPng()],
      ['a.docx', anOfficeFile('docx', [{ name: 'word/vbaProject.bin' }])],
      ['a.docx', anOfficeFile('docx', [], { count: 2001 })],
      ['a.docx', anOfficeFile('docx', [{ name: 'x.xml', method: 8, unpacked: 100_000_001 }])],
      ['a.jpg', aJpeg(6325, 6325)],
    ];
    const told = await Promise.all(
      refusals.map(async ([name, bytes], index) => {
        const path = join(folder, `told-${index}`);
        await writeFile(path, bytes);
        const checked = await checkFile({ path, givenName: name, bytes: bytes.length });
        return checked.ok ? 'taken' : checked.refusal;
      }),
    );
    expect(told).toEqual(['empty', 'kind', 'name', 'content', 'macros', 'tooManyParts', 'unpacksTooLarge', 'tooManyPixels']);
  });

  it('stands at both sides of its edges', async () => {
    const parts = (count: number) => Array.from({ length: count - 3 }, (_, index) => ({ name: `word/p${index}.xml` }));
    const ratio = (unpacked: number) => {
      const base = anOfficeFile('docx', [{ name: 'x.xml', method: 8 }]);
      return anOfficeFile('docx', [{ name: 'x.xml', method: 8, unpacked: base.length * unpacked }]);
    };
    const taken = [
      await check('a.docx', anOfficeFile('docx', parts(2000))),
      await check('a.docx', anOfficeFile('docx', parts(2001))),
      await check('a.docx', ratio(99)),
      await check('a.docx', ratio(100)),
      await check('a.png', aPng(8000, 5000)),
      await check('a.png', aPng(8001, 5000)),
    ].map(({ ok }) => ok);
    expect(taken).toEqual([true, false, true, false, true, false]);
  });

  it('judges them all within 150 MB, without unpacking', async () => {
    const before = process.memoryUsage().rss;
    for (const [, name, bytes] of hostileFiles) await check(name, bytes);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });
});
