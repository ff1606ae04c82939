import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { accountPaths } from './account.paths';
import { invitationState, isOpen, type InvitationState, type NamedInvitation } from './invitation';

export interface InvitationsView {
  readonly lines: readonly {
    readonly text: string;
    readonly sent: string;
    /** What became of it, and when. */
    readonly settled: string | null;
    readonly tag: { readonly text: string; readonly tone: 'neutral' | 'info' | 'success' | 'warning' };
  }[];
  /** For the newest, while nobody has answered it. */
  readonly acts: readonly {
    readonly text: string;
    readonly hint: string;
    readonly action: string;
    readonly kind: 'secondary' | 'danger';
  }[];
}

const tones: Readonly<Record<InvitationState, InvitationsView['lines'][number]['tag']['tone']>> = {
  waiting: 'info',
  expired: 'warning',
  accepted: 'success',
  replaced: 'neutral',
  taken_back: 'neutral',
};

/** Each invitation with its dates and who sent it; the newest can be sent again and taken back. */
export function invitationsView(
  t: Translate,
  invitations: readonly NamedInvitation[],
  given: { readonly now: Instant; readonly mayChange: boolean; readonly personId: string },
): InvitationsView {
  const [newest] = invitations;
  const id = given.personId;
  const acts: InvitationsView['acts'] = [
    {
      text: t('accounts.invitations.again'),
      hint: t('accounts.invitations.againHint'),
      action: accountPaths.invitationAgain({ id }),
      kind: 'secondary',
    },
    {
      text: t('accounts.invitations.takeBack'),
      hint: t('accounts.invitations.takeBackHint'),
      action: accountPaths.invitationBack({ id }),
      kind: 'danger',
    },
  ];
  return {
    lines: invitations.map((invitation) => lineOf(t, invitation, given.now)),
    acts: given.mayChange && newest !== undefined && isOpen(newest) ? acts : [],
  };
}

function lineOf(t: Translate, invitation: NamedInvitation, now: Instant): InvitationsView['lines'][number] {
  const state = invitationState(invitation, now);
  const role = t(`common.role.${invitation.role}`);
  const sent = { at: formatShortMoment(t, invitation.sentAt), until: formatShortMoment(t, invitation.expiresAt) };
  return {
    text: invitation.place === null ? role : t('accounts.people.roleAt', { role, place: inLocale(invitation.place, t.locale) }),
    sent:
      invitation.sentByName === null
        ? t('accounts.invitations.sent', sent)
        : t('accounts.invitations.sentBy', { ...sent, name: invitation.sentByName }),
    settled:
      invitation.settledAt === null
        ? null
        : t('accounts.invitations.settled', {
            state: t(`accounts.invitations.states.${state}`),
            at: formatShortMoment(t, invitation.settledAt),
          }),
    tag: {
      text: t(`accounts.invitations.states.${state}`),
      tone: tones[state],
    },
  };
}
