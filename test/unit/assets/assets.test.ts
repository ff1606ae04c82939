import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { budgets } from '../../../src/assets/build';
import { projectRoot } from '../../../src/lib/project-root';
import { asset, checkAssets } from '../../../src/web/static-files';

const folder = join(projectRoot, 'public', 'assets');
const built = (name: string) => join(projectRoot, 'public', asset(name));
const text = (name: string) => readFileSync(built(name), 'utf8');
const gzipped = (name: string) => gzipSync(text(name), { level: 9 }).length;

beforeAll(() => {
  execFileSync(process.execPath, ['--import', 'tsx', 'src/assets/build.ts'], { cwd: projectRoot });
}, 120_000);

describe('the built assets', () => {
  it('are named in the manifest and stand there with both compressed forms', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>;
    const missing = Object.values(manifest)
      .flatMap((file) => [file, `${file}.gz`, `${file}.br`])
      .filter((file) => !existsSync(join(folder, file)));
    expect(missing).toEqual([]);
    expect(() => {
      checkAssets();
    }).not.toThrow();
  });

  it.each([
    ['app.css', budgets.css],
    ['app.rtl.css', budgets.css],
    ['app.js', budgets.js],
  ])('keep %s within %i bytes gzipped', (name, budget) => {
    expect(gzipped(name)).toBeLessThanOrEqual(budget);
  });

  it('have a mirrored style sheet, where what stood left stands right', () => {
    const left = text('app.css').match(/padding-left:[^0;}][^;}]*/g) ?? [];
    const right = text('app.rtl.css').match(/padding-right:[^0;}][^;}]*/g) ?? [];
    expect(right.map((rule) => rule.replace('right', 'left'))).toEqual(left);
    expect(left.length).toBeGreaterThan(0);
    expect(text('app.rtl.css')).not.toBe(text('app.css'));
  });

  it('fetch nothing from elsewhere and bring no fonts', () => {
    expect(text('app.css').match(/https?:\/\/|@font-face|@import/g)).toBeNull();
  });

  it('name only pictures that are there', () => {
    const named = [...text('app.css').matchAll(/url\(["']?(\/assets\/[^"')]+)/g)].map(([, address]) => address ?? '');
    expect(named.filter((address) => !existsSync(join(projectRoot, 'public', address)))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });
});
