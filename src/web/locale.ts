import type { Request } from 'express';
import { negotiate } from '../i18n/negotiate';

/** Name of the cookie that keeps a visitor's language; only a POST sets it. */
export const languageCookie = 'lang';

/** The language of this answer: `?lang=`, else the account's choice, the cookie, `Accept-Language`, English (pages.md). */
export function localeFor(req: Request, known: readonly string[], accountLocale: string | null): string {
  const isKnown = (code: unknown): code is string => typeof code === 'string' && known.includes(code);
  const asked = req.query['lang'];
  if (isKnown(asked)) return asked;
  if (isKnown(accountLocale)) return accountLocale;
  const kept = cookieOf(req, languageCookie);
  if (isKnown(kept)) return kept;
  return negotiate(req.get('Accept-Language'), known) ?? 'en';
}

function cookieOf(req: Request, name: string): string | undefined {
  const pair = (req.get('Cookie') ?? '')
    .split(';')
    .map((entry) => entry.trim())
    .find((entry) => entry.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
