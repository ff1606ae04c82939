import type { AccessNeeds, Person } from '../accounts';

export type FieldName =
  | 'name'
  | 'preferred_name'
  | 'pronunciation'
  | 'pronouns'
  | 'phone'
  | 'locale'
  | keyof AccessNeeds
  | 'has_conflict'
  | 'details'
  | 'directory'
  | 'photo'
  | 'contact_name'
  | 'relation'
  | 'contact_phone';

export interface FillInField {
  readonly name: FieldName;
  readonly kind: 'line' | 'long' | 'phone' | 'yes_no' | 'language';
  readonly isRequired: boolean;
}

const line = (name: FieldName, isRequired = false): FillInField => ({ name, kind: 'line', isRequired });
const yesNo = (name: FieldName): FillInField => ({ name, kind: 'yes_no', isRequired: true });

/** Fields whose label says everything. */
export const plainFields: ReadonlySet<FieldName> = new Set<FieldName>([
  'pronouns',
  'locale',
  'other',
  'has_conflict',
  'contact_name',
  'contact_phone',
]);

/** The steps that are filled in, by key: what each asks. */
export const fillIns: Readonly<Record<string, readonly FillInField[]>> = {
  contact: [
    line('name', true),
    line('preferred_name'),
    line('pronunciation'),
    line('pronouns'),
    { name: 'phone', kind: 'phone', isRequired: false },
    { name: 'locale', kind: 'language', isRequired: true },
  ],
  access_needs: (['interpreter', 'mobility', 'hearing', 'vision', 'childCare', 'other'] as const).map((name) => line(name)),
  conflict_statement: [yesNo('has_conflict'), { name: 'details', kind: 'long', isRequired: false }],
  directory: [yesNo('directory'), yesNo('photo')],
  emergency_contact: [line('contact_name', true), line('relation'), { name: 'contact_phone', kind: 'phone', isRequired: true }],
};

export type FilledIn = Readonly<Record<string, string>>;

/** What a form opens with: the person's own record for what lives there, else what was answered before. */
export function startingValues(key: string, person: Person, answers: FilledIn): FilledIn {
  if (key === 'access_needs') return { ...person.accessNeeds };
  if (key !== 'contact') return answers;
  return {
    ...answers,
    name: person.name,
    preferred_name: person.preferredName ?? '',
    pronouns: person.pronouns ?? '',
    phone: person.phone,
    locale: person.locale,
  };
}

/** The person after such a form, or undefined when it changes nothing about them. */
export function personAfter(key: string, person: Person, values: FilledIn): Person | undefined {
  if (key === 'access_needs')
    return { ...person, accessNeeds: Object.fromEntries(Object.entries(values).filter(([, text]) => text !== '')) };
  if (key !== 'contact') return undefined;
  const { name = person.name, phone = '', locale = person.locale } = values;
  return { ...person, name, preferredName: textOrNull(values['preferred_name']), pronouns: textOrNull(values['pronouns']), phone, locale };
}

const textOrNull = (text: string | undefined): string | null => (text === undefined || text === '' ? null : text);

/** What stays with the step itself: nothing that lives in the person's record, access needs least of all. */
export function answersKept(key: string, values: FilledIn): FilledIn {
  if (key === 'access_needs') return {};
  if (key === 'contact') return { pronunciation: values['pronunciation'] ?? '' };
  return values;
}
