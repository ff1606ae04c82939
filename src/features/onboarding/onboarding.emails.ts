import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, type LocalText } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import type { Email, Letter, Recipient } from '../../mail/email';
import { onboardingPaths } from './onboarding.paths';
import type { Task } from './task';

export interface About {
  readonly t: Translate;
  readonly baseUrl: string;
  readonly collaborative: string;
  readonly plan: {
    readonly id: string;
    readonly collaborativeId: string;
    readonly termStartsOn: CalendarDate;
    readonly termEndsOn: CalendarDate;
  };
  readonly today: CalendarDate;
}

/** "Welcome, your checklist", when a seat was accepted. */
export function welcome(to: Recipient, about: About): Email {
  const { t, collaborative, plan, today } = about;
  const words = { collaborative, date: formatDate(t.locale, plan.termStartsOn) };
  const lead = plan.termStartsOn > today ? t('onboarding.emails.welcome.lead', words) : t('onboarding.emails.welcome.leadNow');
  return mail(to, about, {
    kind: 'onboarding.welcome',
    occurrence: 'accepted',
    subject: t('onboarding.emails.welcome.subject', words),
    paragraphs: [lead, t('onboarding.emails.welcome.thanks', words)],
    facts: [{ label: t('onboarding.emails.fact'), value: termOf(about) }],
    after: [t('onboarding.emails.welcome.noPassword'), t('onboarding.emails.welcome.help')],
  });
}

/** A reminder staff asked for: what is left, the next step first. At most one a day. */
export function nudge(to: Recipient, about: About, open: readonly Task[]): Email | undefined {
  const { t, collaborative, today } = about;
  const [next] = open;
  if (next === undefined) return undefined;
  const task = inLocale(next.title, t.locale);
  const lead =
    next.dueOn === null || next.dueOn < today
      ? t('onboarding.emails.nudge.lead', { task })
      : t('onboarding.emails.nudge.leadDue', { task, date: formatDate(t.locale, next.dueOn) });
  return mail(to, about, {
    kind: 'onboarding.nudge',
    occurrence: today,
    subject: t('onboarding.emails.nudge.subject', { count: open.length }),
    paragraphs: [lead, t('onboarding.emails.nudge.reason', { collaborative })],
    facts: open.map(({ title }) => ({ label: t('onboarding.emails.left'), value: inLocale(title, t.locale) })),
    after: [t('onboarding.emails.welcome.noPassword')],
  });
}

export const dueKind = 'onboarding.due';
export const stuckKind = 'onboarding.stuck';

/** Steps that are due in three days, today, or that are late: the ones of one due day together. */
export function dueReminder(to: Recipient, about: About, given: { tasks: readonly Task[]; dueOn: CalendarDate; days: number }): Email {
  const { t, collaborative, today } = about;
  const words = { date: formatDate(t.locale, given.dueOn), collaborative };
  const isLate = given.dueOn < today;
  return mail(to, about, {
    kind: dueKind,
    occurrence: `${given.dueOn}:${String(given.days)}`,
    subject: isLate ? t('onboarding.emails.due.lateSubject', words) : t('onboarding.emails.due.subject', words),
    paragraphs: [
      isLate ? t('onboarding.emails.due.late', words) : t('onboarding.emails.due.lead', words),
      t('onboarding.emails.due.why', words),
    ],
    facts: given.tasks.map(({ title }) => ({ label: t('onboarding.emails.left'), value: inLocale(title, t.locale) })),
    after: [t('onboarding.emails.welcome.noPassword')],
  });
}

interface Stuck {
  readonly t: Translate;
  readonly baseUrl: string;
  readonly collaborative: { readonly id: string; readonly slug: string; readonly name: LocalText };
  readonly people: readonly { readonly name: string; readonly step: LocalText }[];
  /** The Monday it is written on. */
  readonly on: CalendarDate;
}

/** "Who is stuck", to staff, once a week. */
export function stuckEmail(to: Recipient, { t, baseUrl, collaborative, people, on }: Stuck): Email {
  const words = { collaborative: inLocale(collaborative.name, t.locale), count: people.length };
  return {
    kind: stuckKind,
    to,
    subject: t('onboarding.emails.stuck.subject', words),
    letter: {
      preheader: t('onboarding.emails.stuck.lead', words),
      greeting: t('mail.greeting', { name: to.name }),
      paragraphs: [t('onboarding.emails.stuck.lead', words)],
      facts: people.map(({ name, step }) => ({ label: name, value: inLocale(step, t.locale) })),
      action: { text: t('onboarding.emails.stuck.open'), url: baseUrl + onboardingPaths.board({ slug: collaborative.slug }) },
      after: [],
      reason: t('mail.reasons.staff'),
    },
    dedupeKey: `${stuckKind}:${collaborative.id}:${to.personId ?? to.address}:${on}`,
    stream: 'service',
    priority: 'bulk',
    about: { kind: 'collaborative', id: collaborative.id, collaborativeId: collaborative.id },
    whenUnknown: 'resend_once',
  };
}

const termOf = ({ t, plan }: About): string =>
  t('membership.termRange', { from: formatDate(t.locale, plan.termStartsOn), to: formatDate(t.locale, plan.termEndsOn) });

interface Parts extends Pick<Letter, 'paragraphs' | 'facts' | 'after'> {
  readonly kind: string;
  readonly occurrence: string;
  readonly subject: string;
}

function mail(to: Recipient, { t, baseUrl, plan }: About, { kind, occurrence, subject, ...words }: Parts): Email {
  return {
    kind,
    to,
    subject,
    letter: {
      ...words,
      preheader: words.paragraphs[0] ?? subject,
      greeting: t('mail.greeting', { name: to.name }),
      action: { text: t('onboarding.emails.open'), url: baseUrl + onboardingPaths.mine() },
      reason: t('mail.reasons.memberToBe'),
    },
    dedupeKey: `${kind}:${plan.id}:${to.personId ?? to.address}:${occurrence}`,
    stream: 'service',
    priority: 'soon',
    about: { kind: 'onboarding_plan', id: plan.id, collaborativeId: plan.collaborativeId },
    whenUnknown: 'resend_once',
  };
}
