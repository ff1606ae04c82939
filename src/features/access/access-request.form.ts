import type { MessageKey } from '../../i18n/keys';
import { field, fieldError, parseForm, type FormErrors, type Parsed } from '../../lib/form';
import { needNames, type AccessEvent, type NeedName } from './access-request';

const fields = {
  needs: field.choices(needNames),
  language: field.optionalText(100),
  children: field.optionalWhole(0, 20),
  words: field.words(200, true),
  name: field.optionalText(100),
  email: field.optionalEmail(),
  phone: field.phone(),
};

export interface AccessAsked {
  readonly needs: readonly NeedName[];
  readonly language: string;
  readonly children: number;
  readonly words: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
}

/** What somebody asks for: at least one thing, what each of them needs to be known, and a way to be answered. */
export function parseAccess(body: unknown): Parsed<AccessAsked> {
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const { raw, values } = parsed;
  const errors = missing(values);
  if (Object.keys(errors).length > 0) return { ok: false, raw, errors };
  const { needs, language, children, email } = values;
  return {
    ok: true,
    raw,
    values: {
      ...values,
      language: needs.includes('interpreter') ? language : '',
      children: needs.includes('child_care') ? (children ?? 0) : 0,
      email: email === '' ? null : email,
    },
  };
}

interface Given {
  readonly needs: readonly NeedName[];
  readonly language: string;
  readonly children: number | null;
  readonly words: string;
  readonly email: string;
  readonly phone: string;
}

function missing({ needs, language, children, words, email, phone }: Given): FormErrors {
  const wants = (need: NeedName, isMissing: boolean): boolean => isMissing && needs.includes(need);
  const faults: readonly (readonly [boolean, keyof Given, MessageKey])[] = [
    [needs.length === 0, 'needs', 'access.errors.needs'],
    [wants('interpreter', language === ''), 'language', 'access.errors.language'],
    [wants('child_care', (children ?? 0) === 0), 'children', 'access.errors.children'],
    [wants('more', words === ''), 'words', 'access.errors.words'],
    [email === '' && phone === '', 'email', 'access.errors.contact'],
  ];
  return Object.fromEntries(faults.filter(([isMissing]) => isMissing).map(([, name, key]) => [name, fieldError(key)]));
}

const answer = { event: field.choice(['arrange', 'refuse']), words: field.optionalText(1000), version: field.version() };

export interface AnswerGiven {
  readonly event: AccessEvent;
  readonly words: string;
  readonly version: number;
}

/** Arranged, or not possible: then with words that say why and what else there is. */
export function parseAnswer(body: unknown): Parsed<AnswerGiven> {
  const parsed = parseForm(answer, body);
  if (!parsed.ok || parsed.values.event === 'arrange' || parsed.values.words !== '') return parsed;
  return { ok: false, raw: parsed.raw, errors: { words: fieldError('access.errors.why') } };
}
