import { defineMachine } from '../../lib/state-machine';
import type { Instant } from '../../lib/time';

export type LetterStatus = 'waiting' | 'printed' | 'posted' | 'told' | 'dropped';
export type LetterEvent = 'print' | 'post' | 'tell' | 'drop' | 'reopen';

/**
 * A letter on paper. Printed again is printed: the page says how often and by whom, so that nobody posts it twice
 * unknowingly. `told`: said on the phone or in person instead. `dropped`: not needed any more.
 */
export const letterMachine = defineMachine<LetterStatus, LetterEvent>({
  waiting: { print: 'printed', tell: 'told', drop: 'dropped' },
  printed: { print: 'printed', post: 'posted', tell: 'told', drop: 'dropped', reopen: 'waiting' },
  posted: { reopen: 'printed' },
  told: { reopen: 'waiting' },
  dropped: { reopen: 'waiting' },
});

/** The lists of the page, by what they wait for. */
export const letterTabs = ['waiting', 'printed', 'done'] as const;
export type LetterTab = (typeof letterTabs)[number];

export const statusesOf: Readonly<Record<LetterTab, readonly LetterStatus[]>> = {
  waiting: ['waiting'],
  printed: ['printed'],
  done: ['posted', 'told', 'dropped'],
};

/** Whether it can still be of use: what says "answer by" a moment that has passed is not printed with the others. */
export const isTooLate = ({ expiresAt }: { readonly expiresAt: Instant | null }, now: Instant): boolean =>
  expiresAt !== null && expiresAt <= now;

/** Most letters of one run: what a tray of paper holds. */
export const runSize = 200;

/** The address as it stands in the window of an envelope: one line each, the ZIP code once. */
export function addressLines({ name, address, zip }: { readonly name: string; readonly address: string; readonly zip: string }): string[] {
  const lines = address
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const last = lines.at(-1);
  if (last === undefined) return [name];
  return [name, ...(zip === '' || address.includes(zip) ? lines : [...lines.slice(0, -1), `${last} ${zip}`])];
}

/** A letter with what is known now of its reader. */
export interface Letter {
  readonly id: string;
  readonly status: LetterStatus;
  readonly collaborativeId: string;
  readonly toName: string;
  readonly locale: string;
  readonly subject: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly prints: number;
  readonly printedAt: Instant | null;
  readonly printedBy: string | null;
  readonly finishedAt: Instant | null;
  readonly finishedBy: string | null;
  /** Of the application it is about; null for others. */
  readonly reference: string | null;
  readonly phone: string;
  readonly address: string;
  readonly zip: string;
}
