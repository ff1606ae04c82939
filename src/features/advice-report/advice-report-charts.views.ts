import { formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { bars, type ChartView } from '../reports';
import { answerKinds, type AnswerKind, type ReportSum } from './advice-report';

/** What became of the recommendations, and of what was promised: as drawings with their tables, in an order that never changes. */
export const chartsOf = (t: Translate, sum: ReportSum): { readonly answers: ChartView; readonly commitments: ChartView } => ({
  answers: chartView(t, {
    id: 'answers',
    title: t('adviceReport.answers.title'),
    desc: t('adviceReport.answers.desc', { count: sum.recommendations }),
    head: t('adviceReport.answers.head'),
    rows: answerKinds.map((kind) => ({ label: answerLabel(t, kind), value: sum.answers[kind] })),
  }),
  commitments: chartView(t, {
    id: 'commitments',
    title: t('adviceReport.commitments.title'),
    desc: t('adviceReport.commitments.desc', { count: sum.commitments.promised }),
    head: t('adviceReport.commitments.head'),
    rows: (['done', 'under_way', 'planned', 'dropped'] as const).map((kind) => ({
      label: t(`adviceReport.commitments.${kind}`),
      value: sum.commitments[kind],
    })),
  }),
});

/** What became of a recommendation, in words. */
export const answerLabel = (t: Translate, kind: AnswerKind): string =>
  kind === 'unanswered' ? t('adviceReport.answers.unanswered') : t(`advice.disposition.${kind}`);

interface Counted {
  readonly id: string;
  readonly title: string;
  readonly desc: string;
  readonly head: string;
  readonly rows: readonly { readonly label: string; readonly value: number }[];
}

function chartView(t: Translate, { rows, ...words }: Counted): ChartView {
  const shown = rows.map(({ label, value }) => ({ label, value, text: formatNumber(t.locale, value) }));
  return { ...words, drawing: bars(shown), rows: shown, isEmpty: rows.every(({ value }) => value === 0) };
}
