import './tables';
import { toBoolean, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { toLocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { AgendaTemplateRow } from './tables';
import type { AgendaTemplate, TemplateLine } from './template';

/** The newest version of each template of a body, by name; those no longer offered come last. One query. */
export async function listTemplates(db: Db, collaborativeId: string): Promise<AgendaTemplate[]> {
  const rows = await db('agenda_templates')
    .where({ collaborative_id: collaborativeId })
    .whereNotExists(
      db('agenda_templates as later')
        .whereRaw('later.template_id = agenda_templates.template_id and later.number > agenda_templates.number')
        .select(db.raw('1')),
    )
    .orderBy(['is_retired', 'name', 'template_id'])
    .limit(100);
  return rows.map(toTemplate);
}

/** All versions of a template, the newest first, each with who saved it. Throws NotFound, also for one of another body. */
export async function getVersions(db: Db, collaborativeId: string, id: string): Promise<(AgendaTemplate & { readonly savedBy: string })[]> {
  const rows: (AgendaTemplateRow & { saver: string | null })[] = await db('agenda_templates')
    .leftJoin('people', 'people.id', 'agenda_templates.saved_by')
    .where({ template_id: id, collaborative_id: collaborativeId })
    .orderBy('number', 'desc')
    .select('agenda_templates.*', { saver: 'people.name' });
  if (rows.length === 0) throw new NotFound();
  return rows.map((row) => ({ ...toTemplate(row), savedBy: row.saver ?? '' }));
}

/** Adds a version. Two that save over the same version collide on its number (unique), and one is told. */
export async function insertVersion(tx: Pick<Deps, 'db' | 'newId'>, template: AgendaTemplate, savedBy: string): Promise<void> {
  await tx.db('agenda_templates').insert({
    id: tx.newId(),
    template_id: template.id,
    number: template.number,
    collaborative_id: template.collaborativeId,
    name: JSON.stringify(template.name),
    lines: JSON.stringify(template.lines),
    is_retired: template.isRetired,
    saved_at: template.savedAt,
    saved_by: savedBy,
  });
}

/** The last meeting before a moment that had business of its own on its agenda and was not called off; undefined where there was none. */
export async function findForebear(db: Db, collaborativeId: string, before: Instant): Promise<string | undefined> {
  const [id] = await db('meetings')
    .where({ collaborative_id: collaborativeId })
    .where('starts_at', '<', before)
    .whereIn('status', ['scheduled', 'posted', 'in_session', 'adjourned'])
    .whereExists(db('agenda_items').whereRaw('agenda_items.meeting_id = meetings.id').where({ kind: 'business' }).select(db.raw('1')))
    .orderBy([{ column: 'starts_at', order: 'desc' }, { column: 'id' }])
    .limit(1)
    .pluck<string[]>('id');
  return id;
}

const toTemplate = (row: AgendaTemplateRow): AgendaTemplate => ({
  id: row.template_id,
  number: row.number,
  collaborativeId: row.collaborative_id,
  name: toLocalText(row.name),
  lines: JSON.parse(row.lines) as TemplateLine[],
  isRetired: toBoolean(row.is_retired),
  savedAt: row.saved_at,
});
