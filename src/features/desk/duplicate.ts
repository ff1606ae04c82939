import { collaborativesAs, isAdministrator, type Actor } from '../../lib/actor';
import { allowIf, type Decision } from '../../lib/policy';
import type { IdentityKind } from '../applications';

export type Likeness = IdentityKind | 'suspected';

/** Two applications that may be of one person, or of one household, and why we think so. */
export interface Pair {
  readonly first: PairMember;
  readonly second: PairMember;
  readonly why: readonly Likeness[];
}

export interface PairMember {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
}

/** The strongest first; the same name in the same ZIP code says more than the name alone. */
export const likenesses: readonly Likeness[] = ['suspected', 'email', 'phone', 'name_zip', 'name', 'address'];

/** Orders reasons, and leaves out what a stronger one says already. */
export const reasonsOf = (found: readonly Likeness[]): Likeness[] =>
  likenesses.filter((kind) => found.includes(kind) && !(kind === 'name' && found.includes('name_zip')));

/** A merge changes the records of every collaborative that is named: whoever merges must be staff of all of them. */
export const mergePolicy = (actor: Actor, collaborativeIds: readonly string[]): Decision => {
  const own = collaborativesAs(actor, 'staff');
  return allowIf(isAdministrator(actor) || collaborativeIds.every((id) => own.includes(id)), 'desk.denied.merge');
};
