import type { Deps } from '../../src/deps';
import { insertPerson } from '../../src/features/accounts';
import type { Collaborative } from '../../src/features/collaboratives';
import { queueEmail } from '../../src/mail/queue-email';
import { aLetter, anEmail } from './builders/email';

interface Wanted {
  readonly name: string;
  readonly locale?: string;
  readonly address?: string;
  readonly expiresAt?: string;
  readonly sendAt?: string;
}

/** A letter on paper to somebody without e-mail who lives at 123 Main Street; answers its id. */
export async function aPaperLetter(deps: Deps, collaborative: Collaborative, wanted: Wanted): Promise<string> {
  const { name, locale = 'en', address = '123 Main St\nLos Angeles, CA', ...times } = wanted;
  const person = await insertPerson(deps, { name, locale, address, zip: '90012', phone: '213 555 0100' });
  const key = `letter:${person.id}`;
  await queueEmail(
    deps,
    anEmail(key, {
      to: { personId: person.id, name, address: '', locale },
      letter: aLetter({ greeting: `Hello ${name},` }),
      about: { kind: 'membership', id: person.id, collaborativeId: collaborative.id },
      ...times,
    }),
  );
  const [id = ''] = await deps.db('paper_letters').where({ person_id: person.id }).pluck('id');
  return id;
}
