import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { seal, unseal } from '../../lib/secret';
import { withQuery } from '../../lib/path';
import { queueEmail } from '../../mail/queue-email';
import type { InvitationWanted } from './invitation';
import { invitationMail } from './invitation.emails';
import { isStopped, stopInvitations } from './invitation.queries';
import type { Outreach } from './opening';
import { invitationPaths, outreachPaths } from './outreach.paths';

/**
 * Writes to one person that they may apply. Silent where the address asked for no more of these, or has this sender's
 * invitation already: who asks learns nothing of an address.
 */
export async function invite(
  deps: Deps,
  actor: Actor,
  { collaborative, opening }: Outreach & { readonly opening: NonNullable<Outreach['opening']> },
  wanted: InvitationWanted,
): Promise<void> {
  await inTransaction(deps, async (tx) => {
    if (await isStopped(tx.db, wanted.address)) return;
    const t = tx.translate(wanted.locale);
    const link = tx.baseUrl + withQuery(outreachPaths.join({ c: collaborative.slug }), { lang: t.locale, from: 'invitation' });
    const leaveUrl = tx.baseUrl + withQuery(invitationPaths.stop({ token: stopToken(tx, wanted.address) }), { lang: t.locale });
    const from = actor.id === null ? wanted.from : actor.name;
    const mail = invitationMail({ ...wanted, from, senderId: actor.id, collaborative, opening, link, leaveUrl, t });
    if (!(await queueEmail(tx, mail))) return;
    const subject = { kind: 'cycle', id: opening.cycle.id };
    await recordEvent(tx, { action: 'outreach.invite', actor, subject, collaborativeId: collaborative.id });
  });
}

/** Ends invitations to the address that this token holds, for good. Once more changes nothing. */
export async function stop(deps: Deps, token: string): Promise<void> {
  const address = addressIn(deps, token);
  await inTransaction(deps, (tx) => stopInvitations(tx.db, address, tx.clock.now()));
}

/** The address sealed in a token, so that nobody needs to keep it. Throws NotFound for anything else. */
export function addressIn(deps: Pick<Deps, 'config'>, token: string): string {
  const { prefix, secret } = { prefix: stopPrefix, secret: deps.config.secret };
  const text = openedOrNothing(token, secret);
  if (!text.startsWith(prefix)) throw new NotFound();
  return text.slice(prefix.length);
}

const stopPrefix = 'stop-invitations:';

const stopToken = (deps: Pick<Deps, 'config'>, address: string): string => seal(stopPrefix + address, deps.config.secret);

function openedOrNothing(token: string, secret: string): string {
  try {
    return unseal(token, secret);
  } catch {
    return '';
  }
}
