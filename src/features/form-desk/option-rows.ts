import { rawText, type RawForm } from '../../lib/form';
import { fold } from '../../lib/text';
import type { QuestionOption } from '../forms';

/** One line of the options editor as it was sent. */
export interface OptionRow {
  readonly value: string;
  readonly en: string;
  readonly es: string;
  readonly hintEn: string;
  readonly hintEs: string;
  /** Its place among the options, from 1; empty: where it stands. */
  readonly place: string;
}

export const emptyRow: OptionRow = { value: '', en: '', es: '', hintEn: '', hintEs: '', place: '' };

/** Names of the fields of one line, by what they hold. */
export const optionNames = (index: number): Readonly<Record<keyof OptionRow, string>> => ({
  value: `option_${index}_value`,
  en: `option_${index}_en`,
  es: `option_${index}_es`,
  hintEn: `option_${index}_hint_en`,
  hintEs: `option_${index}_hint_es`,
  place: `option_${index}_place`,
});

/** Most options of one question; a form is cut off at 300 fields. */
export const mostOptions = 30;

/** The lines that were sent, blank ones too. */
export function optionRows(raw: RawForm): OptionRow[] {
  const rows: OptionRow[] = [];
  for (let index = 0; index < mostOptions && optionNames(index).en in raw; index += 1) {
    const names = optionNames(index);
    const text = (part: keyof OptionRow): string => rawText(raw, names[part]).trim().slice(0, 300);
    rows.push({
      value: text('value'),
      en: text('en'),
      es: text('es'),
      hintEn: text('hintEn'),
      hintEs: text('hintEs'),
      place: text('place'),
    });
  }
  return rows;
}

const isBlank = ({ en, es }: OptionRow): boolean => en === '' && es === '';

/** The options that the lines say, in the order of their places; a line without words is no option. */
export function optionsIn(rows: readonly OptionRow[]): QuestionOption[] {
  const placed = rows
    .map((row, index) => ({ row, place: placeOf(row, index), index }))
    .filter(({ row }) => !isBlank(row))
    .sort((a, b) => a.place - b.place || a.index - b.index);
  const taken = new Set(placed.map(({ row }) => row.value).filter((value) => value !== ''));
  return placed.map(({ row }) => {
    const value = row.value === '' ? newValue(row, taken) : row.value;
    taken.add(value);
    const option = { value, label: { en: row.en, es: row.es } };
    return row.hintEn === '' && row.hintEs === '' ? option : { ...option, hint: { en: row.hintEn, es: row.hintEs } };
  });
}

/** A line moved to place 2 goes before the one that stands second. */
const placeOf = ({ place }: OptionRow, index: number): number => {
  const wanted = Number(place);
  if (place === '' || !Number.isInteger(wanted) || wanted === index + 1) return index + 1;
  return wanted > index + 1 ? wanted + 0.5 : wanted - 0.5;
};

/** A short name for an option from its words, which answers keep; never one that is taken. */
function newValue({ en, es }: OptionRow, taken: ReadonlySet<string>): string {
  const words = fold(en === '' ? es : en);
  const base =
    words
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 30) || 'option';
  let value = base;
  for (let count = 2; taken.has(value); count += 1) value = `${base}_${count}`;
  return value;
}

/** An option as a line of the editor. */
export const rowOf = ({ value, label, hint }: QuestionOption, index: number): OptionRow => ({
  value,
  en: label.en,
  es: label['es'] ?? '',
  hintEn: hint?.en ?? '',
  hintEs: hint?.['es'] ?? '',
  place: String(index + 1),
});
