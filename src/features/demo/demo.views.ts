import { formatMoment, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Instant } from '../../lib/time';
import { choiceView, type ChoiceView } from '../../web/form-view';
import { parts, slugs, type Slug } from './demo-people';
import { demoPaths } from './demo.paths';
import type { DemoPerson } from './demo.queries';

interface DemoPeopleView {
  readonly title: string;
  readonly groups: readonly {
    readonly name: string;
    readonly slug: string | null;
    readonly people: readonly { key: string; name: string; part: string }[];
  }[];
  readonly signIn: string;
}

interface MailboxView {
  readonly title: string;
  readonly filter: { readonly to: string; readonly languages: ChoiceView };
  readonly mails: readonly {
    readonly href: string;
    readonly subject: string;
    readonly to: string;
    readonly at: string;
    readonly language: string;
    readonly status: string;
  }[];
  readonly next: string | null;
  readonly first: string | null;
}

interface MailView {
  readonly title: string;
  readonly back: string;
  readonly html: string;
  readonly text: string;
  readonly headers: readonly { readonly label: string; readonly value: string; readonly href: null; readonly change: null }[];
  readonly calendar: { readonly text: string; readonly href: string } | null;
}

interface ClockView {
  readonly title: string;
  readonly now: string;
  readonly move: string;
  readonly steps: readonly { readonly value: string; readonly text: string }[];
}

declare module '../../web/render' {
  interface Views {
    'demo/people': DemoPeopleView;
    'demo/mailbox': MailboxView;
    'demo/mail': MailView;
    'demo/clock': ClockView;
  }
}

/** What of a mail the demo shows; the outbox has more. */
export interface ShownMail {
  readonly id: string;
  readonly to_name: string;
  readonly to_address: string;
  readonly locale: string;
  readonly subject: string;
  readonly kind: string;
  readonly status: string;
  readonly stream: string;
  readonly created_at: Instant;
  readonly html: string;
  readonly text: string;
  readonly calendar: { readonly method: string; readonly content: string } | null;
}

/** What each step of the demo clock adds, in hours. */
export const clockSteps = { hour: 1, day: 24, threeDays: 72, week: 168, month: 720 } as const;
export type ClockStep = keyof typeof clockSteps;

export function demoPeopleView(t: Translate, people: readonly DemoPerson[]): DemoPeopleView {
  const withoutPlace = people.filter((person) => ['administrator', 'applicant'].includes(person.key));
  const inPlace = (slug: Slug) => people.filter((person) => new RegExp(`-${slug}(-\\d)?$`).test(person.key));
  return {
    title: t('demo.people.title'),
    groups: [
      { name: t('demo.people.everywhere'), slug: null, people: withoutPlace.map((person) => shownPerson(t, person)) },
      ...slugs.map((slug) => ({ name: t(`demo.slug.${slug}`), slug, people: inPlace(slug).map((person) => shownPerson(t, person)) })),
    ],
    signIn: demoPaths.signIn(),
  };
}

function shownPerson(t: Translate, person: DemoPerson): { key: string; name: string; part: string } {
  const role = person.key.split('-')[0] ?? '';
  const part = parts.some((known) => known.split('-')[0] === role) || role === 'administrator' || role === 'applicant' ? role : 'member';
  return { key: person.key, name: person.name, part: t.loosely(`demo.part.${part}`) };
}

interface MailboxQuery {
  readonly language: string;
  readonly to: string;
  readonly next: string | null;
  readonly first: string | null;
}

export function mailboxView(t: Translate, mails: readonly ShownMail[], query: MailboxQuery): MailboxView {
  const languages = [
    ['', t('demo.mailbox.anyLanguage')],
    ['en', t('common.language.en')],
    ['es', t('common.language.es')],
  ] as const;
  return {
    title: t('demo.mailbox.title'),
    filter: {
      to: query.to,
      languages: choiceView(t, { raw: { language: query.language }, errors: {} }, 'language', t('layout.languages'), languages, {
        required: false,
      }),
    },
    mails: mails.map((mail) => ({
      href: demoPaths.mail({ id: mail.id }),
      subject: mail.subject,
      to: mail.to_name,
      at: formatShortMoment(t, mail.created_at),
      language: mail.locale,
      status: mail.status,
    })),
    next: query.next,
    first: query.first,
  };
}

export function mailView(t: Translate, mail: ShownMail): MailView {
  const row = (label: string, value: string) => ({ label, value, href: null, change: null });
  return {
    title: mail.subject,
    back: demoPaths.mailbox(),
    html: demoPaths.mailHtml({ id: mail.id }),
    text: mail.text,
    headers: [
      row(t('demo.mailbox.to'), `${mail.to_name} <${mail.to_address}>`),
      row(t('demo.mailbox.at'), formatMoment(t, mail.created_at)),
      row(t('layout.languages'), mail.locale),
      row(t('demo.mailbox.kind'), mail.kind),
      row(t('demo.mailbox.stream'), mail.stream),
      row(t('demo.mailbox.status'), mail.status),
    ],
    calendar: mail.calendar === null ? null : { text: mail.calendar.content, href: demoPaths.mailCalendar({ id: mail.id }) },
  };
}

export function clockView(t: Translate, now: Instant): ClockView {
  return {
    title: t('demo.clock.title'),
    now: formatMoment(t, now),
    move: demoPaths.clockMove(),
    steps: (Object.keys(clockSteps) as ClockStep[]).map((step) => ({ value: step, text: t(`demo.clock.${step}`) })),
  };
}
