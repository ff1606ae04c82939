import type { Outcome } from './reply';

/** What went wrong in a row; any accepted mail ends it. */
export interface Streak {
  /** Mails refused for good or of unknown fate. */
  readonly failures: number;
  readonly signInFailures: number;
  /** Mails that found no server. They wait and do not pause anything: it comes back by itself. */
  readonly unreachable: number;
}

export const noStreak: Streak = { failures: 0, signInFailures: 0, unreachable: 0 };

const mostFailures = 50;
const mostSignInFailures = 5;

export type Result = Outcome['is'] | 'unreachable' | 'sign-in';

/** The streak after these results, in the order they came. */
export const streakAfter = (streak: Streak, results: readonly Result[]): Streak => results.reduce(step, streak);

function step(streak: Streak, result: Result): Streak {
  switch (result) {
    case 'sent':
      return noStreak;
    case 'failed':
    case 'unknown':
      return { ...streak, failures: streak.failures + 1 };
    case 'sign-in':
      return { ...streak, signInFailures: streak.signInFailures + 1 };
    case 'unreachable':
      return { ...streak, unreachable: streak.unreachable + 1 };
    case 'retry':
      return streak;
  }
}

export type PauseReason = 'sign-in-refused' | 'failing' | 'restored' | 'by-hand';

/** Why sending must stop until a person looks: 5 refused sign-ins or 50 failures in a row; null when it may go on. */
export function reasonToPause(streak: Streak): PauseReason | null {
  if (streak.signInFailures >= mostSignInFailures) return 'sign-in-refused';
  return streak.failures >= mostFailures ? 'failing' : null;
}
