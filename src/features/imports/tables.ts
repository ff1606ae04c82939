import type { Instant } from '../../lib/time';

export interface ImportTryRow {
  id: string;
  kind: 'schools' | 'zips' | 'roster';
  file_name: string;
  content: string | null;
  made_by: string | null;
  made_at: Instant;
  taken_at: Instant | null;
  taken_by: string | null;
  counts: string;
}

declare module 'knex/types/tables' {
  interface Tables {
    import_tries: ImportTryRow;
  }
}
