import { formatDate, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Page } from '../../lib/pagination';
import { withQuery } from '../../lib/path';
import type { CalendarDate } from '../../lib/time';
import { choiceView, fieldView, type ChoiceView, type FieldView } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { isNotOver } from '../accounts';
import type { Collaborative } from '../collaboratives';
import { membershipPaths } from '../membership';
import {
  bodyGroups,
  stateOfMessage,
  withoutLinks,
  type BodyGroup,
  type BodyMessage,
  type BodyPerson,
  type BodyRole,
  type BodySeat,
} from './body-people';
import { peoplePaths } from './people.paths';

interface BodyPeopleView {
  readonly lead: string;
  readonly action: string;
  readonly search: FieldView;
  readonly group: ChoiceView;
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly closed: string | null;
    readonly reach: string;
    readonly lines: readonly string[];
  }[];
  readonly empty: string;
  readonly next: string | null;
  readonly first: string | null;
}

interface BodyPersonView {
  readonly closed: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: null; readonly change: null }[];
  readonly seats: readonly { readonly href: string; readonly text: string; readonly line: string }[];
  readonly roles: readonly string[];
  readonly messages: readonly { readonly href: string | null; readonly subject: string; readonly line: string }[];
}

interface BodyMailView {
  readonly line: string;
  readonly paragraphs: readonly string[];
}

declare module '../../web/render' {
  interface Views {
    'people/body-list': BodyPeopleView;
    'people/body-person': BodyPersonView;
    'people/body-mail': BodyMailView;
  }
}

interface Shown {
  readonly collaborative: Collaborative;
  readonly page: Page<BodyPerson>;
  readonly query: { readonly search: string; readonly group: BodyGroup; readonly after: string | undefined };
  readonly today: CalendarDate;
}

/** The people of a collaborative with what each holds, held or will hold there. */
export function bodyPeopleView(t: Translate, { collaborative, page, query, today }: Shown): BodyPeopleView & PageModel {
  const { slug } = collaborative;
  const { search, group, after } = query;
  const address = peoplePaths.ofBody({ slug });
  const kept = { search: search === '' ? undefined : search, group: group === 'all' ? undefined : group };
  const options = bodyGroups.map((one): [string, string] => [one, t(`people.body.groups.${one}`)]);
  return {
    ...around(t, collaborative, t('people.body.title', { name: inLocale(collaborative.name, t.locale) }), []),
    lead: t('people.body.lead'),
    action: address,
    search: fieldView(t, { raw: { search }, errors: {} }, 'search', t('people.body.search'), { type: 'search', required: true }),
    group: choiceView(t, { raw: { group }, errors: {} }, 'group', t('people.body.group'), options),
    rows: page.rows.map((person) => ({
      name: person.name,
      href: peoplePaths.inBody({ slug, id: person.id }),
      closed: person.isClosed ? t('accounts.people.closed') : null,
      reach: [person.email ?? '', person.phone].filter((text) => text !== '').join(' · '),
      lines: [...person.seats.map((seat) => seatText(t, seat)), ...person.roles.map((role) => roleText(t, role, today))],
    })),
    empty: t('people.body.empty'),
    next: page.next === null ? null : withQuery(address, { ...kept, after: page.next }),
    first: after === undefined ? null : withQuery(address, kept),
  };
}

interface One {
  readonly collaborative: Collaborative;
  readonly person: BodyPerson;
  readonly messages: readonly BodyMessage[];
  readonly today: CalendarDate;
}

/** One of them: how to reach them, their seats and roles there, and what was sent to them about it. */
export function bodyPersonView(t: Translate, { collaborative, person, messages, today }: One): BodyPersonView & PageModel {
  const { slug } = collaborative;
  const fact = (label: string, value: string) => ({ label, value: value === '' ? t('common.none') : value, href: null, change: null });
  return {
    ...around(t, collaborative, person.name, [listCrumb(t, slug)]),
    closed: person.isClosed ? t('accounts.people.closed') : null,
    facts: [fact(t('people.fields.email'), person.email ?? ''), fact(t('people.fields.phone'), person.phone)],
    seats: person.seats.map((seat) => ({
      href: membershipPaths.membership({ id: seat.membershipId }),
      text: t('people.body.seat', { code: seat.code }),
      line: seatText(t, seat),
    })),
    roles: person.roles.map((role) => roleText(t, role, today)),
    messages: messages.map((message) => ({
      href: message.isPaper ? null : peoplePaths.mailInBody({ slug, id: person.id, mail: message.id }),
      subject: message.subject,
      line: messageText(t, message),
    })),
  };
}

/** One mail in the words of its reader, without links. */
export function bodyMailView(
  t: Translate,
  {
    collaborative,
    person,
    mail,
  }: { collaborative: Collaborative; person: BodyPerson; mail: BodyMessage & { readonly text: string | null } },
): BodyMailView & PageModel {
  const { slug } = collaborative;
  const crumbs = [listCrumb(t, slug), { text: person.name, href: peoplePaths.inBody({ slug, id: person.id }) }];
  return {
    ...around(t, collaborative, mail.subject, crumbs),
    line: messageText(t, mail),
    paragraphs: mail.text === null ? [t('me.mails.forgotten')] : withoutLinks(mail.text),
  };
}

const listCrumb = (t: Translate, slug: string) => ({ text: t('people.body.link'), href: peoplePaths.ofBody({ slug }) });

const around = (t: Translate, { slug, area }: Collaborative, title: string, crumbs: readonly { text: string; href: string }[]) => ({
  title,
  district: slug,
  width: 'wide' as const,
  unlisted: true,
  breadcrumbs: [
    { text: t('layout.navigation.staff'), href: '/staff' },
    { text: inLocale(area, t.locale), href: membershipPaths.seats({ slug }) },
    ...crumbs,
  ],
});

function seatText(t: Translate, seat: BodySeat): string {
  const day = (date: CalendarDate) => formatDate(t.locale, date, 'shortDate');
  const parts = [
    seat.code,
    t(`membership.status.${seat.standing}`),
    ...seat.offices.map((office) => t(`common.office.${office}`)),
    t('membership.termRange', { from: day(seat.termStartsOn), to: day(seat.termEndsOn) }),
    ...(seat.endedOn === null ? [] : [t('people.body.lastDay', { date: day(seat.endedOn) })]),
  ];
  return parts.join(' · ');
}

function roleText(t: Translate, { role, startsOn, endsOn, isDeputy }: BodyRole, today: CalendarDate): string {
  const name = isDeputy ? t('people.body.deputy') : t(`common.role.${role}`);
  const from = formatDate(t.locale, startsOn, 'shortDate');
  const dates =
    endsOn === null
      ? t('accounts.people.since', { from })
      : t('accounts.people.fromTo', { from, to: formatDate(t.locale, endsOn, 'shortDate') });
  return [name, dates, ...(isNotOver({ endsOn }, today) ? [] : [t('people.body.over')])].join(' · ');
}

const messageText = (t: Translate, { isPaper, status, at }: BodyMessage): string => {
  const values = { state: t(`people.body.states.${stateOfMessage(status)}`), at: formatShortMoment(t, at) };
  return isPaper ? t('people.body.letter', values) : t('people.body.mail', values);
};
