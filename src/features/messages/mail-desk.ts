import type { MailProblem } from '../../lib/mail-problem';
import { hoursBetween, plusElapsed, type Instant } from '../../lib/time';

/** The two states that wait for a person. */
export type Trouble = 'held' | 'failed';

/** A mail whose sending went wrong: everything of it but its text and its address. */
export interface TroubledMail {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly toName: string;
  readonly collaborativeId: string | null;
  readonly status: string;
  readonly problem: MailProblem | null;
  /** The server's words, with addresses taken out. */
  readonly reply: string | null;
  readonly at: Instant;
  readonly expiresAt: Instant | null;
  /** The reader asks for a new one instead: links to sign in. */
  readonly isAskedAnew: boolean;
  /** The address is flagged: nothing goes to it any more. */
  readonly isFlagged: boolean;
  /** False once the text was forgotten. */
  readonly hasText: boolean;
}

export const isTroubled = ({ status }: Pick<TroubledMail, 'status'>): boolean => status === 'held' || status === 'failed';

export type WhyNotAgain = 'askedAnew' | 'flagged' | 'over' | 'forgotten';

type Resendable = Pick<TroubledMail, 'problem' | 'expiresAt' | 'isAskedAnew' | 'isFlagged' | 'hasText'>;

/** Why sending a mail again would be of no use; null when it may go (reliability.md 4.7). */
export function whyNotAgain(mail: Resendable, now: Instant): WhyNotAgain | null {
  if (mail.isAskedAnew) return 'askedAnew';
  if (mail.isFlagged || mail.problem === 'bad_address') return 'flagged';
  if (mail.expiresAt !== null && mail.expiresAt <= now) return 'over';
  return mail.hasText ? null : 'forgotten';
}

const silentAfterSeconds = 120;

/** How the worker is: `silent` when its last sign is over two minutes old (reliability.md M14). */
export function workerStanding(beat: Instant | null, now: Instant): 'never' | 'silent' | 'running' {
  if (beat === null) return 'never';
  return beat < plusElapsed(now, { seconds: -silentAfterSeconds }) ? 'silent' : 'running';
}

export interface Span {
  readonly unit: 'seconds' | 'minutes' | 'hours' | 'days';
  readonly count: number;
}

/** The time between two moments in one whole unit, rounded down; nothing is shorter than a second. */
export function spanBetween(from: Instant, to: Instant): Span {
  const seconds = Math.max(1, Math.floor(Math.round(hoursBetween(from, to) * 3_600_000) / 1000));
  if (seconds < 60) return { unit: 'seconds', count: seconds };
  if (seconds < 3600) return { unit: 'minutes', count: Math.floor(seconds / 60) };
  if (seconds < 48 * 3600) return { unit: 'hours', count: Math.floor(seconds / 3600) };
  return { unit: 'days', count: Math.floor(seconds / 86_400) };
}

/** A server's reply without the addresses in it, which are no business of a list. */
export const withoutAddresses = (reply: string): string => reply.replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…');

const areas = [
  'account',
  'advice',
  'application',
  'decision',
  'help',
  'meeting',
  'membership',
  'minutes',
  'offer',
  'onboarding',
  'review',
  'slate',
] as const;

export type MailArea = (typeof areas)[number] | 'unknown';

/** What a kind of mail (`offer.lapsed`) is about. */
export const areaOf = (kind: string): MailArea => areas.find((area) => kind.startsWith(`${area}.`)) ?? 'unknown';
