import { Invalid } from '../../lib/errors';
import { field, parseForm } from '../../lib/form';

/** The version that a page's button was made from. Throws Invalid when it is missing. */
export function versionIn(body: unknown): number {
  const parsed = parseForm({ version: field.version() }, body);
  if (!parsed.ok) throw new Invalid('errors.invalid.lead');
  return parsed.values.version;
}
