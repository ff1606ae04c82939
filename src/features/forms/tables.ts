import type { Instant } from '../../lib/time';

export interface FormRow {
  id: string;
  number: number;
  /** JSON of FormPage[]. */
  questions: string;
  frozen_at: Instant | null;
  frozen_by: string | null;
}

export interface RubricRow {
  id: string;
  number: number;
  /** JSON of Criterion[]. */
  criteria: string;
  written_by: string;
  frozen_at: Instant | null;
}

declare module 'knex/types/tables' {
  interface Tables {
    forms: FormRow;
    rubrics: RubricRow;
  }
}
