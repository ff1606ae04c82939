import { field, fieldError, parseForm, type Parsed, type RawForm } from '../../lib/form';
import { constituencies, type Seat } from './seat';

const fields = {
  code: field.text(20),
  constituency: field.choice(constituencies),
  votes: field.choice(['yes', 'no']),
  takes_applications: field.choice(['yes', 'no']),
  term_years: field.whole(1, 6),
  starts_on: field.date(),
  ends_on: field.optionalDate(),
  seeds_on: field.optionalDate(),
  first_term_years: field.optionalWhole(1, 6),
  term_limit: field.optionalWhole(1, 9),
  requirements_en: field.optionalText(500),
  requirements_es: field.optionalText(500),
  version: field.version(),
};

/** A seat as it is typed, without its collaborative. */
export type SeatWanted = Omit<Seat, 'id' | 'collaborativeId'>;

/** A seat of the plan. Requirements are asked for in both languages or in none; small numbers may be left out. */
export function parseSeat(body: unknown): Parsed<SeatWanted> {
  const parsed = parseForm(fields, body);
  if (!parsed.ok) return parsed;
  const { values, raw } = parsed;
  if (values.ends_on !== '' && values.ends_on < values.starts_on) return refused(raw, 'ends_on', 'membership.offices.endsFirst');
  const { requirements_en: en, requirements_es: es } = values;
  if ((en === '') !== (es === '')) return refused(raw, en === '' ? 'requirements_en' : 'requirements_es', 'membership.plan.bothLanguages');
  return {
    ok: true,
    raw,
    values: {
      code: values.code,
      constituency: values.constituency,
      isVoting: values.votes === 'yes',
      takesApplications: values.takes_applications === 'yes',
      termYears: values.term_years,
      startsOn: values.starts_on,
      endsOn: orNull(values.ends_on),
      seedsOn: orNull(values.seeds_on),
      firstTermYears: values.first_term_years,
      termLimit: values.term_limit,
      requirements: { en, es },
      version: values.version,
    },
  };
}

/** What the form shows of a seat that is there. */
export const rawSeat = (seat: Seat): RawForm => ({
  code: seat.code,
  constituency: seat.constituency,
  votes: seat.isVoting ? 'yes' : 'no',
  takes_applications: seat.takesApplications ? 'yes' : 'no',
  term_years: String(seat.termYears),
  starts_on: seat.startsOn,
  ends_on: seat.endsOn ?? '',
  seeds_on: seat.seedsOn ?? '',
  first_term_years: seat.firstTermYears === null ? '' : String(seat.firstTermYears),
  term_limit: seat.termLimit === null ? '' : String(seat.termLimit),
  requirements_en: seat.requirements.en,
  requirements_es: seat.requirements['es'] ?? '',
});

const orNull = (text: string): string | null => (text === '' ? null : text);

const refused = (raw: RawForm, name: string, key: Parameters<typeof fieldError>[0]): Parsed<SeatWanted> => ({
  ok: false,
  raw,
  errors: { [name]: fieldError(key) },
});
