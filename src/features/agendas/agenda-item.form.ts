import { field, fieldError, parseForm, rawForm, rawList, type RawForm } from '../../lib/form';
import type { LinkedPriority } from '../priorities';
import { itemPurposes, type AgendaItem, type Direction, type ItemDraft } from './agenda-item';

const itemFields = {
  titleEn: field.text(300),
  titleEs: field.optionalText(300),
  purpose: field.choice(itemPurposes),
  presenter: field.optionalText(200),
  minutes: field.whole(0, 240),
  textEn: field.optionalText(5000),
  textEs: field.optionalText(5000),
  noteId: field.optionalText(40),
  priorityId: field.optionalText(40),
  isAction: field.choices(['yes']),
  isConsent: field.choices(['yes']),
  /** The parts whose Spanish was compared with the English and still holds. */
  holds: field.choices(['title', 'text']),
};

/** The words of an item; only what may be decided stands in the consent group. */
export function parseItem(body: unknown) {
  const parsed = parseForm(itemFields, body);
  if (!parsed.ok || parsed.values.isConsent.length === 0 || parsed.values.isAction.length > 0) return parsed;
  return { ok: false as const, raw: parsed.raw, errors: { isConsent: fieldError('agendas.item.consentUndecided') } };
}

export type ItemValues = Extract<ReturnType<typeof parseItem>, { ok: true }>['values'];

/** The words of the form as a line for the business. */
export const draftOf = (values: ItemValues, priority: LinkedPriority | null): ItemDraft => ({
  kind: 'business',
  ...wordsOf(values),
  priority,
});

/** What the form changes of an item, but for its priority, which is looked up. */
export const wordsOf = (
  values: ItemValues,
): Pick<AgendaItem, 'title' | 'purpose' | 'presenter' | 'minutes' | 'text' | 'isAction' | 'isConsent' | 'noteId'> => ({
  title: values.titleEs === '' ? { en: values.titleEn } : { en: values.titleEn, es: values.titleEs },
  purpose: values.purpose,
  presenter: values.presenter,
  minutes: values.minutes,
  text: values.textEs === '' ? { en: values.textEn } : { en: values.textEn, es: values.textEs },
  isAction: values.isAction.length > 0,
  isConsent: values.isConsent.length > 0,
  noteId: values.noteId === '' ? null : values.noteId,
});

/** An item as the fields of the form. */
export const rawItem = (item: AgendaItem): RawForm => ({
  titleEn: item.title.en,
  titleEs: item.title['es'] ?? '',
  purpose: item.purpose,
  presenter: item.presenter,
  minutes: String(item.minutes),
  textEn: item.text.en,
  textEs: item.text['es'] ?? '',
  isAction: item.isAction ? ['yes'] : [],
  isConsent: item.isConsent ? ['yes'] : [],
  noteId: item.noteId ?? '',
  priorityId: item.priority?.id ?? '',
  version: String(item.version),
});

/** Whether the words are to be shown as they will read, and not saved yet. */
export const asksPreview = (body: unknown): boolean => typeof body === 'object' && body !== null && 'do' in body && body.do === 'preview';

export const parseVersion = (body: unknown) => parseForm({ version: field.version() }, body);

/** Which lines of earlier meetings are taken up again. */
export const parseCarryOver = (body: unknown): readonly string[] => rawList(rawForm(body), 'lines').slice(0, 50);

/** The pressed move button: `<item>:up` or `<item>:down`. */
export function parseMove(body: unknown): { readonly id: string; readonly direction: Direction } | undefined {
  const parsed = parseForm({ move: field.text(60) }, body);
  const match = /^([\w-]{1,40}):(up|down)$/.exec(parsed.ok ? parsed.values.move : '');
  const [, id = '', direction] = match ?? [];
  return direction === 'up' || direction === 'down' ? { id, direction } : undefined;
}

/** Where it was put up (one place a line), why late, and what the poster saw. */
export const parsePosting = (body: unknown) =>
  parseForm({ putUpAt: field.optionalText(1000), lateReason: field.optionalText(500), seen: field.optionalText(64) }, body);

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 10);
