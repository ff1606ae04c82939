import type { Request, Response } from 'express';
import { negotiate } from '../i18n/negotiate';

/** Name of the cookie that keeps a visitor's language; only a POST sets it. */
const languageCookie = 'lang';

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

/** Keeps a visitor's language for a year; only a POST calls it. */
export function keepLanguage(res: Response, locale: string, isSecure: boolean): void {
  res.cookie(languageCookie, locale, { maxAge: 365 * 86_400_000, sameSite: 'lax', httpOnly: true, secure: isSecure });
}

/** One cookie of a request, as it was sent. */
export function cookieOf(req: Request, name: string): string | undefined {
  const pair = (req.get('Cookie') ?? '')
    .split(';')
    .map((entry) => entry.trim())
    .find((entry) => entry.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
