import type { RoleName } from '../../lib/actor';
import type { CalendarDate, Instant } from '../../lib/time';
import type { InvitationOutcome } from './invitation';

export interface PersonRow {
  id: string;
  name: string;
  preferred_name: string | null;
  pronouns: string | null;
  email: string | null;
  email_verified_at: Instant | null;
  phone: string;
  locale: string;
  /** JSON of AccessNeeds. */
  access_needs: string;
  address: string;
  zip: string;
  /** What `findText` makes of the names, the address and the phone. */
  find_text: string;
  created_at: Instant;
  version: number;
}

export interface AccountRow {
  id: string;
  person_id: string;
  password_hash: string | null;
  password_changed_at: Instant | null;
  totp_sealed: string | null;
  totp_confirmed_at: Instant | null;
  totp_last_step: number | null;
  closed_at: Instant | null;
  last_sign_in_at: Instant | null;
  created_at: Instant;
  version: number;
}

export interface RecoveryCodeRow {
  id: string;
  account_id: string;
  code_hash: string;
  used_at: Instant | null;
}

export interface TokenRow {
  id: string;
  purpose: string;
  person_id: string | null;
  email: string | null;
  subject_id: string | null;
  token_hash: string;
  code_hash: string | null;
  code_tries: number;
  expires_at: Instant;
  used_at: Instant | null;
  used_by: string | null;
  return_to: string | null;
  created_at: Instant;
}

export interface RoleRow {
  id: string;
  person_id: string;
  role: RoleName;
  collaborative_id: string | null;
  cycle_id: string | null;
  starts_on: CalendarDate;
  ends_on: CalendarDate | null;
  granted_by: string | null;
  created_at: Instant;
}

export interface InvitationRow {
  id: string;
  person_id: string;
  role_id: string;
  sent_by: string | null;
  sent_at: Instant;
  expires_at: Instant;
  outcome: InvitationOutcome | null;
  settled_at: Instant | null;
  settled_by: string | null;
}

declare module 'knex/types/tables' {
  interface Tables {
    people: PersonRow;
    accounts: AccountRow;
    recovery_codes: RecoveryCodeRow;
    tokens: TokenRow;
    roles: RoleRow;
    invitations: InvitationRow;
  }
}
