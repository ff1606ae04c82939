import { field, parseForm, rawText, type RawForm } from '../../lib/form';
import { plusDays, startOfDay } from '../../lib/time';
import { candidacyMachine } from '../applications';
import { closingEnd, constituencies, type Cycle } from '../cycles';
import { columns, coverages, preferences, sorts, usualColumns, waysIn, type Column, type DeskFilter } from './filter';

const fields = {
  constituency: field.optionalChoice(constituencies),
  language: field.optionalText(16),
  school: field.optionalText(14),
  zip: field.optionalText(5),
  status: field.optionalChoice(candidacyMachine.states),
  preference: field.optionalChoice(preferences),
  came: field.optionalChoice(waysIn),
  from: field.optionalDate(),
  to: field.optionalDate(),
  files: field.checked(),
  others: field.checked(),
  late: field.checked(),
  label: field.optionalText(26),
  q: field.optionalText(200),
  coverage: field.optionalChoice(coverages),
  sort: field.optionalChoice(sorts),
  after: field.optionalText(500),
  show: field.choices(columns),
};

/** Names under which filters and columns stand in an address, without the place in the list. */
export const filterNames = Object.keys(fields).filter((name) => name !== 'after');

export interface Where {
  readonly cycle: Pick<Cycle, 'id' | 'closesAt'>;
  readonly collaborativeId: string | null;
  readonly minimumReviews: number;
}

export interface ReadFilter {
  readonly filter: DeskFilter;
  readonly columns: readonly Column[];
  /** What makes sense of the address, as text. */
  readonly raw: RawForm;
}

/** Reads the filters of a list from its address; what makes no sense is as if it were not there. */
export function readDeskFilter(query: unknown, where: Where): ReadFilter {
  const first = parseForm(fields, query);
  const kept = first.ok ? first.raw : Object.fromEntries(Object.entries(first.raw).filter(([name]) => first.errors[name] === undefined));
  const parsed = first.ok ? first : parseForm(fields, kept);
  if (!parsed.ok) return readDeskFilter({}, where);
  const { values, raw } = parsed;
  const filter: DeskFilter = {
    cycleId: where.cycle.id,
    collaborativeId: where.collaborativeId,
    minimumReviews: where.minimumReviews,
    closedAt: closingEnd(where.cycle),
    constituency: values.constituency,
    language: values.language,
    schoolId: values.school,
    zip: values.zip,
    status: values.status,
    preference: values.preference,
    cameIn: values.came,
    ...daysOf(values),
    hasFiles: values.files,
    namesOthers: values.others,
    isLate: values.late,
    labelId: values.label,
    search: values.q,
    coverage: values.coverage,
    sort: values.sort || 'newest',
    after: values.after,
  };
  return { filter, columns: values.show.length === 0 ? usualColumns : values.show, raw };
}

/** Whole days of the district, both ends counted. */
const daysOf = ({ from, to }: { readonly from: string; readonly to: string }) => ({
  from: from === '' ? '' : startOfDay(from),
  until: to === '' ? '' : startOfDay(plusDays(to, 1)),
});

/** The filters of an address as the query of another: what is not known is left out, and so is the place in the list. */
export function filterQuery(raw: RawForm): string {
  const query = new URLSearchParams();
  for (const name of filterNames) {
    const value = raw[name];
    for (const text of typeof value === 'string' ? [value] : (value ?? [])) if (text !== '') query.append(name, text);
  }
  return query.toString();
}

/** Whether anything but the order and the columns is asked for. */
export const isFiltered = (raw: RawForm): boolean =>
  filterNames.some((name) => name !== 'sort' && name !== 'show' && rawText(raw, name) !== '');

/** A query string as the parser of addresses reads it: repeated names become lists. */
export function groupedQuery(text: string): Record<string, string | string[]> {
  const grouped: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const before = Object.hasOwn(grouped, name) ? grouped[name] : undefined;
    grouped[name] = before === undefined ? value : [before, value].flat();
  }
  return grouped;
}
