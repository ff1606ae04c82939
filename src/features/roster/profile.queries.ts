import './tables';
import type { Db } from '../../db/database';
import { isDuplicate } from '../../db/dialect';
import { Conflict } from '../../lib/errors';
import { toLocalText } from '../../lib/local-text';
import type { Profile } from './profile';
import type { MemberProfileRow } from './tables';

/** What people show of themselves, by person. One query. */
export async function listProfiles(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, Profile>> {
  const rows = await db('member_profiles').whereIn('person_id', [...personIds]);
  return new Map(rows.map((row) => [row.person_id, toProfile(row)]));
}

export async function findProfile(db: Db, personId: string): Promise<Profile | undefined> {
  const row = await db('member_profiles').where({ person_id: personId }).first();
  return row === undefined ? undefined : toProfile(row);
}

/** Saves it; version 0 is new. Throws Conflict when another device saved it first. */
export async function saveProfile(db: Db, profile: Profile): Promise<void> {
  const { personId, version } = profile;
  const columns = columnsOf(profile);
  if (version > 0) {
    const saved = await db('member_profiles').where({ person_id: personId, version }).update(columns);
    if (saved === 0) throw new Conflict();
    return;
  }
  try {
    await db('member_profiles').insert({ person_id: personId, ...columns });
  } catch (error) {
    if (isDuplicate(error)) throw new Conflict();
    throw error;
  }
}

/** Takes it away; whether there was one. */
export const deleteProfile = async (db: Db, personId: string): Promise<boolean> =>
  (await db('member_profiles').where({ person_id: personId }).delete()) > 0;

/** Which of these files are photos that a row still names. */
export async function listPhotoHashes(db: Db, sha256s: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let from = 0; from < sha256s.length; from += 500) {
    const hashes = await db('member_profiles')
      .whereIn('photo_sha256', sha256s.slice(from, from + 500))
      .pluck('photo_sha256');
    for (const hash of hashes) if (hash !== null) found.add(hash);
  }
  return found;
}

const columnsOf = ({ biography, alt, photo, consentedAt, consentText, version }: Profile): Omit<MemberProfileRow, 'person_id'> => ({
  biography: JSON.stringify(biography),
  alt: JSON.stringify(alt),
  photo_sha256: photo?.sha256 ?? null,
  photo_kind: photo?.kind ?? null,
  consented_at: consentedAt,
  consent_text: consentText,
  version: version + 1,
});

const toProfile = (row: MemberProfileRow): Profile => ({
  personId: row.person_id,
  biography: toLocalText(row.biography),
  alt: toLocalText(row.alt),
  photo: row.photo_sha256 === null || row.photo_kind === null ? null : { sha256: row.photo_sha256, kind: row.photo_kind },
  consentedAt: row.consented_at,
  consentText: row.consent_text,
  version: row.version,
});
