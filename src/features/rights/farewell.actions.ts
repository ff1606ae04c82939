import type { Deps } from '../../deps';
import { plusElapsed } from '../../lib/time';
import type { Email } from '../../mail/email';
import { stoppedAmong } from '../../mail/mail-stops.queries';
import { suppressedAmong } from '../../mail/suppressions.queries';
import { getPerson, recipientOf } from '../accounts';
import { listsOf, type Preview } from './preview';
import { erasedMail } from './rights.emails';

/** A week: a mail server that is down for longer must not keep an address alive. */
const hoursToGo = 7 * 24;

/**
 * The last letter to somebody who is about to be erased, made while their address is still known; to be queued when they
 * are. Null where nobody may be written to, or there is no address.
 */
export async function farewellTo(tx: Deps, personId: string, about: { id: string; preview: Preview }): Promise<Email | null> {
  const to = recipientOf(await getPerson(tx.db, personId));
  const isBarred =
    (await stoppedAmong(tx.db, [personId])).has(personId) || (await suppressedAmong(tx.db, [to.address])).has(to.address.toLowerCase());
  if (to.address === '' || isBarred) return null;
  const t = tx.translate(to.locale);
  const { goes, stays } = listsOf(t, about.preview);
  const expiresAt = plusElapsed(tx.clock.now(), { hours: hoursToGo });
  return erasedMail(to, { t, baseUrl: tx.baseUrl, id: about.id, goes, stays, expiresAt });
}
