import { isAdministrator, isStaffOf, type Actor } from '../../lib/actor';
import { allowIf } from '../../lib/policy';
import type { Application } from './application';

type Owned = Pick<Application, 'id' | 'personId'>;
type Reached = Owned & Pick<Application, 'addressProvedAt'>;

/** An application as staff meet it: its state and the collaboratives it names. */
export interface Filed extends Pick<Application, 'status'> {
  readonly collaborativeIds: readonly string[];
}

/** The browser that began or opened it, and the person it belongs to. */
const isOwn = (actor: Actor, { id, personId }: Owned): boolean =>
  actor.openedApplicationIds.includes(id) || (personId !== null && actor.id === personId);

const isStaffOfAny = (actor: Actor, ids: readonly string[]): boolean => isAdministrator(actor) || ids.some((id) => isStaffOf(actor, id));

/** Who may act; whether now is the time is the state machine's question. */
export const applicationPolicy = {
  /** The applicant's own page, its changes and its withdrawal, and the optional answers about themselves. */
  viewOwn: (actor: Actor, application: Owned) => allowIf(isOwn(actor, application), 'applications.denied.view'),

  /** Handing in files: the applicant, once signed in or once a link from our mail was followed (reliability.md 4.11). */
  attach: (actor: Actor, application: Reached) =>
    allowIf(isOwn(actor, application) && (actor.id !== null || application.addressProvedAt !== null), 'applications.denied.attach'),

  /** The staff page: staff of a collaborative that it names, once it has been sent. */
  viewAsStaff: (actor: Actor, { status, collaborativeIds }: Filed) =>
    allowIf((status === 'submitted' || status === 'withdrawn') && isStaffOfAny(actor, collaborativeIds), 'applications.denied.view'),

  /** The list of one collaborative. */
  list: (actor: Actor, collaborativeId: string) => allowIf(isStaffOfAny(actor, [collaborativeId]), 'applications.denied.list'),

  /** The list over all collaboratives. */
  listEvery: (actor: Actor) => allowIf(isAdministrator(actor), 'applications.denied.list'),

  /** Entering what came by telephone or on paper. */
  enter: (actor: Actor, collaborativeId: string) => allowIf(isStaffOfAny(actor, [collaborativeId]), 'applications.denied.enter'),
};
