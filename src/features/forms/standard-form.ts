import type { FormPage } from './question';
import { personPages } from './standard-form-person';
import { servicePages } from './standard-form-service';

/** The form that ships filled in (facts: application form). */
export const standardForm: readonly FormPage[] = [...personPages, ...servicePages];
