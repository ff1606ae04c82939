import { field } from '../../lib/form';
import { noteLength } from './invitation';

/** The form of an invitation; one address, never a list. */
export const invitationFields = (locales: readonly string[]) => ({
  from: field.text(80),
  email: field.email(),
  language: field.choice(locales),
  note: field.optionalText(noteLength),
});
