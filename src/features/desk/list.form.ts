import { field, parseForm, type RawForm } from '../../lib/form';
import { candidacyMachine } from '../applications';
import { constituencies } from '../cycles';
import { coverages, sorts, type DeskFilter } from './filter';

const fields = {
  constituency: field.optionalChoice(constituencies),
  language: field.optionalText(16),
  school: field.optionalText(14),
  status: field.optionalChoice(candidacyMachine.states),
  q: field.optionalText(200),
  coverage: field.optionalChoice(coverages),
  sort: field.optionalChoice(sorts),
  after: field.optionalText(500),
};

type Where = Pick<DeskFilter, 'cycleId' | 'collaborativeId' | 'minimumReviews'>;

/** Reads the filters of a list from its address; what makes no sense is as if it were not there. */
export function readDeskFilter(query: unknown, where: Where): { readonly filter: DeskFilter; readonly raw: RawForm } {
  const first = parseForm(fields, query);
  const kept = first.ok ? first.raw : Object.fromEntries(Object.entries(first.raw).filter(([name]) => first.errors[name] === undefined));
  const parsed = first.ok ? first : parseForm(fields, kept);
  if (!parsed.ok) return readDeskFilter({}, where);
  const { constituency, language, school, status, q, coverage, sort, after } = parsed.values;
  const filter = {
    ...where,
    constituency,
    language,
    schoolId: school,
    status,
    search: q,
    coverage,
    sort: sort || 'newest',
    after,
  } as const;
  return { filter, raw: parsed.raw };
}
