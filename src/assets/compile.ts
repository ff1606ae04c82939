import { join } from 'node:path';
import { build, transform } from 'esbuild';
import rtlcss from 'rtlcss';
import * as sass from 'sass';
import { projectRoot } from '../lib/project-root';

const uswds = join(projectRoot, 'node_modules', '@uswds', 'uswds');

/** Compiles one of the style sheets in `src/assets/styles`. */
export function styles(name: string): string {
  const file = join(projectRoot, 'src', 'assets', 'styles', `${name}.scss`);
  return sass.compile(file, { loadPaths: [join(uswds, 'packages')], quietDeps: true, logger: sass.Logger.silent, charset: false }).css;
}

/** The same style sheet without what browsers do not need. */
export async function minified(css: string): Promise<string> {
  const { code } = await transform(css, { loader: 'css', minify: true, target: ['chrome100', 'firefox100', 'safari15'] });
  return code;
}

/** The scripts of `src/assets/client` as one module. */
export async function script(): Promise<string> {
  const entry = join(projectRoot, 'src', 'assets', 'client', 'app.ts');
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, write: false, format: 'esm', minify: true, target: 'es2020' });
  return outputFiles.map((file) => file.text).join('');
}

/** The same style sheet for languages written from right to left. */
export const mirrored = (css: string): string => rtlcss.process(css);
