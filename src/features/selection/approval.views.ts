import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { errorSummary, fieldView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { mixText } from '../reviews';
import type { Board } from './board';
import { alternateGroups, placedRows, seatRows } from './board.views';
import { compositionView, type CompositionTable } from './composition.views';
import { approvalPaths } from './selection.paths';

export interface ApprovalView extends PageModel {
  readonly kicker: string;
  readonly lead: string;
  readonly notice: string | null;
  readonly mix: string;
  readonly version: string;
  readonly seats: ReturnType<typeof seatRows>;
  readonly alternates: ReturnType<typeof alternateGroups>;
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
  const rows = placedRows(t, board);
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
    seats: seatRows(t, board, rows),
    alternates: alternateGroups(t, board, rows),
    composition: compositionView(t, board),
    approve: isWaiting && mayDecide ? approvalPaths.approve({ id: slate.id }) : null,
    sendBack:
      isWaiting && mayDecide
        ? {
            action: approvalPaths.sendBack({ id: slate.id }),
            words: fieldView(t, state, 'words', t('selection.approval.words'), {
              type: 'textarea',
              rows: 4,
              hint: t('selection.approval.wordsHint'),
            }),
          }
        : null,
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
