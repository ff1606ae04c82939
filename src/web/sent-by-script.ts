import type { NextFunction, Request, Response } from 'express';

/**
 * A form that a script of ours sends (`X-Send`) is told where to go on (204 with `Location`) instead of being led there: the
 * script opens the page, so that what the page has to say once is said to the reader.
 */
export function answerScripts(req: Request, res: Response, next: NextFunction): void {
  if (req.get('X-Send') === '1') res.redirect = (...given: [string] | [number, string] | [string, number]) => tell(res, given);
  next();
}

function tell(res: Response, given: readonly (string | number)[]): void {
  const address = given.find((part) => typeof part === 'string') ?? '/';
  res.status(204).location(address).end();
}
