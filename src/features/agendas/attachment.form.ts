import type { MessageKey } from '../../i18n/keys';
import type { Refusal } from '../../files/file-kind';
import { field, fieldError, parseForm, type FieldError, type FormErrors } from '../../lib/form';
import { readabilities } from './attachment';

const attachmentFields = {
  item: field.text(26, 'common.form.choose'),
  titleEn: field.text(200),
  titleEs: field.optionalText(200),
  readable: field.choice(readabilities),
};

export const parseAttachment = (body: unknown) => parseForm(attachmentFields, body);

export type AttachmentValues = Extract<ReturnType<typeof parseAttachment>, { ok: true }>['values'];

/** Why the file itself is not taken. */
export type FileProblem = Refusal | 'missing' | 'noRoom';

export const fileError = (problem: FileProblem): FieldError =>
  fieldError(problem === 'noRoom' ? 'agendas.papers.noRoom' : (`files.refused.${problem}` satisfies MessageKey));

/** The errors of a form, with the file's, in the order of the fields. */
export const withFileError = (errors: FormErrors, problem: FileProblem | null): FormErrors => {
  const { item, ...rest } = errors;
  return { ...(item === undefined ? {} : { item }), ...(problem === null ? {} : { file: fileError(problem) }), ...rest };
};
