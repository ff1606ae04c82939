import { formatShortMoment } from '../../i18n/format';
import type { TimelineEntry } from '../../history/timeline.views';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { errorSummary, fieldView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { compositionView, targetsMet, type CompositionTable } from '../composition';
import { deputyPaths } from '../deputies';
import { mixText } from '../reviews';
import { composedOf, type Board } from './board';
import { choiceRows, type ChoiceRow } from './choices.views';
import { alternateGroups, meanOfSeated, placedRows, priorityText, seatRows, type AlternateGroup, type SeatRow } from './placed.views';
import { approvalPaths, slatePaths } from './selection.paths';
import { differencesOf, type Sending } from './sending';
import { isEditable, type Slate } from './slate';

type Tag = { readonly text: string; readonly tone: string };

export interface ApprovalView extends PageModel {
  readonly kicker: string;
  readonly lead: string;
  readonly notice: string | null;
  /** In whose place a deputy decides. */
  readonly asDeputy: string | null;
  readonly mix: string;
  readonly version: string;
  /** False while staff change it: what they have not sent yet is not shown. */
  readonly isSettled: boolean;
  /** What it comes to, first of all. */
  readonly summary: readonly { readonly label: string; readonly value: string; readonly tag: Tag | null }[];
  /** The record of what was decided, once the letters are out. */
  readonly record: string | null;
  readonly asked: string | null;
  readonly differences: readonly string[] | null;
  readonly choices: readonly ChoiceRow[];
  readonly priority: string | null;
  readonly seats: readonly SeatRow[];
  readonly alternates: readonly AlternateGroup[];
  readonly composition: readonly CompositionTable[];
  readonly history: readonly TimelineEntry[];
  readonly approve: string | null;
  readonly sendBack: { readonly action: string; readonly words: FieldView } | null;
}

export interface ApprovalsView extends PageModel {
  /** Where an approver names who stands in for them. */
  readonly deputies: string | null;
  readonly slates: readonly { readonly href: string; readonly name: string; readonly sent: string }[];
}

declare module '../../web/render' {
  interface Views {
    'selection/approval': ApprovalView;
    'selection/approvals': ApprovalsView;
  }
}

interface Shown {
  readonly mayDecide: boolean;
  readonly isOwn: boolean;
  readonly senderName: string;
  /** Name of the approver in whose place the reader decides. */
  readonly approverName: string | null;
  readonly state: FormState;
  readonly sendings: readonly Sending[];
  readonly history: readonly TimelineEntry[];
}

/** A slate for its approver: what it comes to, who is placed and why, totals, composition, who read, what changed. */
export function approvalView(t: Translate, board: Board, shown: Shown): ApprovalView {
  const { slate, collaborative } = board;
  const { mayDecide, isOwn, senderName, state } = shown;
  const isSettled = !isEditable(slate);
  const isWaiting = slate.status === 'sent';
  return {
    title: t('selection.approval.title', { area: inLocale(collaborative.area, t.locale) }),
    district: collaborative.slug,
    unlisted: true,
    errorSummary: errorSummary(t, state.errors),
    kicker: inLocale(board.cycle.name, t.locale),
    lead: slate.sentAt === null ? '' : t('selection.approval.lead', { name: senderName, at: formatShortMoment(t, slate.sentAt) }),
    notice: isWaiting ? (isOwn ? t('selection.denied.ownSlate') : null) : t(`selection.approval.now.${slate.status}`),
    asDeputy: asDeputyText(t, slate, shown),
    record: slate.status === 'released' ? slatePaths.record({ code: board.cycle.code, slug: collaborative.slug }) : null,
    asked: slate.returnWords,
    mix: mixText(t, board.mix),
    version: String(slate.version),
    isSettled,
    history: shown.history,
    ...(isSettled ? contentsOf(t, board, shown.sendings) : nothingYet),
    ...(isWaiting && mayDecide ? answersOf(t, slate, state) : { approve: null, sendBack: null }),
  };
}

const asDeputyText = (t: Translate, { status }: Slate, { approverName }: Shown): string | null =>
  status === 'sent' && approverName !== null ? t('deputies.asDeputy', { name: approverName }) : null;

const answersOf = (t: Translate, { id }: Slate, state: FormState): Pick<ApprovalView, 'approve' | 'sendBack'> => ({
  approve: approvalPaths.approve({ id }),
  sendBack: {
    action: approvalPaths.sendBack({ id }),
    words: fieldView(t, state, 'words', t('selection.approval.words'), {
      type: 'textarea',
      rows: 4,
      hint: t('selection.approval.wordsHint'),
    }),
  },
});

type Contents = Pick<ApprovalView, 'summary' | 'differences' | 'choices' | 'priority' | 'seats' | 'alternates' | 'composition'>;

const nothingYet: Contents = { summary: [], differences: null, choices: [], priority: null, seats: [], alternates: [], composition: [] };

function contentsOf(t: Translate, board: Board, sendings: readonly Sending[]): Contents {
  const rows = placedRows(t, board);
  const choices = choiceRows(t, board);
  return {
    summary: summaryOf(t, board, choices.length),
    differences: differencesText(t, board, sendings),
    choices,
    priority: priorityText(t, board),
    seats: seatRows(t, board, rows),
    alternates: alternateGroups(t, board, rows),
    composition: compositionView(t, composedOf(board)),
  };
}

function summaryOf(t: Translate, board: Board, outOfOrder: number): ApprovalView['summary'] {
  const filled = board.entries.filter(({ seatId }) => seatId !== null).length;
  const met = targetsMet(t, composedOf(board));
  const line = (label: string, value: string, tag: Tag | null = null) => ({ label, value, tag });
  return [
    line(t('selection.comparison.seats'), t('selection.comparison.of', { count: filled, all: board.seats.length })),
    line(t('selection.approval.alternates'), String(board.entries.length - filled)),
    line(t('selection.comparison.mean'), meanOfSeated(t, board) ?? '–'),
    ...(met === null ? [] : [line(t('selection.comparison.targets'), '', met)]),
    line(t('selection.comparison.outOfOrder'), String(outOfOrder)),
  ];
}

/** What changed since the version sent before; null where this is the first. */
function differencesText(t: Translate, board: Board, sendings: readonly Sending[]): string[] | null {
  const [before, last] = sendings.slice(-2);
  if (before === undefined || last === undefined) return null;
  const nameOf = new Map(board.candidates.map(({ id, name }) => [id, name]));
  return differencesOf(before.entries, last.entries).map(({ candidacyId, kind }) =>
    t(`selection.approval.difference.${kind}`, { name: nameOf.get(candidacyId) ?? t('selection.approval.gone') }),
  );
}

interface Waiting {
  readonly id: string;
  readonly name: string;
  readonly sentAt: string | null;
}

export const approvalsView = (t: Translate, slates: readonly Waiting[], isApprover: boolean): ApprovalsView => ({
  title: t('selection.approvals.title'),
  unlisted: true,
  deputies: isApprover ? deputyPaths.own() : null,
  slates: slates.map((slate) => ({
    href: approvalPaths.show({ id: slate.id }),
    name: slate.name,
    sent: slate.sentAt === null ? '' : t('selection.approvals.sent', { at: formatShortMoment(t, slate.sentAt) }),
  })),
});
