import type { Instant } from '../../lib/time';

export interface MemberProfileRow {
  person_id: string;
  /** JSON of LocalText. */
  biography: string;
  /** JSON of LocalText. */
  alt: string;
  photo_sha256: string | null;
  photo_kind: 'jpg' | 'png' | null;
  consented_at: Instant;
  consent_text: string;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    member_profiles: MemberProfileRow;
  }
}
