import type { CalendarDate } from '../../lib/time';
import type { TextKind } from './translation';

export interface TranslationTaskRow {
  kind: TextKind;
  subject_id: string;
  part: string;
  owner_id: string | null;
  due_on: CalendarDate | null;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    translation_tasks: TranslationTaskRow;
  }
}
