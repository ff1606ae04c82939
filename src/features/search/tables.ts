import type { CalendarDate } from '../../lib/time';
import type { DocumentKind, DocumentState, SourceKind } from './document';

export interface PublicDocumentRow {
  /** PostgreSQL answers it as text. */
  place: number | string;
  kind: DocumentKind;
  subject_id: string;
  source_kind: SourceKind;
  source_id: string;
  collaborative_id: string;
  day: CalendarDate;
  last_on: CalendarDate | null;
  state: DocumentState;
  href: string;
  /** JSON of LocalText; so is body. */
  title: string;
  body: string;
}

declare module 'knex/types/tables' {
  interface Tables {
    public_documents: PublicDocumentRow;
    /** What has changed since it was indexed, by triggers of the tables. */
    public_changes: { number: number; source_kind: SourceKind; source_id: string };
  }
}
