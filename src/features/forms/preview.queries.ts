import './tables';
import type { Db } from '../../db/database';
import type { Instant } from '../../lib/time';
import type { FormVersion } from './question';

/** Keeps that somebody looked at a form, as it reads now, in these languages. */
export async function savePreview(
  db: Db,
  form: Pick<FormVersion, 'id' | 'version'>,
  by: { readonly personId: string; readonly locales: readonly string[]; readonly at: Instant },
): Promise<void> {
  const rows = by.locales.map((locale) => ({
    form_id: form.id,
    form_version: form.version,
    locale,
    person_id: by.personId,
    at: by.at,
  }));
  await db('form_previews').insert(rows).onConflict(['form_id', 'form_version', 'locale', 'person_id']).merge(['at']);
}

/** The languages in which a form, as it reads now, was looked at as an applicant sees it, each with the latest time. */
export async function listPreviews(db: Db, form: Pick<FormVersion, 'id' | 'version'>): Promise<ReadonlyMap<string, Instant>> {
  const rows: { locale: string; latest: Instant }[] = await db('form_previews')
    .where({ form_id: form.id, form_version: form.version })
    .groupBy('locale')
    .orderBy('locale')
    .select('locale', db.raw('max(at) as latest'));
  return new Map(rows.map(({ locale, latest }) => [locale, latest]));
}
