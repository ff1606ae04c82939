import type { Translate } from '../../i18n/translate';
import { formatShortMoment } from '../../i18n/format';
import type { RoleName } from '../../lib/actor';
import type { Email, Letter, Recipient } from '../../mail/email';
import type { Instant } from '../../lib/time';
import { accountPaths } from './account.paths';

interface Around {
  readonly t: Translate;
  readonly baseUrl: string;
  readonly to: Recipient;
}

interface WithToken extends Around {
  readonly tokenId: string;
  readonly token: string;
  readonly expiresAt: Instant;
}

/** The sign-in link with its six digits. */
export function signInMail({ t, baseUrl, to, ...link }: WithToken & { code: string }): Email {
  const code = `${link.code.slice(0, 3)} ${link.code.slice(3)}`;
  return urgent(
    { kind: 'account.sign_in', to, subject: t('accounts.emails.signIn.subject'), key: link.tokenId, expiresAt: link.expiresAt },
    {
      ...letter(t, to, [t('accounts.emails.signIn.lead')]),
      facts: [{ label: t('accounts.emails.signIn.code'), value: code }],
      action: { text: t('accounts.emails.signIn.button'), url: baseUrl + accountPaths.link({ token: link.token }) },
      after: [t('accounts.emails.notYou')],
      reason: t('mail.reasons.asked'),
    },
  );
}

/** The same answer for an address we do not know: what to do instead. */
export function noAccountMail({ t, baseUrl, to, ...link }: Omit<WithToken, 'token'>): Email {
  return urgent(
    { kind: 'account.unknown', to, subject: t('accounts.emails.unknown.subject'), key: link.tokenId, expiresAt: link.expiresAt },
    {
      ...letter(t, to, [t('accounts.emails.unknown.lead'), t('accounts.emails.unknown.advice')]),
      action: { text: t('accounts.emails.unknown.button'), url: `${baseUrl}/apply` },
      after: [t('accounts.emails.notYou')],
      reason: t('mail.reasons.asked'),
    },
  );
}

/** The link to set a new password. */
export function resetMail({ t, baseUrl, to, ...link }: WithToken): Email {
  return urgent(
    { kind: 'account.reset', to, subject: t('accounts.emails.reset.subject'), key: link.tokenId, expiresAt: link.expiresAt },
    {
      ...letter(t, to, [t('accounts.emails.reset.lead')]),
      action: { text: t('accounts.emails.reset.button'), url: baseUrl + accountPaths.resetLink({ token: link.token }) },
      after: [t('accounts.emails.notYou')],
      reason: t('mail.reasons.asked'),
    },
  );
}

/** One of the two links that confirm a new address; the one to the old mailbox can `stop` the change as well. */
export function emailChangeMail({ t, baseUrl, to, ...change }: WithToken & { newAddress: string; stop: string | null }): Email {
  const { stop } = change;
  const lead =
    stop === null ? t('accounts.emails.emailChange.leadNew') : t('accounts.emails.emailChange.leadOld', { address: change.newAddress });
  const ifNot =
    stop === null
      ? t('accounts.emails.notYou')
      : t('accounts.emails.emailChange.stop', { link: baseUrl + accountPaths.emailStop({ token: stop }) });
  return urgent(
    {
      kind: 'account.email_change',
      to,
      subject: t('accounts.emails.emailChange.subject'),
      key: change.tokenId,
      expiresAt: change.expiresAt,
    },
    {
      ...letter(t, to, [lead]),
      action: { text: t('accounts.emails.emailChange.button'), url: baseUrl + accountPaths.emailLink({ token: change.token }) },
      after: [t('accounts.emails.emailChange.otherBox'), ifNot],
      reason: t('mail.reasons.account'),
    },
  );
}

export type Change = 'password' | 'email' | 'emailBack' | 'secondFactorOn' | 'secondFactorOff' | 'recoveryCodes';

interface Notice extends Around {
  readonly change: Change;
  readonly at: Instant;
  readonly occurrence: string;
  /** The token that takes a change of address back, for the mailbox before. */
  readonly undo?: string;
}

