import type { Instant } from '../../lib/time';
import type { FormEditVerb } from './form-edit';

export interface FormRow {
  id: string;
  number: number;
  /** JSON of FormPage[]. */
  questions: string;
  frozen_at: Instant | null;
  frozen_by: string | null;
  line: string;
  note: string | null;
  written_by: string;
  written_at: Instant | null;
  version: number;
}

export interface FormEditRow {
  id: string;
  form_id: string;
  place: number;
  /** JSON of FormPage[] as they were before the edit. */
  questions: string;
  verb: FormEditVerb;
  /** LocalText as JSON: what was edited. */
  subject: string;
  by: string;
  at: Instant;
}

export interface FormPreviewRow {
  form_id: string;
  form_version: number;
  locale: string;
  person_id: string;
  at: Instant;
}

export interface RubricRow {
  id: string;
  number: number;
  /** JSON of Criterion[]. */
  criteria: string;
  written_by: string;
  frozen_at: Instant | null;
  line: string;
  note: string | null;
  written_at: Instant | null;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    forms: FormRow;
    form_edits: FormEditRow;
    form_previews: FormPreviewRow;
    rubrics: RubricRow;
  }
}
