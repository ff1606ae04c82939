import type { RoleName } from '../../lib/actor';
import type { LocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';

/** What became of an invitation; null while it waits or has simply run out. */
export type InvitationOutcome = 'accepted' | 'replaced' | 'taken_back';
export type InvitationState = 'waiting' | 'expired' | InvitationOutcome;

/** A first link, mailed to somebody who was given a role. */
export interface Invitation {
  readonly id: string;
  readonly personId: string;
  readonly roleId: string;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
  readonly outcome: InvitationOutcome | null;
  readonly settledAt: Instant | null;
}

/** An invitation with the role it is about and who sent it. */
export interface NamedInvitation extends Invitation {
  readonly role: RoleName;
  readonly place: LocalText | null;
  readonly sentByName: string | null;
}

/** How long a first link works. */
export const invitationHours = 7 * 24;

/** How it stands at a moment; at the moment of its end the link is over. */
export function invitationState({ outcome, expiresAt }: Pick<Invitation, 'outcome' | 'expiresAt'>, at: Instant): InvitationState {
  if (outcome !== null) return outcome;
  return at < expiresAt ? 'waiting' : 'expired';
}

/** Whether the newest may be sent again, or taken back: nobody has come in by it, and it was not taken back. */
export const isOpen = ({ outcome }: Pick<Invitation, 'outcome'>): boolean => outcome === null;
