import { formatDate } from '../../i18n/format';
import { languageName } from '../../i18n/language-name';
import type { Translate } from '../../i18n/translate';
import { inLocale, type LocalText } from '../../lib/local-text';
import type { Page } from '../../lib/pagination';
import { withQuery } from '../../lib/path';
import { isAdministrator, type Actor } from '../../lib/actor';
import { rawText } from '../../lib/form';
import { dateOf, type Instant } from '../../lib/time';
import { timelineView, type TimelineEntry } from '../../history/timeline.views';
import { choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { accountPaths } from './account.paths';
import { languageChoice } from './account.views';
import type { NamedInvitation } from './invitation';
import { invitationsView, type InvitationsView } from './invitation.views';
import { formPage } from './form-page.views';
import type { ListedPerson, Person } from './person';
import { isNotOver, rolesByHand, type Role } from './role';
import { peoplePolicy } from './role.policy';
import type { StandIn } from './stand-in.queries';
import { emailField } from './sign-in.views';

interface Act {
  readonly text: string;
  readonly action: string;
}

interface PeopleView {
  readonly search: FieldView;
  readonly action: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly email: string;
    readonly roles: string;
    readonly closed: string | null;
  }[];
  readonly empty: string;
  readonly invite: { readonly text: string; readonly href: string };
  readonly twins: { readonly text: string; readonly href: string };
  readonly next: string | null;
  readonly first: string | null;
}

interface PersonView {
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: null; readonly change: null }[];
  readonly record: { readonly text: string; readonly href: string };
  readonly rolesTitle: string;
  readonly noRoles: string;
  readonly roles: readonly { readonly text: string; readonly dates: string; readonly end: Act | null; readonly endLabel: string }[];
  readonly invitations: InvitationsView;
  readonly deputies: { readonly lines: readonly { readonly text: string; readonly dates: string }[]; readonly href: string };
  readonly grant: {
    readonly title: string;
    readonly action: string;
    readonly selects: readonly ChoiceView[];
    readonly fields: readonly FieldView[];
    readonly submit: string;
  } | null;
  readonly acts: readonly (Act & { readonly hint: string })[];
  readonly historyTitle: string;
  readonly history: readonly TimelineEntry[];
}

declare module '../../web/render' {
  interface Views {
    'accounts/people': PeopleView;
    'accounts/person': PersonView;
  }
}

type Place = { readonly id: string; readonly name: LocalText };

export function peoplePage(
  t: Translate,
  page: Page<ListedPerson>,
  query: { search: string; after: string | undefined },
): PeopleView & PageModel {
  const { search, after } = query;
  return {
    title: t('accounts.people.title'),
    width: 'wide',
    unlisted: true,
    search: fieldView(t, { raw: { search }, errors: {} }, 'search', t('accounts.people.search'), { type: 'search', required: true }),
    action: accountPaths.people(),
    caption: t('accounts.people.caption'),
    columns: [t('accounts.fields.name'), t('accounts.fields.email'), t('accounts.people.roles')],
    rows: page.rows.map((person) => ({
      name: person.name,
      href: accountPaths.person({ id: person.id }),
      email: person.email ?? t('common.none'),
      roles: t('accounts.people.roleCount', { count: person.roles }),
      closed: person.isClosed ? t('accounts.people.closed') : null,
    })),
    empty: t('accounts.people.empty'),
    invite: { text: t('accounts.people.invite'), href: accountPaths.invite() },
    twins: { text: t('people.twins.title'), href: accountPaths.twins() },
    next: page.next === null ? null : withQuery(accountPaths.people(), { search, after: page.next }),
    first: after === undefined ? null : withQuery(accountPaths.people(), { search }),
  };
}

export interface PersonFile {
  readonly person: Person;
  readonly roles: readonly (Role & { readonly place: LocalText | null })[];
  readonly standIns: readonly StandIn[];
  readonly invitations: readonly NamedInvitation[];
  readonly places: readonly Place[];
  /** Has signed in, or been closed: there is nothing left to invite to. */
  readonly hasAccount: boolean;
  readonly isClosed: boolean;
  readonly hasSecondFactor: boolean;
  readonly resetRequestedBy: string | null | undefined;
  readonly events: Parameters<typeof timelineView>[1];
}

export function personPage(t: Translate, actor: Actor, file: PersonFile, state: FormState, now: Instant): PersonView & PageModel {
  const { person } = file;
  const mayChange = peoplePolicy.changeRoles(actor, person.id).allowed;
  const today = dateOf(now);
  return {
    title: person.name,
    width: 'wide',
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    breadcrumbs: [{ text: t('accounts.people.title'), href: accountPaths.people() }],
    facts: [
      { label: t('accounts.fields.email'), value: person.email ?? t('common.none'), href: null, change: null },
      { label: t('accounts.fields.phone'), value: person.phone === '' ? t('common.none') : person.phone, href: null, change: null },
      { label: t('accounts.fields.language'), value: languageName(t, person.locale), href: null, change: null },
      {
        label: t('accounts.people.state'),
        value: file.isClosed ? t('accounts.people.closed') : t('accounts.people.open'),
        href: null,
        change: null,
      },
    ],
    record: { text: t('people.record.link'), href: accountPaths.record({ id: person.id }) },
    rolesTitle: t('accounts.people.roles'),
    noRoles: t('accounts.people.noRoles'),
    roles: file.roles.map((role) => roleRow(t, role, mayChange && isNotOver(role, today))),
    invitations: invitationsView(t, file.invitations, { now, mayChange: mayChange && !file.hasAccount, personId: person.id }),
    deputies: { lines: file.standIns.map((line) => standInLine(t, line)), href: accountPaths.deputies({ id: person.id }) },
    grant: mayChange ? grantForm(t, state, file) : null,
    acts: mayChange ? actsOn(t, actor, file) : [],
    historyTitle: t('history.title'),
    history: timelineView(t, file.events),
  };
}

