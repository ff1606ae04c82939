import './tables';
import type { Db } from '../../db/database';
import type { Deps } from '../../deps';
import { toLocalText } from '../../lib/local-text';
import type { RoleName } from '../../lib/actor';
import type { Instant } from '../../lib/time';
import type { InvitationOutcome, NamedInvitation } from './invitation';
import type { InvitationRow } from './tables';

type NamedRow = InvitationRow & { role: RoleName; place: string | null; sender: string | null };

/** Every invitation of a person, the newest first. One query. */
export async function listInvitations(db: Db, personId: string): Promise<NamedInvitation[]> {
  const rows = await db('invitations')
    .join('roles', 'roles.id', 'invitations.role_id')
    .leftJoin('collaboratives', 'collaboratives.id', 'roles.collaborative_id')
    .leftJoin('people', 'people.id', 'invitations.sent_by')
    .where('invitations.person_id', personId)
    .orderBy([
      { column: 'invitations.sent_at', order: 'desc' },
      { column: 'invitations.id', order: 'desc' },
    ])
    .select<NamedRow[]>('invitations.*', 'roles.role', { place: 'collaboratives.name', sender: 'people.name' });
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    roleId: row.role_id,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    outcome: row.outcome,
    settledAt: row.settled_at,
    role: row.role,
    place: row.place === null ? null : toLocalText(row.place),
    sentByName: row.sender,
  }));
}

interface NewInvitation {
  readonly personId: string;
  readonly roleId: string;
  readonly sentBy: string | null;
  readonly expiresAt: Instant;
}

export async function insertInvitation(tx: Pick<Deps, 'db' | 'newId' | 'clock'>, sent: NewInvitation): Promise<void> {
  await tx.db('invitations').insert({
    id: tx.newId(),
    person_id: sent.personId,
    role_id: sent.roleId,
    sent_by: sent.sentBy,
    sent_at: tx.clock.now(),
    expires_at: sent.expiresAt,
    outcome: null,
    settled_at: null,
    settled_by: null,
  });
}

/** Says what became of the invitations of a person that nobody has answered. Answers how many there were. */
export const settleInvitations = (
  db: Db,
  personId: string,
  settled: { readonly outcome: InvitationOutcome; readonly at: Instant; readonly by: string | null },
): Promise<number> =>
  db('invitations')
    .where({ person_id: personId })
    .whereNull('outcome')
    .update({ outcome: settled.outcome, settled_at: settled.at, settled_by: settled.by });

/** Whether the mail of an invitation still has a link that works: it is not asked of mails without one. */
export async function isStillOpen(
  db: Db,
  sent: { readonly roleId: string; readonly personId: string; readonly expiresAt: Instant },
): Promise<boolean> {
  const row = await db('invitations')
    .where({ role_id: sent.roleId, person_id: sent.personId, expires_at: sent.expiresAt })
    .first('outcome');
  return row === undefined || row.outcome === null;
}
