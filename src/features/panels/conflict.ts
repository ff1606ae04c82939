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

export const conflictGrounds = ['self', 'email', 'address', 'surname', 'school'] as const;
export type ConflictGround = (typeof conflictGrounds)[number];

/** Grounds the system suggests to staff (domain.md 5): own file, one household, same surname and ZIP, same school. */
export function conflictsBetween(applicant: Party, reviewer: Party): ConflictGround[] {
  const found: Record<ConflictGround, boolean> = {
    self: applicant.personId !== null && applicant.personId === reviewer.personId,
    email: same(applicant.email, reviewer.email),
    address: same(applicant.address, reviewer.address),
    surname: same(surnameOf(applicant.name), surnameOf(reviewer.name)) && same(applicant.zip, reviewer.zip),
    school: same(applicant.schoolId, reviewer.schoolId),
  };
  return conflictGrounds.filter((ground) => found[ground]);
}

/** A school in common is a hint for staff; every other ground keeps the file away from the reviewer when assigning by itself. */
export const keepsAway = (grounds: readonly ConflictGround[]): boolean => grounds.some((ground) => ground !== 'school');

/** The last word of a name; of two Spanish surnames the last stands for both. */
const surnameOf = (name: string): string => fold(name).split(' ').at(-1) ?? '';

const same = (a: string, b: string): boolean => fold(a) !== '' && fold(a) === fold(b);
