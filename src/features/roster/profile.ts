import type { Actor } from '../../lib/actor';
import type { LocalText } from '../../lib/local-text';
import { allowIf, type Decision } from '../../lib/policy';
import type { Instant } from '../../lib/time';
import { membershipPolicy } from '../membership';

/** What a member lets everyone see beside their name. It stands only while they agree. */
export interface Profile {
  readonly personId: string;
  /** In the languages it was written in; empty where it was not. */
  readonly biography: LocalText;
  /** What the photo shows, for who does not see it. */
  readonly alt: LocalText;
  readonly photo: Photo | null;
  readonly consentedAt: Instant;
  /** The words that were agreed to, as they stood on the page. */
  readonly consentText: string;
  readonly version: number;
}

export interface Photo {
  readonly sha256: string;
  readonly kind: 'jpg' | 'png';
}

/** The most a photo may have: it is sent to whoever looks at the roster. */
export const mostPhotoBytes = 2_000_000;

/** The most pixels a side of a photo may have: a phone's own photo passes, and a small phone that looks at a roster opens it. */
export const mostPhotoSide = 4_096;

interface OfPerson {
  readonly personId: string;
  /** Where the person has sat. */
  readonly collaborativeIds: readonly string[];
}

/** A member takes their own down, and the staff of a collaborative in which they have sat. */
export const profilePolicy = {
  takeDown: (actor: Actor, { personId, collaborativeIds }: OfPerson): Decision =>
    allowIf(
      (actor.id !== null && actor.id === personId) ||
        collaborativeIds.some((collaborativeId) => membershipPolicy.change(actor, { collaborativeId }).allowed),
      'membership.denied.view',
    ),
};
