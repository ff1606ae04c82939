import { fold } from '../../lib/text';

/** What a reviewer or an applicant is compared by. Empty text means unknown and matches nothing. */
export interface Party {
  readonly personId: string | null;
  readonly name: string;
  readonly email: string;
  readonly address: string;
  readonly zip: string;
  readonly schoolId: string;
}

/** An applicant, with what else of the application names people and organizations. */
export interface ApplicantParty extends Party {
  /** References, as written. */
  readonly references: string;
  /** School and organizations, as written. */
  readonly organizations: string;
}

export interface Declared {
  readonly kind: 'person' | 'organization';
  readonly name: string;
}

/** A reviewer, with whom they said beforehand that they know. */
export interface ReviewerParty extends Party {
  readonly declared: readonly Declared[];
}

export const conflictGrounds = ['self', 'email', 'address', 'surname', 'referee', 'declared', 'school', 'employer'] as const;
export type ConflictGround = (typeof conflictGrounds)[number];

/**
 * Grounds the system suggests to staff (domain.md 5): own file, one household, same surname and ZIP, referee, same school or
 * employer; and what the reviewer declared beforehand.
 */
export function conflictsBetween(applicant: ApplicantParty, reviewer: ReviewerParty): ConflictGround[] {
  const found: Record<ConflictGround, boolean> = {
    self: applicant.personId !== null && applicant.personId === reviewer.personId,
    email: same(applicant.email, reviewer.email),
    address: same(applicant.address, reviewer.address),
    surname: same(surnameOf(applicant.name), surnameOf(reviewer.name)) && same(applicant.zip, reviewer.zip),
    referee: names(applicant.references, reviewer.name) || names(applicant.references, reviewer.email),
    declared: reviewer.declared.some((declared) => isDeclared(applicant, declared)),
    school: same(applicant.schoolId, reviewer.schoolId),
    employer: same(employerOf(applicant.email), employerOf(reviewer.email)),
  };
  return conflictGrounds.filter((ground) => found[ground]);
}

const hints: ReadonlySet<ConflictGround> = new Set(['school', 'employer']);

/** A school or employer in common is a hint for staff; every other ground keeps the file away when assigning by itself. */
export const keepsAway = (grounds: readonly ConflictGround[]): boolean => grounds.some((ground) => !hints.has(ground));

/** What staff decided of a suggested conflict. */
export type Verdict = 'confirmed' | 'dismissed';

/** Whether a file must not, or should rather not, go to a reviewer, staff's word before the suggestion. Nobody reads their own. */
export function stanceOf(grounds: readonly ConflictGround[], verdict: Verdict | undefined): 'barred' | 'avoided' | 'free' {
  if (grounds.includes('self') || verdict === 'confirmed') return 'barred';
  if (verdict === 'dismissed' || grounds.length === 0) return 'free';
  return keepsAway(grounds) ? 'barred' : 'avoided';
}

function isDeclared(applicant: ApplicantParty, { kind, name }: Declared): boolean {
  return kind === 'person' ? sameWords(applicant.name, name) : names(applicant.organizations, name);
}

/** The last word of a name; of two Spanish surnames the last stands for both. */
const surnameOf = (name: string): string => fold(name).split(' ').at(-1) ?? '';

/** Mail providers that say nothing of where a person works, and names kept for examples. */
const providers = new Set(
  'gmail.com yahoo.com hotmail.com outlook.com live.com msn.com icloud.com me.com aol.com proton.me protonmail.com example.org example.com example.net'.split(
    ' ',
  ),
);

const employerOf = (email: string): string => {
  const domain = fold(email).split('@')[1] ?? '';
  return providers.has(domain) || domain.endsWith('.example.org') ? '' : domain;
};

/** Whether a text holds this name as whole words. */
const names = (text: string, name: string): boolean => fold(name).length >= 3 && ` ${wordsIn(text)} `.includes(` ${wordsIn(name)} `);

const wordsIn = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .replace(/\.(?=\s|$)/g, '')
    .trim();

/** The same words in any order: "Diaz, Ana" and "Ana Diaz". */
const sameWords = (a: string, b: string): boolean => same(wordsIn(a).split(' ').sort().join(' '), wordsIn(b).split(' ').sort().join(' '));

const same = (a: string, b: string): boolean => fold(a) !== '' && fold(a) === fold(b);
