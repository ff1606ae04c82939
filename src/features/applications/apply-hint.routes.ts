import type { Request, Response } from 'express';
import { cookieOf } from '../../web/locale';
import { isApplySource, type ApplyHint, type ApplySource } from './apply-hint';

const cookie = 'apply_from';

/** Where an applicant says they come from, when they come by a link of ours; a shared link unless it says more. */
export const applySourceOf = (said: unknown): ApplySource => (isApplySource(said) ? said : 'share');

/** Keeps for a day which collaborative a reader chose on a flyer and where they found it; only a POST calls it. */
export function keepApplyHint(res: Response, { slug, source }: ApplyHint, isSecure: boolean): void {
  res.cookie(cookie, `${slug}.${source}`, { maxAge: 86_400_000, sameSite: 'lax', httpOnly: true, secure: isSecure });
}

/** What this browser's flyer or link said; undefined when it came by itself. */
export function applyHintOf(req: Request): ApplyHint | undefined {
  const [slug = '', source = ''] = (cookieOf(req, cookie) ?? '').split('.');
  return isApplySource(source) && /^[a-z-]{1,40}$/.test(slug) ? { slug, source } : undefined;
}
