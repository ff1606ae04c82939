import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Router, static as serve, type RequestHandler } from 'express';
import { projectRoot } from '../lib/project-root';

const publicFolder = join(projectRoot, 'public');
const assetsFolder = join(publicFolder, 'assets');
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

let manifest: Readonly<Record<string, string>> | undefined;

/** Address of a built file by its plain name: `asset('app.css')` → `/assets/app.3f2a.css`; the plain name when nothing is built (unit tests). */
export function asset(name: string): string {
  const known = assets();
  return `/assets/${known[name] ?? name}`;
}

/** Throws when styles and scripts have not been built: a server must not start without them. */
export function checkAssets(): void {
  if (assets()['app.css'] === undefined) throw new Error('public/assets is missing: run `npm run build` first');
}

/** Serves `/assets` (unchanging, precompressed) and the other files of `public/`. */
export function staticFiles(): RequestHandler {
  const files = Router();
  files.use(
    '/assets',
    precompressed,
    serve(assetsFolder, { immutable: true, maxAge: '365d', index: false, redirect: false, acceptRanges: false }),
  );
  files.use(serve(publicFolder, { maxAge: '1h', index: false, redirect: false }));
  return files;
}

/** Every built file has its `.br` and `.gz` beside it: serve the smallest one that the browser reads. */
const precompressed: RequestHandler = (req, res, next) => {
  const name = req.path.slice(1);
  const type = types[extname(name)];
  if (type !== undefined && Object.values(assets()).includes(name)) {
    res.vary('Accept-Encoding');
    const encoding = req.acceptsEncodings('br') || req.acceptsEncodings('gzip');
    if (encoding !== false) {
      res.set({ 'Content-Type': type, 'Content-Encoding': encoding });
      req.url = `/${name}.${encoding === 'br' ? 'br' : 'gz'}`;
    }
  }
  next();
};

function assets(): Readonly<Record<string, string>> {
  manifest ??= readManifest();
  return manifest;
}

function readManifest(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(join(assetsFolder, 'manifest.json'), 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}
