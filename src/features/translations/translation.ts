import { inBoth, type LocalText } from '../../lib/local-text';
import type { CalendarDate, Instant } from '../../lib/time';

/** A field of an agenda that has English words and no Spanish ones. */
export type Lack = 'title' | 'text';

/** A text of an agenda to come that waits for its Spanish, with who is to write it and until when. */
export interface WaitingText {
  readonly meetingId: string;
  /** `title`: of the meeting; else the id of an agenda item. */
  readonly part: string;
  readonly title: LocalText;
  readonly lacks: readonly Lack[];
  readonly meetingStartsAt: Instant;
  readonly isPosted: boolean;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly dueOn: CalendarDate | null;
  /** 0 while nobody has said who or when. */
  readonly version: number;
}

/** Which of the fields have words in English alone. */
export function lacksOf(fields: Readonly<Partial<Record<Lack, LocalText>>>): Lack[] {
  const names = ['title', 'text'] as const;
  return names.filter((name) => {
    const { en, es } = inBoth(fields[name]);
    return en !== '' && es === '';
  });
}

/** A text is late the day after the one it was due on. */
export const isLate = ({ dueOn }: Pick<WaitingText, 'dueOn'>, today: CalendarDate): boolean => dueOn !== null && dueOn < today;

/** What is due first stands first; what has no day comes after, by its meeting. */
export const inOrder = (texts: readonly WaitingText[]): WaitingText[] =>
  [...texts].sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.meetingStartsAt.localeCompare(b.meetingStartsAt));

export const countsOf = (texts: readonly WaitingText[], today: CalendarDate) => ({
  waiting: texts.length,
  unowned: texts.filter(({ ownerId }) => ownerId === null).length,
  late: texts.filter((text) => isLate(text, today)).length,
});
