import { field, fieldError, parseForm, rawText, type FormErrors, type Parsed, type RawForm } from '../../lib/form';
import { seemsPersonal } from '../in-session';
import { translationOf } from '../translated-texts';
import type { PassageWords, Source } from './source';

export interface SentWords {
  readonly seen: string;
  readonly passages: readonly PassageWords[];
}

export const wordsField = (part: string): string => `words_${part}`;
export const holdsField = (part: string): string => `holds_${part}`;

/** The translation of each passage. Minutes never have an address, a telephone number or a birth date, in no language. */
export function parseWords(body: unknown, { kind, passages }: Source): Parsed<SentWords> {
  const fields = passages.flatMap(({ part, most }) => [
    [wordsField(part), field.optionalText(most)] as const,
    [holdsField(part), field.choices(['yes'])] as const,
  ]);
  const parsed = parseForm({ ...Object.fromEntries(fields), seen: field.optionalText(64) }, body);
  const { raw } = parsed;
  const sent = passages.map(({ part }) => ({ part, words: rawText(raw, wordsField(part)).trim(), holds: isTicked(raw, holdsField(part)) }));
  const personal = kind === 'minutes' ? sent.filter(({ words }) => seemsPersonal(words)).map(({ part }) => part) : [];
  const errors: FormErrors = {
    ...Object.fromEntries(personal.map((part) => [wordsField(part), fieldError('translations.words.personal')])),
    ...(parsed.ok ? {} : parsed.errors),
  };
  if (!parsed.ok || Object.keys(errors).length > 0) return { ok: false, errors, raw };
  return { ok: true, raw, values: { seen: rawText(raw, 'seen'), passages: sent } };
}

const isTicked = (raw: RawForm, name: string): boolean => (raw[name] ?? '').length > 0;

/** The form as the translation stands. */
export const rawWords = ({ passages, texts, to }: Source): RawForm =>
  Object.fromEntries(passages.map(({ part }) => [wordsField(part), translationOf(texts, part, to)?.words ?? '']));
