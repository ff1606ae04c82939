import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { errorSummary, fieldView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { compositionView, type CompositionTable } from '../composition';
import { mixText } from '../reviews';
import { composedOf, type Board } from './board';
import { alternateGroups, placedRows, seatRows } from './placed.views';
import { approvalPaths } from './selection.paths';
import { isEditable, type Slate } from './slate';

export interface ApprovalView extends PageModel {
  readonly kicker: string;
  readonly lead: string;
  readonly notice: string | null;
  readonly mix: string;
  readonly version: string;
  /** False while staff change it: what they have not sent yet is not shown. */
  readonly isSettled: boolean;
  readonly seats: readonly ReturnType<typeof seatRows>[number][];
  readonly alternates: readonly ReturnType<typeof alternateGroups>[number][];
  readonly composition: readonly CompositionTable[];
  readonly approve: string | null;
  readonly sendBack: { readonly action: string; readonly words: FieldView } | null;
}

export interface ApprovalsView extends PageModel {
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
  readonly state: FormState;
}

/** A slate for its approver: who is placed and why, totals, composition, who read. */
export function approvalView(t: Translate, board: Board, { mayDecide, isOwn, senderName, state }: Shown): ApprovalView {
  const { slate, collaborative } = board;
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
    mix: mixText(t, board.mix),
    version: String(slate.version),
    isSettled,
    ...(isSettled ? contentsOf(t, board) : nothingYet),
    ...(isWaiting && mayDecide ? answersOf(t, slate, state) : { approve: null, sendBack: null }),
  };
}

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

const nothingYet = { seats: [], alternates: [], composition: [] } as const;

function contentsOf(t: Translate, board: Board): Pick<ApprovalView, 'seats' | 'alternates' | 'composition'> {
  const rows = placedRows(t, board);
  return {
    seats: seatRows(t, board, rows),
    alternates: alternateGroups(t, board, rows),
    composition: compositionView(t, composedOf(board)),
  };
}

interface Waiting {
  readonly id: string;
  readonly name: string;
  readonly sentAt: string | null;
}

export const approvalsView = (t: Translate, slates: readonly Waiting[]): ApprovalsView => ({
  title: t('selection.approvals.title'),
  unlisted: true,
  slates: slates.map((slate) => ({
    href: approvalPaths.show({ id: slate.id }),
    name: slate.name,
    sent: slate.sentAt === null ? '' : t('selection.approvals.sent', { at: formatShortMoment(t, slate.sentAt) }),
  })),
});
