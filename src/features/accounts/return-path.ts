const base = 'http://site.invalid';

/** A path on this site to go on to after signing in; anything that could lead elsewhere becomes the fallback. */
export function returnPath(wanted: unknown, fallback = '/me'): string {
  const path = typeof wanted === 'string' && wanted.length <= 2000 ? pathOnSite(wanted) : null;
  return path === null || /^\/sign-(in|out)\b/.test(path) ? fallback : path;
}

/** Checked before and after reading: `/.//elsewhere` only becomes `//elsewhere` when the browser has read it. */
function pathOnSite(wanted: string): string | null {
  if (!isPath(wanted) || !URL.canParse(wanted, base)) return null;
  const url = new URL(wanted, base);
  const path = url.pathname + url.search;
  return url.origin === base && isPath(path) ? path : null;
}

const isPath = (text: string): boolean => /^\/(?![/\\])/.test(text);
