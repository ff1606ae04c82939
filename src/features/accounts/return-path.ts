const base = 'http://site.invalid';

/** A page of this site to go back to; anything that could lead elsewhere becomes the fallback. */
export function sitePath(wanted: unknown, fallback = '/'): string {
  return (typeof wanted === 'string' && wanted.length <= 2000 ? pathOnSite(wanted) : null) ?? fallback;
}

/** Where to go on after signing in: a page of this site, but none of signing in or out. */
export function returnPath(wanted: unknown, fallback = '/me'): string {
  const path = sitePath(wanted, fallback);
  return /^\/sign-(in|out)\b/.test(path) ? fallback : path;
}

/** Checked before and after reading: `/.//elsewhere` only becomes `//elsewhere` when the browser has read it. */
function pathOnSite(wanted: string): string | null {
  if (!isPath(wanted) || !URL.canParse(wanted, base)) return null;
  const url = new URL(wanted, base);
  const path = url.pathname + url.search;
  return url.origin === base && isPath(path) ? path : null;
}

const isPath = (text: string): boolean => /^\/(?![/\\])/.test(text);
