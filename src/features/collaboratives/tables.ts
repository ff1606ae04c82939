import type { CalendarDate } from '../../lib/time';
import type { Regime } from './collaborative';
import type { SchoolKind } from './school';

export interface CollaborativeRow {
  id: string;
  slug: string;
  code: string;
  /** LocalText as JSON; so are area, purpose, duties and usual_meeting. */
  name: string;
  area: string;
  purpose: string;
  duties: string;
  contact_email: string;
  contact_phone: string;
  office_address: string;
  usual_meeting: string;
  regime: Regime;
  regime_decided_by: string | null;
  regime_decided_on: CalendarDate | null;
  settings: string;
  starts_on: CalendarDate;
  ends_on: CalendarDate | null;
  version: number;
}

export interface SchoolRow {
  id: string;
  name: string;
  folded_name: string;
  level: string;
  grades: string;
  kind: SchoolKind;
  city: string;
  zip: string;
  latitude: number | null;
  longitude: number | null;
  collaborative_id: string;
}

export interface ZipRow {
  zip: string;
  is_split: boolean | 0 | 1;
  share_outside: number;
}

export interface ZipShareRow {
  zip: string;
  collaborative_id: string;
  share: number;
  is_primary: boolean | 0 | 1;
}

declare module 'knex/types/tables' {
  interface Tables {
    collaboratives: CollaborativeRow;
    schools: SchoolRow;
    zips: ZipRow;
    zip_shares: ZipShareRow;
  }
}
