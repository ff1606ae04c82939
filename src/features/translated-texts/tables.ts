import type { Instant } from '../../lib/time';
import type { TranslatedKind } from './translated-text';

export interface TranslatedTextRow {
  kind: TranslatedKind;
  subject_id: string;
  part: string;
  language: string;
  words: string;
  base: string;
  saved_at: Instant;
  saved_by: string | null;
}

declare module 'knex/types/tables' {
  interface Tables {
    translated_texts: TranslatedTextRow;
  }
}