export const invitePage = (t: Translate, state: FormState, given: { locales: readonly string[]; places: readonly Place[] }) =>
  formPage(t, state, {
    title: t('accounts.invite.title'),
    lead: [t('accounts.invite.lead')],
    action: accountPaths.invite(),
    fields: [fieldView(t, state, 'name', t('accounts.fields.name')), emailField(t, state, null)],
    choices: [languageChoice(t, state, given.locales)],
    selects: roleSelects(t, state, given.places),
    hidden: [{ name: 'endsOn', value: rawText(state.raw, 'endsOn') }],
    submit: t('accounts.invite.submit'),
    links: [{ text: t('common.back'), href: accountPaths.people() }],
  });

function roleRow(t: Translate, role: PersonFile['roles'][number], mayEnd: boolean): PersonView['roles'][number] {
  const name = t(`common.role.${role.role}`);
  const text = role.place === null ? name : t('accounts.people.roleAt', { role: name, place: inLocale(role.place, t.locale) });
  const from = formatDate(t.locale, role.startsOn);
  return {
    text,
    dates:
      role.endsOn === null
        ? t('accounts.people.since', { from })
        : t('accounts.people.fromTo', { from, to: formatDate(t.locale, role.endsOn) }),
    end: mayEnd ? { text: t('accounts.people.end'), action: accountPaths.endRole({ id: role.personId, role: role.id }) } : null,
    endLabel: text,
  };
}

function standInLine(t: Translate, line: StandIn): PersonView['deputies']['lines'][number] {
  const place = inLocale(line.place, t.locale);
  const dates = t('accounts.people.fromTo', { from: formatDate(t.locale, line.startsOn), to: formatDate(t.locale, line.endsOn) });
  return {
    text: line.isDeputy
      ? t('deputies.isDeputy', { name: line.approverName, place })
      : t('deputies.hasDeputy', { name: line.deputyName, place }),
    dates: line.endedAt === null ? dates : `${dates} · ${t('deputies.endedEarly')}`,
  };
}

const grantForm = (t: Translate, state: FormState, { person, places }: PersonFile): NonNullable<PersonView['grant']> => ({
  title: t('accounts.people.grantTitle'),
  action: accountPaths.grant({ id: person.id }),
  selects: roleSelects(t, state, places),
  fields: [
    fieldView(t, state, 'startsOn', t('accounts.people.startsOn'), {
      type: 'date',
      required: false,
      narrow: true,
      hint: t('accounts.people.startsOnHint'),
    }),
    fieldView(t, state, 'endsOn', t('accounts.people.endsOn'), { type: 'date', required: false, narrow: true }),
  ],
  submit: t('accounts.people.grant'),
});

const roleSelects = (t: Translate, state: FormState, places: readonly Place[]): ChoiceView[] => [
  choiceView(
    t,
    state,
    'role',
    t('accounts.people.role'),
    rolesByHand.map((role) => [role, t(`common.role.${role}`)]),
  ),
  choiceView(
    t,
    state,
    'collaborative',
    t('accounts.people.place'),
    [['', t('accounts.people.everywhere')], ...places.map(({ id, name }): [string, string] => [id, inLocale(name, t.locale)])],
    { hint: t('accounts.people.placeHint'), required: false },
  ),
];

function actsOn(t: Translate, actor: Actor, file: PersonFile): PersonView['acts'] {
  const id = file.person.id;
  const acts = file.isClosed
    ? [{ text: t('accounts.people.reopen'), hint: t('accounts.people.reopenHint'), action: accountPaths.reopening({ id }) }]
    : [{ text: t('accounts.people.close'), hint: t('accounts.people.closeHint'), action: accountPaths.closing({ id }) }];
  if (!file.hasSecondFactor || !isAdministrator(actor)) return acts;
  const asked = file.resetRequestedBy;
  if (asked === undefined)
    return [...acts, { text: t('accounts.people.reset'), hint: t('accounts.people.resetHint'), action: accountPaths.resetRequest({ id }) }];
  if (!peoplePolicy.confirmReset(actor, id, asked).allowed) return acts;
  return [
    ...acts,
    {
      text: t('accounts.people.confirmReset'),
      hint: t('accounts.people.confirmResetHint'),
      action: accountPaths.resetConfirmation({ id }),
    },
  ];
}
