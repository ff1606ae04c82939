import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { buildAssets } from './assets/build';
import { filesIn, fingerprint } from './assets/fingerprint';
import { projectRoot } from './lib/project-root';

const inputs = ['src', 'migrations', 'tsconfig.json', 'package-lock.json'];
const dist = join(projectRoot, 'dist');
const stampFile = join(dist, '.built');

/** Builds the assets, then compiles the server into `dist/`; each only when something it is made of has changed. */
async function buildAll(): Promise<void> {
  await buildAssets();
  const stamp = fingerprint(inputs);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync(stampFile, { force: true });
  compile();
  removeOrphans();
  mkdirSync(dist, { recursive: true });
  writeFileSync(stampFile, stamp);
}

function compile(): void {
  const compiler = join(projectRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'src'], { cwd: projectRoot, stdio: 'inherit' });
  if (status !== 0) throw new Error('the server does not compile');
}

/** A migration that was renamed must not run twice: what has no source any more goes. */
function removeOrphans(): void {
  for (const file of filesIn(dist)) {
    const source = relative(dist, file).replace(/\.js(\.map)?$/, '.ts');
    if (/\.js(\.map)?$/.test(file) && !existsSync(join(projectRoot, source))) rmSync(file);
  }
}

void buildAll();
