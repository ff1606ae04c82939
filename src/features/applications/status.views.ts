import { formatDate, formatMoment, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { TimelineEntry } from '../../history/timeline.views';
import { inLocale } from '../../lib/local-text';
import type { Cycle, CycleStatus } from '../cycles';
import type { StandingInterest } from '../standing-interest';
import type { AnswerRow } from './answer-words';
import { cycleFor, takesAnswers, type Application } from './application';
import type { Submission } from './application.queries';
import { applicationPaths, applyPaths } from './application.paths';
import type { Candidacy } from './candidacy';
import { toneOfCandidacy, type Tone } from './tones';

/** Where an application stands, as its applicant is told. */
export type Standing = 'draft' | 'withdrawn' | 'discarded' | 'received' | 'closed' | 'in_review' | 'deciding' | 'decided' | 'cancelled';

const standingByCycle: Readonly<Record<CycleStatus, Standing>> = {
  draft: 'received',
  scheduled: 'received',
  open: 'received',
  closed: 'closed',
  in_review: 'in_review',
  deciding: 'deciding',
  released: 'decided',
  complete: 'decided',
  cancelled: 'cancelled',
};

/** Before the release this follows from the cycle alone, so that nothing in it tells of a decision on a slate. */
export function standingOf(
  application: Pick<Application, 'status'>,
  cycle: Pick<Cycle, 'status'>,
  candidacies: readonly Pick<Candidacy, 'status'>[],
): Standing {
  if (application.status !== 'submitted') return application.status;
  const isDecided = candidacies.some(({ status }) => status !== 'in_review' && status !== 'withdrawn');
  return isDecided ? 'decided' : standingByCycle[cycle.status] === 'decided' ? 'deciding' : standingByCycle[cycle.status];
}

interface StatusView {
  readonly title: string;
  readonly reference: string;
  readonly standing: string;
  readonly now: string;
  readonly next: string;
  readonly isDraft: boolean;
  readonly stages: readonly {
    readonly text: string;
    readonly date: string;
    readonly state: string;
    readonly isDone: boolean;
    readonly isCurrent: boolean;
  }[];
  readonly choices: readonly {
    readonly slug: string;
    readonly name: string;
    readonly tag: { readonly text: string; readonly tone: Tone };
  }[];
  readonly offerHref: string | null;
  readonly continueHref: string | null;
  readonly changeAction: string | null;
  readonly withdrawHref: string | null;
  /** Where a withdrawal is taken back; null when it no longer can be. */
  readonly reinstate: { readonly action: string; readonly version: string } | null;
  /** Where who was refused asks for a review of procedure, and reads the answer. */
  readonly procedureHref: string | null;
  readonly answers: readonly (AnswerRow & { readonly href: null; readonly change: null })[];
  readonly submissions: readonly { readonly text: string; readonly href: string }[];
  readonly discardHref: string | null;
  readonly guardian: string | null;
  readonly interest: { readonly action: string; readonly isOn: boolean } | null;
  readonly history: readonly TimelineEntry[];
}

declare module '../../web/render' {
  interface Views {
    'applications/status': StatusView;
    'applications/confirmation': ConfirmationView;
    'applications/withdrawal': WithdrawalView;
  }
}

export interface StatusParts {
  readonly application: Application;
  readonly cycle: Cycle;
  readonly candidacies: readonly Candidacy[];
  readonly collaboratives: ReadonlyMap<string, { readonly slug: string; readonly name: string }>;
  readonly answers: readonly AnswerRow[];
  readonly submissions: readonly Submission[];
  readonly history: readonly TimelineEntry[];
  readonly interests: readonly StandingInterest[];
  readonly guardian: 'given' | 'refused' | null;
  /** Whether a withdrawal can be taken back now. */
  readonly mayReinstate: boolean;
  readonly now: string;
}

/** The page that always says where an application stands and what comes next. */
export function statusView(t: Translate, parts: StatusParts): StatusView {
  const { application, candidacies } = parts;
  const cycle = cycleFor(application, parts.cycle);
  const standing = standingOf(application, cycle, candidacies);
  const ref = { ref: application.reference };
  const isOpen = takesAnswers(application, parts.cycle, parts.now);
  const dates = {
    closing: formatMoment(t, cycle.closesAt),
    review: formatDate(t.locale, cycle.reviewBy),
    decisions: formatDate(t.locale, cycle.decisionsOn),
  };
  return {
    title: t('applications.status.title', { cycle: inLocale(cycle.name, t.locale) }),
    reference: application.reference,
    standing: t(`applications.standing.${standing}.title`),
    now: t.loosely(`applications.standing.${standing}.now`, dates),
    next: t.loosely(`applications.standing.${standing}.${parts.mayReinstate ? 'nextOpen' : 'next'}`, dates),
    isDraft: application.status === 'draft',
    stages: stagesOf(t, cycle, standing),
    choices: candidacies.map((candidacy) => choiceOf(t, parts, candidacy)),
    offerHref: offerHref(application, candidacies),
    continueHref: application.status === 'draft' && isOpen ? applyPaths.check() : null,
    changeAction: application.status === 'submitted' && isOpen ? applicationPaths.changes(ref) : null,
    procedureHref: procedureHref(application, candidacies),
    withdrawHref: mayWithdraw(application, candidacies) ? applicationPaths.withdrawal(ref) : null,
    reinstate: reinstateOf(parts),
    answers: parts.answers.map((row) => ({ ...row, href: null, change: null })),
    submissions: parts.submissions.map(({ number, submittedAt }) => ({
      text: t('applications.status.sentAt', { number, moment: formatShortMoment(t, submittedAt) }),
      href: applicationPaths.submission({ ...ref, number: String(number) }),
    })),
    discardHref: discardHref(application),
    guardian: guardianWords(t, parts),
    interest: asksOfNextCycle(standing) ? { action: applicationPaths.interest(ref), isOn: parts.interests.length > 0 } : null,
    history: parts.history,
  };
}

/** Of a student's application that was sent: whether the guardian has agreed. */
const guardianWords = (t: Translate, { application, guardian }: StatusParts): string | null =>
  application.status === 'submitted' && application.constituency === 'students' ? t(`guardian.standing.${guardian ?? 'waiting'}`) : null;

const reinstateOf = ({ application, mayReinstate }: StatusParts): StatusView['reinstate'] =>
  mayReinstate ? { action: applicationPaths.reinstatement({ ref: application.reference }), version: String(application.version) } : null;

const discardHref = ({ status, reference }: Application): string | null =>
  status === 'draft' ? applicationPaths.discarding({ ref: reference }) : null;

/** No way leads on from here: nothing is to come. */
const isOver = (standing: Standing): boolean => ['withdrawn', 'discarded', 'cancelled'].includes(standing);

/** Asked once there is nothing more to wait for in this cycle. */
const asksOfNextCycle = (standing: Standing): boolean => ['decided', 'withdrawn', 'cancelled'].includes(standing);

const offerHref = ({ reference }: Application, candidacies: readonly Candidacy[]): string | null =>
  candidacies.some(({ status }) => status === 'offered') ? applicationPaths.offer({ ref: reference }) : null;

const procedureHref = ({ reference }: Application, candidacies: readonly Candidacy[]): string | null =>
  candidacies.some(({ status }) => status === 'not_selected') ? applicationPaths.procedureReview({ ref: reference }) : null;

/** An offer is declined rather than withdrawn from; what is decided is over. */
export const mayWithdraw = (application: Pick<Application, 'status'>, candidacies: readonly Pick<Candidacy, 'status'>[]): boolean =>
  application.status === 'submitted' &&
  candidacies.some(({ status }) => status === 'in_review' || status === 'alternate') &&
  !candidacies.some(({ status }) => status === 'offered' || status === 'accepted');

const choiceOf = (t: Translate, { collaboratives }: StatusParts, { collaborativeId, status }: Candidacy) => ({
  slug: collaboratives.get(collaborativeId)?.slug ?? '',
  name: collaboratives.get(collaborativeId)?.name ?? '',
  tag: { text: t(`applications.candidacy.${status}`), tone: toneOfCandidacy[status] },
});

function stagesOf(t: Translate, cycle: Cycle, standing: Standing) {
  if (isOver(standing)) return [];
  const order: readonly Standing[] = ['draft', 'received', 'closed', 'in_review', 'deciding', 'decided'];
  const reached = order.indexOf(standing);
  const stages = [
    { stage: 'received', date: formatMoment(t, cycle.closesAt), from: 1, to: 2 },
    { stage: 'in_review', date: formatDate(t.locale, cycle.reviewBy), from: 3, to: 3 },
    { stage: 'deciding', date: formatDate(t.locale, cycle.decisionsOn), from: 4, to: 4 },
    { stage: 'decided', date: formatDate(t.locale, cycle.termStartsOn), from: 5, to: 5 },
  ] as const;
  return stages.map(({ stage, date, from, to }) => {
    const isDone = reached > to;
    const isCurrent = reached >= from && reached <= to;
    const state = isDone ? t('applications.stages.done') : isCurrent ? t('applications.stages.current') : t('applications.stages.ahead');
    return { text: t(`applications.stages.${stage}`, { date }), date, state, isDone, isCurrent };
  });
}

interface ConfirmationView {
  readonly title: string;
  readonly reference: string;
  readonly mailed: string | null;
  readonly steps: readonly string[];
  readonly statusHref: string;
}

/** What follows right after sending. */
export const confirmationView = (t: Translate, application: Application, cycle: Cycle): ConfirmationView => ({
  title: t('applications.confirmation.title'),
  reference: application.reference,
  mailed: application.email === null ? null : t('applications.confirmation.mailed', { email: application.email }),
  steps: [
    t('applications.confirmation.change', { closing: formatMoment(t, cycle.closesAt) }),
    t('applications.confirmation.review', { date: formatDate(t.locale, cycle.reviewBy) }),
    t('applications.confirmation.decision', { date: formatDate(t.locale, cycle.decisionsOn) }),
    t('applications.confirmation.answer', { days: cycle.answerDays }),
  ],
  statusHref: applicationPaths.show({ ref: application.reference }),
});

interface WithdrawalView {
  readonly title: string;
  readonly action: string;
  readonly back: string;
  readonly reference: string;
  readonly lead: string;
  readonly isFinal: string;
}

/** Asks before an application is withdrawn, and says until when that can be taken back. */
export const withdrawalView = (t: Translate, { reference }: Application, cycle: Cycle, isOpen: boolean): WithdrawalView => ({
  title: t('applications.withdrawal.title'),
  lead: t('applications.withdrawal.lead'),
  isFinal: isOpen
    ? t('applications.withdrawal.untilClosing', { closing: formatMoment(t, cycle.closesAt) })
    : t('applications.withdrawal.isFinal'),
  action: applicationPaths.withdrawal({ ref: reference }),
  back: applicationPaths.show({ ref: reference }),
  reference,
});
