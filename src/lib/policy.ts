import type { MessageKey } from '../i18n/keys';
import { Forbidden, NotFound } from './errors';

/** What a policy answers: allowed, or refused for a reason that can be shown. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: MessageKey };

export const allowed: Decision = { allowed: true };

export const refuse = (reason: MessageKey): Decision => ({ allowed: false, reason });

export const allowIf = (claim: boolean, reason: MessageKey): Decision => (claim ? allowed : refuse(reason));

/** Goes on when allowed; else throws Forbidden (403) with the reason. For things the actor may know of. */
export function authorize(decision: Decision): void {
  if (!decision.allowed) throw new Forbidden(decision.reason);
}

/** Goes on when allowed; else throws NotFound (404). For things whose very existence is private. */
export function conceal(decision: Decision): void {
  if (!decision.allowed) throw new NotFound();
}
