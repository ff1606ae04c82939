import { field, fieldError, parseForm, rawList, rawText, type FormErrors, type Parsed, type RawForm } from '../../lib/form';
import { daysBetween, type CalendarDate } from '../../lib/time';
import { planFields } from './meeting.form';
import { holidayWays, weeksOfMonth, type SeriesRule } from './series-rule';
import type { Series, SeriesTemplate } from './series';

/** An emergency is no series. */
export const seriesKinds = ['regular', 'special', 'orientation', 'community'] as const;
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const { titleEn, titleEs, starts, ends, place, address, room, remoteUrl, remotePhone, interpretation, accessContact, papersAddress } =
  planFields;

const seriesFields = {
  ...{ titleEn, titleEs, starts, ends, place, address, room, remoteUrl, remotePhone, interpretation, accessContact, papersAddress },
  kind: field.choice(seriesKinds),
  weeks: field.choices(weeksOfMonth),
  weekday: field.choice(weekdays),
  from: field.date(),
  until: field.date(),
  onHoliday: field.choice(holidayWays),
};

export interface SeriesWish {
  readonly rule: SeriesRule;
  readonly template: SeriesTemplate;
}

type Values = Extract<ReturnType<typeof parseFields>, { ok: true }>['values'];
const parseFields = (body: unknown) => parseForm(seriesFields, body);

/** Reads the form of a series. At most two years, so that nobody makes a hundred meetings by a slip. */
export function parseSeries(body: unknown, today: CalendarDate): Parsed<SeriesWish> {
  const parsed = parseFields(body);
  if (!parsed.ok) return parsed;
  const { values, raw } = parsed;
  const errors = faultsOf(values, today);
  return Object.keys(errors).length > 0 ? { ok: false, errors, raw } : { ok: true, values: wishOf(values), raw };
}

function faultsOf(values: Values, today: CalendarDate): FormErrors {
  const rules: [boolean, string, FormErrors[string]][] = [
    [values.weeks.length === 0, 'weeks', fieldError('common.form.choose')],
    [values.ends <= values.starts, 'ends', fieldError('meetings.errors.endsFirst')],
    [values.from < today, 'from', fieldError('meetings.errors.past')],
    [values.until < values.from, 'until', fieldError('scheduling.errors.untilFirst')],
    [daysBetween(values.from, values.until) > 731, 'until', fieldError('scheduling.errors.tooFar')],
    [values.remoteUrl !== '' && !/^https:\/\/[^\s"<>]+$/.test(values.remoteUrl), 'remoteUrl', fieldError('meetings.errors.link')],
  ];
  return Object.fromEntries(rules.filter(([broken]) => broken).map(([, name, error]) => [name, error]));
}

const wishOf = (values: Values): SeriesWish => ({
  rule: {
    weeks: values.weeks,
    weekday: weekdays.indexOf(values.weekday) + 1,
    starts: values.starts,
    ends: values.ends,
    from: values.from,
    until: values.until,
    onHoliday: values.onHoliday,
  },
  template: {
    kind: values.kind,
    title: values.titleEs === '' ? { en: values.titleEn } : { en: values.titleEn, es: values.titleEs },
    place: values.place,
    address: values.address,
    room: values.room,
    remoteUrl: values.remoteUrl,
    remotePhone: values.remotePhone,
    interpretation: values.interpretation,
    accessContact: values.accessContact,
    papersAddress: values.papersAddress,
  },
});

/** A series as the fields of the form, beginning on a day. */
export const rawSeries = ({ rule, template }: Pick<Series, 'rule' | 'template'>, from: CalendarDate): RawForm => ({
  kind: template.kind,
  titleEn: template.title.en,
  titleEs: template.title['es'] ?? '',
  weeks: rule.weeks,
  weekday: weekdays[rule.weekday - 1] ?? '',
  starts: rule.starts,
  ends: rule.ends,
  from,
  until: rule.until,
  onHoliday: rule.onHoliday,
  place: template.place,
  address: template.address,
  room: template.room,
  remoteUrl: template.remoteUrl,
  remotePhone: template.remotePhone,
  interpretation: template.interpretation,
  accessContact: template.accessContact,
  papersAddress: template.papersAddress,
});

/** The fields that a dry run carries on, each value by itself. */
export const carriedFields = (raw: RawForm): readonly { readonly name: string; readonly value: string }[] =>
  [...Object.keys(seriesFields), 'version'].flatMap((name) => rawList(raw, name).map((value) => ({ name, value })));

/** What was said under a dry run: which dates to make, and what was seen. */
export interface Said {
  readonly seen: string;
  readonly keep: ReadonlySet<string>;
  readonly version: number;
}

export function saidOf(raw: RawForm): Said {
  const version = /^\d{1,9}$/.test(rawText(raw, 'version')) ? Number(rawText(raw, 'version')) : 0;
  return { seen: rawText(raw, 'seen'), keep: new Set(rawList(raw, 'keep')), version };
}
