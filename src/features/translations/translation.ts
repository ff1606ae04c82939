import { inBoth, type LocalText } from '../../lib/local-text';
import { olderParts, type TranslatedText } from '../translated-texts';
import type { CalendarDate, Instant } from '../../lib/time';

/** What a text belongs to: a meeting's agenda, its minutes, or an advisory note. */
export const textKinds = ['agenda', 'minutes', 'note'] as const;
export type TextKind = (typeof textKinds)[number];

/** A field of an agenda that has English words and no Spanish ones. */
export type Lack = 'title' | 'text';

/** Which text: minutes go by the id of their meeting. */
export interface TextAddress {
  readonly kind: TextKind;
  readonly subjectId: string;
  /** On an agenda `title` (of the meeting) or the id of an item; else `words`: all of them. */
  readonly part: string;
}

/** A text that waits for its translation, with who is to write it and until when. */
export interface WaitingText extends TextAddress {
  readonly title: LocalText;
  /** Of an agenda: the fields without Spanish. */
  readonly lacks: readonly Lack[];
  /** On an agenda: the fields whose Spanish is older than the English. */
  readonly behind: readonly Lack[];
  /** Of minutes and notes: how many passages have no translation, or one that is older than the text. */
  readonly missing: number;
  readonly older: number;
  /** The language it is missing in. */
  readonly language: 'en' | 'es';
  /** Of a note: what people cite. */
  readonly reference: string | null;
  /** When the meeting begins or began; when a note was begun. */
  readonly at: Instant;
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

/** Which of the fields have Spanish made from other English than stands. */
export function behindOf(fields: Readonly<Partial<Record<Lack, LocalText>>>, noted: readonly TranslatedText[]): Lack[] {
  const names = ['title', 'text'] as const;
  const texts = names.flatMap((part) => (fields[part] === undefined ? [] : [{ part, text: fields[part] }]));
  const older = olderParts(texts, noted);
  return names.filter((name) => older.includes(name));
}

export const isSameText = (a: TextAddress, b: TextAddress): boolean =>
  a.kind === b.kind && a.subjectId === b.subjectId && a.part === b.part;

/** A text is late the day after the one it was due on. */
export const isLate = ({ dueOn }: Pick<WaitingText, 'dueOn'>, today: CalendarDate): boolean => dueOn !== null && dueOn < today;

/** What is due first stands first; what has no day comes after, by its meeting. */
export const inOrder = (texts: readonly WaitingText[]): WaitingText[] =>
  [...texts].sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.at.localeCompare(b.at));

export const countsOf = (texts: readonly WaitingText[], today: CalendarDate) => ({
  waiting: texts.length,
  unowned: texts.filter(({ ownerId }) => ownerId === null).length,
  late: texts.filter((text) => isLate(text, today)).length,
});
