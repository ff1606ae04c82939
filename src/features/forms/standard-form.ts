import type { LocalText } from '../../lib/local-text';
import type { FormPage } from './question';
import { personPages } from './standard-form-person';
import { servicePages } from './standard-form-service';
import { both } from './standard-question';

/** Where the parts of the form begin. */
const sections: ReadonlyMap<string, LocalText> = new Map([
  ['email', both('About you', 'Sobre usted')],
  ['constituency', both('Your seat', 'Su lugar')],
  ['reasons', both('Your reasons', 'Sus razones')],
  ['availability', both('Taking part', 'Su participación')],
  ['demographics', both('Before you send it', 'Antes de enviar')],
]);

/** The form that ships filled in (facts: application form). */
export const standardForm: readonly FormPage[] = [...personPages, ...servicePages].map((page) => {
  const section = sections.get(page.key);
  return section === undefined ? page : { ...page, section };
});
