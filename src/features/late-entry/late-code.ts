import type { Instant } from '../../lib/time';
import { closingEnd } from '../cycles';

/** Lets named people apply after the closing, until the cycle decides (domain.md 3). */
export interface LateCode {
  readonly id: string;
  readonly cycleId: string;
  /** Whose staff made it; no other staff see it. */
  readonly collaborativeId: string;
  /** What people type: `7KQ4-XM2P`. */
  readonly code: string;
  readonly forWhom: string;
  readonly note: string;
  /** Where it was mailed to. */
  readonly email: string | null;
  readonly useLimit: number;
  readonly uses: number;
  /** That minute still counts. */
  readonly expiresAt: Instant;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly revokedAt: Instant | null;
}

/** Most people one code may let in. */
export const mostUses = 20;

export type LateCodeState = 'good' | 'usedUp' | 'expired' | 'revoked';

/** Whether a code lets somebody in now. Who came in by it goes on even when it ends. */
export function stateOfLateCode(code: Pick<LateCode, 'revokedAt' | 'expiresAt' | 'uses' | 'useLimit'>, now: Instant): LateCodeState {
  if (code.revokedAt !== null) return 'revoked';
  if (now >= closingEnd({ closesAt: code.expiresAt })) return 'expired';
  return code.uses >= code.useLimit ? 'usedUp' : 'good';
}
