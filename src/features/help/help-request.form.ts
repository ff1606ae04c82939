import { field } from '../../lib/form';

/** The form of a question; `slugs` are the collaboratives it may be about. */
export const askFields = (slugs: readonly string[]) => ({
  name: field.text(100),
  email: field.email(),
  collaborative: field.optionalChoice(slugs),
  text: field.text(4000),
});

export const answerFields = {
  version: field.version(),
  answer: field.text(8000),
};
