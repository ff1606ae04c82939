import type { CalendarDate } from '../../lib/time';

export interface TranslationTaskRow {
  meeting_id: string;
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