/** Says that something one signs in with was changed, to the address it concerns. */
export function changeNotice({ t, baseUrl, to, ...notice }: Notice): Email {
  const { undo } = notice;
  const action =
    undo === undefined
      ? { text: t('accounts.emails.changed.button'), url: `${baseUrl}/help` }
      : { text: t('accounts.emails.changed.undo'), url: baseUrl + accountPaths.emailStop({ token: undo }) };
  const what = t(`accounts.emails.changed.${notice.change}`);
  return {
    ...service('account.changed', to, t('accounts.emails.changed.subject', { what })),
    letter: {
      ...letter(t, to, [
        t('accounts.emails.changed.lead', { what, when: formatShortMoment(t, notice.at) }),
        t(undo === undefined ? 'accounts.emails.changed.ifNot' : 'accounts.emails.changed.ifNotUndo'),
      ]),
      action,
      reason: t('mail.reasons.account'),
    },
    dedupeKey: `account.changed:${notice.change}:${to.address}:${notice.occurrence}`,
    priority: 'soon',
    whenUnknown: 'resend_once',
  };
}

interface Invitation extends Around {
  readonly role: RoleName;
  /** Name of the collaborative; null for administrators. */
  readonly place: string | null;
  /** A token for the first sign-in; null when the person has signed in before. */
  readonly token: string | null;
  readonly roleId: string;
  readonly expiresAt: Instant;
}

/** Tells a person of a role they were given, with a first link when they have no account yet. */
export function invitationMail({ t, baseUrl, to, ...given }: Invitation): Email {
  const role = t(`common.role.${given.role}`);
  const lead =
    given.place === null
      ? t('accounts.emails.invitation.lead', { role })
      : t('accounts.emails.invitation.leadAt', { role, place: given.place });
  const address = given.token === null ? accountPaths.signIn() : accountPaths.invitation({ token: given.token });
  return {
    ...service('account.invitation', to, t('accounts.emails.invitation.subject', { role })),
    letter: {
      ...letter(t, to, [lead, given.token === null ? t('accounts.emails.invitation.again') : t('accounts.emails.invitation.first')]),
      action: { text: t('accounts.emails.invitation.button'), url: baseUrl + address },
      after: [t('accounts.emails.invitation.factor')],
      reason: t('mail.reasons.account'),
    },
    dedupeKey: `account.invitation:${given.roleId}:${to.personId ?? ''}:${given.expiresAt}`,
    priority: 'soon',
    whenUnknown: 'hold',
    expiresAt: given.token === null ? undefined : given.expiresAt,
  };
}

/** Tells somebody who never signed in that the invitation is taken back. */
export function invitationTakenBackMail({ t, baseUrl, to, occurrence }: Around & { occurrence: Instant }): Email {
  return {
    ...service('account.invitation_taken_back', to, t('accounts.emails.takenBack.subject')),
    letter: {
      ...letter(t, to, [t('accounts.emails.takenBack.lead'), t('accounts.emails.takenBack.wrong')]),
      action: { text: t('accounts.emails.changed.button'), url: `${baseUrl}/help` },
      reason: t('mail.reasons.account'),
    },
    dedupeKey: `account.invitation_taken_back:${to.personId ?? ''}:${occurrence}`,
    priority: 'soon',
    whenUnknown: 'resend_once',
  };
}

function letter(t: Translate, to: Recipient, paragraphs: readonly string[]): Letter {
  return {
    preheader: paragraphs[0] ?? '',
    greeting: to.name === '' ? t('accounts.emails.greeting') : t('mail.greeting', { name: to.name }),
    paragraphs,
    facts: [],
    action: null,
    after: [],
    reason: t('mail.reasons.account'),
  };
}

const service = (kind: string, to: Recipient, subject: string): Pick<Email, 'kind' | 'to' | 'subject' | 'stream' | 'about'> => ({
  kind,
  to,
  subject,
  stream: 'service',
  about: { kind: 'person', id: to.personId ?? 'unknown', collaborativeId: null },
});

/** Mail somebody is waiting for: first in line, worth nothing once its token is over, asked for anew rather than sent twice. */
const urgent = (mail: { kind: string; to: Recipient; subject: string; key: string; expiresAt: Instant }, words: Letter): Email => ({
  ...service(mail.kind, mail.to, mail.subject),
  letter: words,
  dedupeKey: `${mail.kind}:${mail.key}`,
  priority: 'now',
  whenUnknown: 'drop',
  expiresAt: mail.expiresAt,
});
