import type { Question } from './question';
import { both, question } from './standard-question';

/** Files that an applicant may add; withheld in the blind pass like all files. */
export const documentsQuestion: Question = question({
  key: 'documents',
  kind: 'file',
  label: both('A letter or another document, if you like', 'Una carta u otro documento, si quiere'),
  hint: both('Please no papers about any child.', 'Por favor, ningún documento sobre un menor.'),
  hiddenInBlind: true,
});
