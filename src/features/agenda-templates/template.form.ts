import { field, fieldError, parseForm, rawText, type FormErrors, type Parsed, type RawForm } from '../../lib/form';
import type { LocalText } from '../../lib/local-text';
import { itemPurposes, type ItemPurpose } from '../agendas';
import { mostLines, type AgendaTemplate, type TemplateLine } from './template';

export interface TemplateValues {
  readonly name: LocalText;
  readonly lines: readonly TemplateLine[];
  /** The version that was before the writer's eyes; 0 for a new template. */
  readonly version: number;
}

/** How many blank lines a form has after the last one. */
const blanks = 3;

const nameFields = { nameEn: field.text(120), nameEs: field.optionalText(120), version: field.whole(0, 100_000) };

const lineFields = {
  place: field.optionalWhole(0, 99),
  titleEn: field.optionalText(300),
  titleEs: field.optionalText(300),
  presenter: field.optionalText(200),
  minutes: field.optionalWhole(0, 240),
  textEn: field.optionalText(3000),
  textEs: field.optionalText(3000),
} as const;

/** The name of a field of the nth line. */
export const fieldOf = (line: number, name: string): string => `${name}${line}`;

/** How many lines the form shows: what stands in it and some blank ones. */
export const linesShown = (raw: RawForm): number => {
  const filled = Array.from({ length: mostLines }, (_, index) => index + 1).filter((line) => isFilled(raw, line));
  return Math.min(mostLines, (filled.at(-1) ?? 0) + blanks);
};

const isFilled = (raw: RawForm, line: number): boolean =>
  (['titleEn', 'titleEs', 'textEn', 'textEs'] as const).some((name) => rawText(raw, fieldOf(line, name)) !== '');

/** A template as typed: lines without a word are left out, the others stand in the order of their places. */
export function parseTemplate(body: unknown): Parsed<TemplateValues> {
  const named = parseForm(nameFields, body);
  const numbers = Array.from({ length: mostLines }, (_, index) => index + 1).filter((line) => isFilled(named.raw, line));
  const lines = numbers.map((line) => parseLine(named.raw, line));
  const errors: FormErrors = Object.assign({}, named.ok ? {} : named.errors, ...lines.map((line) => line.errors)) as FormErrors;
  if (!named.ok || Object.keys(errors).length > 0) return { ok: false, errors, raw: named.raw };
  if (lines.length === 0) return { ok: false, errors: { titleEn1: fieldError('agendaTemplates.noLine') }, raw: named.raw };
  const { nameEn, nameEs, version } = named.values;
  const sorted = [...lines].sort((a, b) => a.place - b.place);
  return { ok: true, raw: named.raw, values: { name: local(nameEn, nameEs), lines: sorted.map(({ line }) => line), version } };
}

interface ReadLine {
  readonly place: number;
  readonly line: TemplateLine;
  readonly errors: FormErrors;
}

function parseLine(raw: RawForm, number: number): ReadLine {
  const word = (name: string) => rawText(raw, fieldOf(number, name)).trim();
  const parsed = parseForm(lineFields, Object.fromEntries(Object.keys(lineFields).map((name) => [name, word(name)])));
  const faults = parsed.ok ? {} : parsed.errors;
  const noTitle: FormErrors = word('titleEn') === '' ? { titleEn: fieldError('agendaTemplates.noTitle') } : {};
  const errors = Object.fromEntries(Object.entries({ ...faults, ...noTitle }).map(([name, error]) => [fieldOf(number, name), error]));
  const { place, minutes } = parsed.ok ? parsed.values : { place: null, minutes: null };
  const line: TemplateLine = {
    title: local(word('titleEn'), word('titleEs')),
    purpose: itemPurposes.find((purpose) => purpose === word('purpose')) ?? ('inform' satisfies ItemPurpose),
    presenter: word('presenter'),
    minutes: minutes ?? 10,
    text: local(word('textEn'), word('textEs')),
    isAction: word('isAction') === 'yes',
  };
  return { place: place ?? number, line, errors };
}

const local = (en: string, es: string): LocalText => (es === '' ? { en } : { en, es });

/** A template as the fields of its form. */
export function rawTemplate({ name, lines, number }: Pick<AgendaTemplate, 'name' | 'lines' | 'number'>): RawForm {
  const raw: Record<string, string> = { nameEn: name.en, nameEs: name['es'] ?? '', version: String(number) };
  for (const [index, line] of lines.entries()) {
    const set = (field: string, value: string) => {
      raw[fieldOf(index + 1, field)] = value;
    };
    set('place', String(index + 1));
    set('titleEn', line.title.en);
    set('titleEs', line.title['es'] ?? '');
    set('purpose', line.purpose);
    set('presenter', line.presenter);
    set('minutes', String(line.minutes));
    set('textEn', line.text.en);
    set('textEs', line.text['es'] ?? '');
    set('isAction', line.isAction ? 'yes' : '');
  }
  return raw;
}
