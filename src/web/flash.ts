import type { Request } from 'express';

/** Leaves a word for the page after the redirect, in the language it was said in. Shown once. */
export function setFlash(req: Request, text: string): void {
  req.session.flash = text;
}

/** Takes the word left by the request before. */
export function takeFlash(req: Request): string | null {
  const session = req.session as Request['session'] | undefined;
  const text = session?.flash;
  if (session === undefined || text === undefined) return null;
  delete session.flash;
  return text;
}
