import type { Instant } from '../../lib/time';

/** Why a person is not in a seat; the letter puts the code into words. */
export const regretCodes = ['others_ranked_higher', 'no_seat_on_offer', 'composition_target', 'lot', 'incomplete', 'not_eligible'] as const;
export type RegretCode = (typeof regretCodes)[number];

/** Every letter of a decision: at the release, to who is next, and when a candidacy ends later. */
export const letterCodes = ['offer', 'next', 'alternate', ...regretCodes, 'kept_elsewhere', 'expired'] as const;
export type LetterCode = (typeof letterCodes)[number];

/** Letters that still go out once the slate is released, so that their wording may still change. */
const laterCodes: readonly LetterCode[] = ['next', 'kept_elsewhere', 'expired'];

export const isLetterCode = (text: string): text is LetterCode => letterCodes.includes(text as LetterCode);

export const isRegret = (code: string): code is RegretCode => regretCodes.includes(code as RegretCode);

/** Whether the words of this kind may change: until the release, or as long as such letters still go out. */
export const mayReword = (code: LetterCode, isReleased: boolean): boolean => !isReleased || laterCodes.includes(code);

/** The words that staff may change; paragraphs stand apart by an empty line. Dates, link and facts are always added. */
export interface Wording {
  readonly subject: string;
  readonly body: string;
}

/** A version of the words of a kind of letter (both languages) or of one person's letter (theirs). */
export interface LetterText {
  readonly slot: string;
  readonly version: number;
  /** For one person: the reason that staff chose in place of the one that follows from the slate. */
  readonly code: RegretCode | null;
  /** By language; null: reset to the usual words. */
  readonly wordings: Readonly<Record<string, Wording>> | null;
  readonly editedBy: string | null;
  readonly editedAt: Instant;
}

/** The newest version of each text of a collaborative in a cycle, by slot. */
export type LetterTexts = ReadonlyMap<string, LetterText>;

export const kindSlot = (code: LetterCode): string => `kind:${code}`;
export const personSlot = (candidacyId: string): string => `person:${candidacyId}`;

/** What a letter may name in braces. */
export const placeholders = ['name', 'seat', 'by'] as const;

/** Names in braces that no letter can fill. */
export const unknownPlaceholders = (text: string): string[] =>
  [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '').filter((name) => !placeholders.includes(name as 'name'));

/** A text with its names in braces filled; others stay as they are. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

/** The words of one letter: the person's own, else those of its kind, else the usual ones. */
export function chosenWording(
  texts: LetterTexts,
  letter: { code: LetterCode; candidacyId: string; locale: string },
  usual: Wording,
): Wording {
  const own = texts.get(personSlot(letter.candidacyId))?.wordings?.[letter.locale];
  return own ?? texts.get(kindSlot(letter.code))?.wordings?.[letter.locale] ?? usual;
}

/** Someone with a seat on the slate, as far as it explains why another has none. */
export interface Seated {
  readonly constituency: string;
  readonly points: number | null;
  /** Placed for the sake of the composition, out of rank order. */
  readonly isForComposition: boolean;
  /** The lot in which the person took part, where one was drawn. */
  readonly lotId: string | null;
}

interface Unplaced extends Pick<Seated, 'points' | 'constituency' | 'lotId'> {
  readonly hasSeats: boolean;
}

/** Why this person has no seat, as a code: what follows from the seats, the totals and the reasons on the slate. */
export function whyNot(person: Unplaced, seated: readonly Seated[]): RegretCode {
  if (!person.hasSeats) return 'no_seat_on_offer';
  const points = person.points ?? -1;
  const rivals = seated.filter((one) => one.constituency === person.constituency);
  const passedBy = rivals.filter((one) => (one.points ?? -1) < points);
  if (passedBy.some((one) => one.isForComposition)) return 'composition_target';
  const isDrawn = person.lotId !== null && rivals.some((one) => one.lotId === person.lotId);
  return passedBy.length === 0 && isDrawn ? 'lot' : 'others_ranked_higher';
}
