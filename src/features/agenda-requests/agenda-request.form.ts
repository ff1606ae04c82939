import { field, parseForm } from '../../lib/form';

export const parseRequest = (body: unknown) => parseForm({ email: field.email() }, body);
