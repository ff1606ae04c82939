import { Invalid } from '../../lib/errors';

/** Ids as we make them. */
const anId = /^[\w.-]{1,64}$/;

/** The id behind which a page of data begins; empty for the first. Throws Invalid (422): starting over in silence would be endless. */
export function readAfter(query: Readonly<Record<string, unknown>>): string {
  const { after = '' } = query;
  if (after === '') return '';
  if (typeof after !== 'string' || !anId.test(after)) throw new Invalid('errors.invalid.lead');
  return after;
}
