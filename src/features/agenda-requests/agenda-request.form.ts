import { field, parseForm } from '../../lib/form';

/** A field that people do not see and programs fill in. */
export const honeypot = 'website';

export const parseRequest = (body: unknown) => parseForm({ email: field.email() }, body);
