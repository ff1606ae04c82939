import { csvText } from '../../lib/text';
import type { EventData, NoteData } from './data.views';

type Cells = Readonly<Record<string, string | number | null | undefined>>;

/** Names of the columns, the same in every language, as those of the fields are. */
export const eventColumns = [
  'identifier',
  'organization_ids',
  'classification',
  'state',
  'start_time',
  'end_time',
  'name_en',
  'name_es',
  'location',
  'updated_at',
  'url',
] as const;

export const noteColumns = [
  'note_id',
  'reference',
  'organization_id',
  'status',
  'title_en',
  'title_es',
  'topic',
  'adopted_at',
  'delivered_at',
  'answer_by',
  'answered_at',
  'recommendation_id',
  'number',
  'recommendation_en',
  'recommendation_es',
  'disposition',
  'reasons_en',
  'reasons_es',
  'commitment_en',
  'commitment_es',
  'commitment_who',
  'commitment_due_on',
  'commitment_status',
  'url',
] as const;

const tableOf = (columns: readonly string[], rows: readonly Cells[]): string =>
  csvText([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);

/** A row for each meeting. */
export const eventsCsv = (events: readonly EventData[]): string =>
  tableOf(
    eventColumns,
    events.map((event) => ({
      ...event.extras,
      organization_ids: event.extras.organization_ids.join(' '),
      classification: event.classification,
      start_time: event.start_time,
      end_time: event.end_time,
      name_en: event.name,
      location: event.location.name,
      updated_at: event.updated_at,
      url: event.sources[0]?.url,
    })),
  );

/** A row for each recommendation; a note without any has one row. */
export const notesCsv = (notes: readonly NoteData[]): string =>
  tableOf(
    noteColumns,
    notes.flatMap((note) => (note.recommendations.length === 0 ? [noteCells(note)] : note.recommendations.map((one) => lineOf(note, one)))),
  );

const noteCells = (note: NoteData): Cells => ({
  note_id: note.id,
  reference: note.reference,
  organization_id: note.organization_id,
  status: note.status,
  title_en: note.title.en,
  title_es: note.title.es,
  topic: note.topic,
  adopted_at: note.adopted_at,
  delivered_at: note.delivered_at,
  answer_by: note.answer_by,
  answered_at: note.answered_at,
  url: note.url,
});

const lineOf = (note: NoteData, { id, number, text, disposition, reasons, commitment }: NoteData['recommendations'][number]): Cells => ({
  ...noteCells(note),
  recommendation_id: id,
  number,
  recommendation_en: text.en,
  recommendation_es: text.es,
  disposition,
  reasons_en: reasons?.en,
  reasons_es: reasons?.es,
  ...(commitment === null
    ? {}
    : {
        commitment_en: commitment.what.en,
        commitment_es: commitment.what.es,
        commitment_who: commitment.who,
        commitment_due_on: commitment.due_on,
        commitment_status: commitment.status,
      }),
});
