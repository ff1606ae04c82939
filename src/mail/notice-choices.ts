import { onWallClock, toInstant, type Instant } from '../lib/time';
import type { Email } from './email';

/** Mails nobody has to get, by kind: each may be had at once, gathered on Fridays, or never. */
export const noticeKinds = ['vacancy.open', 'interest.cycleOpens'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeChoices = ['at_once', 'weekly', 'never'] as const;
export type NoticeChoice = (typeof noticeChoices)[number];

/** What was chosen, by person and kind; what is not in it comes at once. */
export type ChosenNotices = ReadonlyMap<string, NoticeChoice>;

interface Addressed {
  readonly personId: string | null;
  readonly kind: string;
  readonly stream: Email['stream'];
}

export const chosenKey = (personId: string, kind: string): string => `${personId} ${kind}`;

/** What its reader chose for a mail. Service mail is never a matter of choice. */
export const choiceFor = (chosen: ChosenNotices, { personId, kind, stream }: Addressed): NoticeChoice =>
  stream === 'service' || personId === null ? 'at_once' : (chosen.get(chosenKey(personId, kind)) ?? 'at_once');

/** The next Friday at 16:00 in the district, when what was gathered goes out; on that minute itself, a week later. */
export function nextGathering(now: Instant): Instant {
  const local = onWallClock(now);
  const friday = local
    .startOf('day')
    .plus({ days: (5 - local.weekday + 7) % 7 })
    .set({ hour: 16 });
  return toInstant(friday <= local ? friday.plus({ days: 7 }) : friday);
}

/** When a mail is due by its reader's choice: gathered ones on Friday, unless they would be of no use by then. */
export function dueByChoice(email: Email, choice: NoticeChoice, now: Instant): Instant {
  const due = email.sendAt ?? now;
  if (choice !== 'weekly') return due;
  const gathered = nextGathering(due);
  return email.expiresAt != null && email.expiresAt <= gathered ? due : gathered;
}
