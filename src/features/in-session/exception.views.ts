import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf } from '../../lib/local-text';
import { blankForm, fieldView, type FieldView, type FormState } from '../../web/form-view';
import type { ExceptionGround, ExceptionStatus, ExceptionWithVotes, Obstacle } from './exception';
import { whoSaysWhy } from './motion';
import { choiceText, countsOf, voteLine, type MotionView } from './motion.views';
import { quorumView, type QuorumView } from './quorum.views';
import type { Session } from './record.queries';
import { sessionPaths } from './session.paths';
import { sessionHead, type SessionHead, type Tag } from './session.views';

/** Which form of the page was sent, with what the reader wrote. */
export interface SentMatter {
  readonly which: 'matter' | 'vote';
  readonly form: FormState;
  /** Another saved first. */
  readonly isStale: boolean;
}

interface MatterView {
  readonly title: string;
  readonly lang: string;
  readonly motion: MotionView;
  /** The line that was added, once it carried. */
  readonly item: string | null;
}

interface ExceptionsView extends SessionHead {
  readonly isOpen: boolean;
  readonly quorum: QuorumView;
  readonly rules: readonly string[];
  readonly blocked: string | null;
  readonly stale: string | null;
  readonly matters: readonly MatterView[];
  readonly form: {
    readonly action: string;
    readonly titleEn: FieldView;
    readonly titleEs: FieldView;
    readonly why: FieldView;
  } | null;
}

declare module '../../web/render' {
  interface Views {
    'in-session/exceptions': ExceptionsView;
  }
}

interface Parts {
  readonly t: Translate;
  readonly session: Session;
  readonly ground: ExceptionGround;
  readonly exceptions: readonly ExceptionWithVotes[];
  readonly obstacle: Obstacle | null;
  readonly sent: SentMatter | null;
}

/** What came up after the posting: each matter with its vote, and the form for another. */
export function exceptionsView(parts: Parts): ExceptionsView {
  const { t, session, ground, exceptions, obstacle } = parts;
  const isOpen = session.meeting.status === 'in_session';
  return {
    ...sessionHead(t, session, formSent(parts)),
    title: t('offAgenda.title'),
    isOpen,
    quorum: quorumView(t, session),
    rules: exceptionRules(t, [...new Set(ground.bodies.map(({ regime }) => regime))]),
    blocked: obstacle === null || !isOpen ? null : t(`offAgenda.obstacle.${obstacle}`),
    stale: staleText(parts),
    matters: exceptions.map((exception, index) => matterView(parts, exception, index + 1)),
    form: mayPropose(parts) ? matterForm(parts) : null,
  };
}

const formSent = ({ sent }: Parts): FormState => sent?.form ?? blankForm();

const staleText = ({ t, sent }: Parts): string | null => (sent?.isStale === true ? t('inSession.item.voteStale') : null);

const mayPropose = ({ session, exceptions, obstacle }: Parts): boolean =>
  session.meeting.status === 'in_session' && obstacle === null && !exceptions.some(({ status }) => status === 'proposed');

/** What a vote on taking a matter up needs, by the acts the bodies follow. */
export const exceptionRules = (t: Translate, regimes: ExceptionWithVotes['regimes']): string[] =>
  regimes.map((regime) => t(`offAgenda.rule.${regime}`));

const tones = { proposed: 'info', carried: 'success', failed: 'danger', withdrawn: 'neutral' } as const;

export const exceptionTag = (t: Translate, status: ExceptionStatus): Tag => ({
  text: t(`offAgenda.status.${status}`),
  tone: tones[status],
});

function matterView(parts: Parts, exception: ExceptionWithVotes, number: number): MatterView {
  const { t, session } = parts;
  const nameOf = (id: string) => session.voters.find(({ membershipId }) => membershipId === id)?.name ?? '';
  const { title, why, status, votes, itemId } = exception;
  return {
    title: inLocale(title, t.locale),
    lang: localeOf(title, t.locale),
    item: itemId === null ? null : sessionPaths.item({ id: session.meeting.id, item: itemId }),
    motion: {
      heading: t('offAgenda.vote', { number }),
      text: why,
      before: [],
      moved: exceptionRules(t, exception.regimes).join(' '),
      together: null,
      tag: exceptionTag(t, status),
      counts: votes.length === 0 ? [] : countsOf(t, exception),
      caption: t('offAgenda.caption', { number }),
      votes: votes
        .map((vote) => ({ name: nameOf(vote.membershipId), choice: choiceText(t, vote) }))
        .sort((a, b) => a.name.localeCompare(b.name, 'en')),
      floor: status === 'proposed' && session.meeting.status === 'in_session' ? floorForms(parts, exception) : null,
    },
  };
}

function floorForms({ t, session, ground, obstacle, sent }: Parts, { id, version }: ExceptionWithVotes): MotionView['floor'] {
  const form = sent?.which === 'vote' ? sent.form : blankForm();
  const ids = { id: session.meeting.id, exception: id };
  const mustSay = whoSaysWhy(ground.bodies);
  const here = obstacle === null ? session.voters.filter(({ membershipId }) => session.present.has(membershipId)) : [];
  const lines = here.map((member) => voteLine(t, form, member, mustSay.has(member.membershipId)));
  return {
    second: null,
    vote: lines.length === 0 ? null : { action: sessionPaths.exceptionVote(ids), lines },
    withdrawal: sessionPaths.exceptionWithdrawal(ids),
    withdrawText: t('offAgenda.withdraw'),
    rewording: null,
    version: String(version),
  };
}

function matterForm({ t, session, sent }: Parts): ExceptionsView['form'] {
  const form = sent?.which === 'matter' ? sent.form : blankForm();
  return {
    action: sessionPaths.exceptions({ id: session.meeting.id }),
    titleEn: fieldView(t, form, 'titleEn', t('offAgenda.titleEn')),
    titleEs: fieldView(t, form, 'titleEs', t('offAgenda.titleEs'), { required: false }),
    why: fieldView(t, form, 'why', t('offAgenda.why'), { type: 'textarea', rows: 3, hint: t('offAgenda.whyHint') }),
  };
}
