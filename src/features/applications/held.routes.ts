import type { Request } from 'express';

/** Lets this browser open an application from now on, and makes it the one it goes on with. */
export function holdApplication(req: Request, id: string): void {
  const others = (req.session.applicationIds ?? []).filter((held) => held !== id);
  req.session.applicationIds = [...others, id].slice(-10);
}
