import type { Answers, Constituency } from '../forms';

/** What ties somebody to a local district, as they say themselves. */
export const ties = ['child', 'student', 'lives', 'works', 'serves', 'gives', 'business', 'none'] as const;
export type Tie = (typeof ties)[number];

export const ages = ['under_13', '13', '14_to_17', 'adult'] as const;
export type Age = (typeof ages)[number];

export const terms = ['yes', 'unsure', 'no'] as const;
export type Term = (typeof terms)[number];

export interface EligibilityAnswers {
  readonly ties: readonly Tie[];
  readonly age: Age;
  readonly term: Term;
}

/** `welcome` names the kinds of seats there are for this person; the others say why there is none now. */
export type Eligibility =
  | { readonly outcome: 'welcome'; readonly constituencies: readonly Constituency[]; readonly isUnsure: boolean }
  | { readonly outcome: 'tooYoung' | 'waitUntil14' | 'noTie' | 'noTime' | 'noSeat' };

const seatFor: Readonly<Partial<Record<Tie, Constituency>>> = {
  child: 'families',
  student: 'students',
  lives: 'community',
  works: 'community',
  serves: 'organizations',
  gives: 'philanthropy',
  business: 'business',
};

/**
 * Whether there is a place for somebody (domain.md 4: no account under 13, a student seat from 14). No ZIP code is asked:
 * nobody is turned away by where exactly they live. Seats at large are open to every tie.
 */
export function eligibility({ ties: held, age, term }: EligibilityAnswers, onOffer: readonly Constituency[]): Eligibility {
  if (age === 'under_13') return { outcome: 'tooYoung' };
  const fitting = [...new Set(held.flatMap((tie) => seatFor[tie] ?? []))];
  if (fitting.length === 0) return { outcome: 'noTie' };
  const allowed = fitting.filter((constituency) => constituency !== 'students' || age !== '13');
  if (allowed.length === 0) return { outcome: 'waitUntil14' };
  if (term === 'no') return { outcome: 'noTime' };
  const constituencies = allowed.filter((constituency) => onOffer.includes(constituency) || onOffer.includes('at_large'));
  return constituencies.length === 0 ? { outcome: 'noSeat' } : { outcome: 'welcome', constituencies, isUnsure: term === 'unsure' };
}

/** What was said here, as the standard form asks for it. A kind of seat only where one alone fits; "not sure" is no answer. */
export function asAnswers({ ties: held, age, term }: EligibilityAnswers, found: Eligibility): Answers {
  const fitting = found.outcome === 'welcome' ? found.constituencies : [];
  return {
    age,
    connection: held.filter((tie) => tie !== 'none'),
    ...(fitting.length === 1 && fitting[0] !== undefined ? { constituency: fitting[0] } : {}),
    ...(term === 'yes' ? { full_term: 'yes' } : {}),
  };
}
