import { formatDate, formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { errorSummary, type ErrorSummary } from '../../web/form-view';
import { cycleIsOpen } from '../cycles';
import { constituencyIn, preferencesIn, type Application } from './application';
import { deskPaths } from './application.paths';
import { sheetView, type SheetParts, type SheetView } from './entry.views';

interface SummaryRow {
  readonly label: string;
  readonly value: string;
  readonly href: null;
  readonly change: null;
}

interface CorrectionView extends SheetView {
  readonly title: string;
  readonly kicker: string;
  readonly back: string;
  readonly action: string;
  readonly version: number;
  /** Why the choices and the constituency are not on the sheet, and what they are; null while they are. */
  readonly fixed: { readonly text: string; readonly rows: readonly SummaryRow[] } | null;
  readonly isStale: boolean;
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'applications/correction': CorrectionView;
  }
}

export interface CorrectionParts extends SheetParts {
  readonly application: Application;
  /** Keys of the questions that are not on the sheet. */
  readonly left: readonly string[];
  /** Somebody else saved since the sheet was opened. */
  readonly isStale: boolean;
}

/** The sheet of an application that staff typed, as it stands or as it was just typed. */
export function correctionView(t: Translate, parts: CorrectionParts): CorrectionView {
  const { application, state, isStale } = parts;
  const ref = application.reference;
  return {
    title: t('applications.correction.title', { name: application.name }),
    kicker: ref,
    back: deskPaths.show({ ref }),
    action: deskPaths.correction({ ref }),
    version: application.version,
    fixed: fixedView(t, parts),
    isStale,
    ...sheetView(t, parts, parts.left),
    errorSummary: errorSummary(t, state.errors),
  };
}

function fixedView(t: Translate, { application, cycle, choices, now }: CorrectionParts): CorrectionView['fixed'] {
  if (cycleIsOpen(cycle, now)) return null;
  const constituency = constituencyIn(application.answers);
  const areas = new Map(choices.map(({ id, area }) => [id, inLocale(area, t.locale)]));
  const named = preferencesIn(application.answers).map((id) => areas.get(id) ?? '');
  return {
    text: t('applications.correction.fixed', {
      day: formatDay(t.locale, cycle.closesAt),
      decisions: formatDate(t.locale, cycle.decisionsOn),
    }),
    rows: [
      rowOf(t('applications.correction.choices'), named.join(', ')),
      ...(constituency === null ? [] : [rowOf(t('applications.correction.constituency'), t(`common.constituency.${constituency}`))]),
    ],
  };
}

const rowOf = (label: string, value: string): SummaryRow => ({ label, value, href: null, change: null });
