import type { Config } from '../../config';
import { isDemo } from '../../config';
import { needsSecondFactor, type Actor } from '../../lib/actor';
import type { Instant } from '../../lib/time';

/** What a person signs in with. Made at the first sign-in. */
export interface Account {
  readonly id: string;
  readonly personId: string;
  readonly passwordHash: string | null;
  readonly passwordChangedAt: Instant | null;
  /** The authenticator's seed, sealed with the application's secret; there once it has been confirmed. */
  readonly totpSealed: string | null;
  readonly totpConfirmedAt: Instant | null;
  readonly totpLastStep: number | null;
  readonly closedAt: Instant | null;
  readonly lastSignInAt: Instant | null;
}

export const hasSecondFactor = (account: Pick<Account, 'totpConfirmedAt'>): boolean => account.totpConfirmedAt !== null;

/** What the session says of the second factor. */
export interface FactorState {
  /** It was given in this session. */
  readonly strong?: boolean | undefined;
  /** The account has one, and this session has not given it. */
  readonly factorDue?: boolean | undefined;
}

/** Whether this session must give (or first set up) a second factor before anything else. */
export function mustProveSecondFactor(actor: Actor, session: FactorState, config: Config): boolean {
  if (actor.id === null || session.strong === true) return false;
  return session.factorDue === true || (needsSecondFactor(actor) && !isDemo(config));
}
