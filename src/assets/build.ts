import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { projectRoot } from '../lib/project-root';
import { fingerprint } from './fingerprint';

const kilobyte = 1024;
/** Bytes after gzip (performance.md). */
export const budgets = { css: 32 * kilobyte, js: 10 * kilobyte } as const;

const inputs = ['src/assets', 'package-lock.json'];
const output = join(projectRoot, 'public', 'assets');
const stampFile = join(output, '.built');
const uswdsPictures = join(projectRoot, 'node_modules', '@uswds', 'uswds', 'dist');

interface Manifest {
  [name: string]: string;
}

/**
 * Writes styles (left to right, and mirrored), scripts and the pictures they name into `public/assets`, each under a name that
 * carries its hash, with `.gz` and `.br` beside it. Does nothing when no input has changed. Throws when a budget is exceeded.
 */
export async function buildAssets(): Promise<void> {
  const stamp = fingerprint(inputs);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  mkdirSync(output, { recursive: true });
  const { styles, mirrored, minified, script } = await import('./compile.js');
  const manifest: Manifest = {};
  const css = withPictures(`${styles('uswds')}\n${styles('app')}`, manifest);
  write(manifest, 'app.css', await minified(css), budgets.css);
  write(manifest, 'app.rtl.css', await minified(mirrored(css)), budgets.css);
  write(manifest, 'app.js', await script(), budgets.js);
  writeFileSync(join(output, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  removeOld(manifest);
  writeFileSync(stampFile, stamp);
}

/** Copies each picture that the styles name and points the styles at its hashed name. */
function withPictures(css: string, manifest: Manifest): string {
  return css.replace(/url\("?\/assets\/(img\/[\w./-]+)"?\)/g, (_, name: string) => {
    manifest[name] ??= place(name.replaceAll('/', '-'), readFileSync(join(uswdsPictures, name)));
    return `url("/assets/${manifest[name]}")`;
  });
}

/** Old files go last, so that a page asked for during a build finds its styles. */
function removeOld(manifest: Manifest): void {
  const current = new Set(['manifest.json', ...Object.values(manifest).flatMap((file) => [file, `${file}.gz`, `${file}.br`])]);
  for (const file of readdirSync(output)) if (!current.has(file)) rmSync(join(output, file));
}

function write(manifest: Manifest, name: string, text: string, budget: number): void {
  const content = Buffer.from(text);
  const size = gzipSync(content, { level: 9 }).length;
  if (size > budget) throw new Error(`${name} is ${size} bytes gzipped, more than its budget of ${budget}`);
  manifest[name] = place(name, content);
}

function place(name: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const extension = extname(name);
  const hashed = `${name.slice(0, -extension.length)}.${hash}${extension}`;
  writeFileSync(join(output, hashed), content);
  writeFileSync(join(output, `${hashed}.gz`), gzipSync(content, { level: 9 }));
  writeFileSync(join(output, `${hashed}.br`), brotliCompressSync(content));
  return hashed;
}

if (require.main === module) {
  void buildAssets();
}
