import type { FileKind } from '../../files/file-kind';
import type { CalendarDate, Instant } from '../../lib/time';
import type { PlanStatus } from './plan';
import type { TaskKind, TaskStatus } from './task';

export interface OnboardingTemplateRow {
  id: string;
  collaborative_id: string | null;
  constituency: string | null;
  number: number;
  /** JSON of TemplateTask[]. */
  tasks: string;
  made_at: Instant;
}

export interface OnboardingPlanRow {
  id: string;
  membership_id: string;
  template_id: string;
  status: PlanStatus;
  begun_at: Instant;
  completed_at: Instant | null;
  version: number;
}

export interface OnboardingTaskRow {
  id: string;
  plan_id: string;
  key: string;
  place: number;
  kind: TaskKind;
  title: string;
  text: string;
  text_version: number;
  is_required: boolean | number;
  opens_on: CalendarDate | null;
  due_on: CalendarDate | null;
  status: TaskStatus;
  answers: string;
  typed_name: string | null;
  done_at: Instant | null;
  done_by: string | null;
  waiver_reason: string | null;
  is_yearly: boolean | number;
  entered_by: string | null;
  file_name: string | null;
  file_kind: FileKind | null;
  file_bytes: number | null;
  file_sha256: string | null;
  version: number;
}

declare module 'knex/types/tables' {
  interface Tables {
    onboarding_templates: OnboardingTemplateRow;
    onboarding_plans: OnboardingPlanRow;
    onboarding_tasks: OnboardingTaskRow;
  }
}
