import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import type { Member } from './membership';
import { membershipPaths } from './membership.paths';
import { electionMethods, officeNames, type Election, type Office } from './office';

export interface OfficesView {
  readonly title: string;
  readonly errorSummary: ErrorSummary | null;
  readonly district: string;
  readonly width: 'wide';
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly offices: readonly {
    readonly office: string;
    readonly name: string;
    readonly from: string;
    readonly until: string;
    /** How it came about. */
    readonly election: string;
    readonly votes: readonly string[];
    readonly end: { readonly action: string; readonly field: FieldView } | null;
  }[];
  readonly form: {
    readonly action: string;
    readonly office: ChoiceView;
    readonly member: ChoiceView;
    readonly startsOn: FieldView;
    readonly endsOn: FieldView;
    readonly method: ChoiceView;
    readonly heldOn: FieldView;
    readonly votes: FieldView;
  } | null;
}

declare module '../../web/render' {
  interface Views {
    'membership/offices': OfficesView;
  }
}

interface Shown {
  readonly collaborative: Collaborative;
  readonly offices: readonly (Office & { readonly name: string; readonly election: Election | null })[];
  readonly members: readonly Member[];
  readonly mayChange: boolean;
  readonly form: FormState;
}

/** The offices of a collaborative from today on, and the form that gives one. */
export function officesView(t: Translate, { collaborative, offices, members, mayChange, form }: Shown): OfficesView {
  const { slug } = collaborative;
  const name = inLocale(collaborative.name, t.locale);
  return {
    title: t('membership.offices.title', { name }),
    errorSummary: errorSummary(t, form.errors),
    district: slug,
    width: 'wide',
    unlisted: true,
    breadcrumbs: [
      { text: t('layout.navigation.staff'), href: '/staff' },
      { text: t('membership.seatsTitle', { name }), href: membershipPaths.seats({ slug }) },
    ],
    offices: offices.map((held) => officeLine(t, held, mayChange, form)),
    form: mayChange ? officeForm(t, slug, members, form) : null,
  };
}

function officeLine(t: Translate, held: Shown['offices'][number], mayChange: boolean, form: FormState): OfficesView['offices'][number] {
  const { id, election } = held;
  const label = t('membership.offices.lastDay', { office: t(`common.office.${held.office}`) });
  return {
    office: t(`common.office.${held.office}`),
    name: held.name,
    from: formatDate(t.locale, held.startsOn),
    until: held.endsOn === null ? t('membership.offices.openEnd') : formatDate(t.locale, held.endsOn),
    election:
      election === null
        ? t('membership.offices.unrecorded')
        : t(`membership.offices.came.${election.method}`, { date: formatDate(t.locale, election.heldOn, 'shortDate') }),
    votes: election === null || election.votes === '' ? [] : election.votes.split('\n'),
    end:
      mayChange && held.endsOn === null
        ? { action: membershipPaths.officeEnd({ id }), field: fieldView(t, form, `last_day_${id}`, label, { type: 'date', narrow: true }) }
        : null,
  };
}

function officeForm(t: Translate, slug: string, members: readonly Member[], form: FormState): OfficesView['form'] {
  const names = officeNames.map((office) => [office, t(`common.office.${office}`)] as const);
  const people = members.map(({ membershipId, name, seatCode }) => [membershipId, `${name} (${seatCode})`] as const);
  return {
    action: membershipPaths.office({ slug }),
    office: choiceView(t, form, 'office', t('membership.offices.column'), names),
    member: choiceView(t, form, 'member', t('membership.offices.member'), people),
    method: choiceView(
      t,
      form,
      'method',
      t('membership.offices.method'),
      electionMethods.map((method) => [method, t(`membership.offices.methods.${method}`)] as const),
    ),
    heldOn: fieldView(t, form, 'held_on', t('membership.offices.heldOn'), { type: 'date', narrow: true }),
    votes: fieldView(t, form, 'votes', t('membership.offices.votes'), {
      type: 'textarea',
      rows: 4,
      required: false,
      hint: t('membership.offices.votesHint'),
    }),
    startsOn: fieldView(t, form, 'starts_on', t('membership.offices.from'), { type: 'date', narrow: true }),
    endsOn: fieldView(t, form, 'ends_on', t('membership.offices.until'), {
      type: 'date',
      narrow: true,
      required: false,
      hint: t('membership.offices.untilHint'),
    }),
  };
}
