import type { FileKind } from '../../files/file-kind';
import type { Instant } from '../../lib/time';
import { isAsked, questionsOf, type Answers, type Form } from '../forms';
import type { Application } from './application';

/** A file handed in with an application; it counts where an answer names it. */
export interface ApplicationFile {
  readonly id: string;
  readonly applicationId: string;
  readonly questionKey: string;
  /** For show and for saving under. */
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: number;
  /** Of the file's bytes; it lies under this name. */
  readonly sha256: string;
  readonly addedAt: Instant;
}

/** Most files of one application (reliability.md 4.11). */
export const mostFiles = 5;

/** What staff keep of the paper as it came stands under this key; no question of a form has it (a key begins with a letter). */
export const scanKey = '_scan';

/** Papers that staff have put in: theirs to read, and nobody else's. */
export const scansIn = (files: readonly ApplicationFile[]): ApplicationFile[] => files.filter(({ questionKey }) => questionKey === scanKey);

/** The ids an answer to a question of kind `file` holds. */
export const fileIdsIn = (answers: Answers, key: string): readonly string[] => {
  const ids = answers[key];
  return typeof ids === 'string' || ids === undefined ? [] : ids;
};

/** Files that these answers name, in the order they came. */
export const filesNamedIn = (answers: Answers, files: readonly ApplicationFile[]): ApplicationFile[] =>
  files.filter(({ id, questionKey }) => fileIdsIn(answers, questionKey).includes(id));

/** Names of files, by id, for showing answers. */
export const fileNames = (files: readonly ApplicationFile[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ id, name }) => [id, name]));

/** What a reviewer may open: what was sent in answer to questions meant for them; in the blind pass nothing (domain.md 5). */
export function filesForReview(
  application: Pick<Application, 'answers' | 'constituency'>,
  files: readonly ApplicationFile[],
  { form, blind }: { readonly form: Pick<Form, 'pages'>; readonly blind: boolean },
): ApplicationFile[] {
  if (blind) return [];
  const keys = questionsOf(form)
    .filter((question) => question.kind === 'file' && question.seenByReviewers && isAsked(question, application.constituency))
    .map(({ key }) => key);
  return filesNamedIn(application.answers, files).filter(({ questionKey }) => keys.includes(questionKey));
}
