import type { Instant } from '../../lib/time';

export interface AgendaTemplateRow {
  id: string;
  template_id: string;
  number: number;
  collaborative_id: string;
  name: string;
  lines: string;
  is_retired: boolean | number;
  saved_at: Instant;
  saved_by: string;
}

declare module 'knex/types/tables' {
  interface Tables {
    agenda_templates: AgendaTemplateRow;
  }
}
