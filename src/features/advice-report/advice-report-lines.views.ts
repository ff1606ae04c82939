import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { advicePaths, noteLine, wordsOf, type Words } from '../advice';
import type { Collaborative } from '../collaboratives';
import { answerDays, answerKinds, type Calendar, type ReportedNote } from './advice-report';
import { answerLabel } from './advice-report-charts.views';

/** A recommendation that was declined, with why. */
export interface DeclinedLine {
  readonly href: string;
  readonly of: string;
  readonly text: Words;
  readonly reasons: Words | null;
}

/** A note in one line. */
export interface ReportedLine {
  readonly href: string;
  readonly reference: string;
  readonly title: Words;
  /** Only in the report of all. */
  readonly area: string | null;
  readonly tag: { readonly text: string; readonly tone: string };
  readonly dates: string;
  readonly late: string | null;
  readonly answers: string;
}

/** What was declined, in the order of the notes. */
export const declinedLines = (t: Translate, notes: readonly ReportedNote[]): DeclinedLine[] =>
  notes.flatMap(({ id, reference, recommendations }) =>
    recommendations
      .filter(({ disposition }) => disposition === 'declined')
      .map(({ number, text, reasons }) => ({
        href: advicePaths.show({ id }),
        of: t('adviceReport.declined.of', { reference, number }),
        text: wordsOf(text, t.locale),
        reasons: reasons === null ? null : wordsOf(reasons, t.locale),
      })),
  );

interface Lines {
  readonly notes: readonly ReportedNote[];
  readonly collaboratives: readonly Collaborative[];
  readonly chosen: Collaborative | null;
  readonly calendar: Calendar;
}

/** Every note of the report. */
export function noteLines(t: Translate, { notes, collaboratives, chosen, calendar }: Lines): ReportedLine[] {
  const areas = new Map(collaboratives.map(({ id, area }) => [id, inLocale(area, t.locale)]));
  return notes.map((note) => {
    const { href, reference, title, tag, when, late } = noteLine(t, note, calendar.today);
    const days = answerDays(note, calendar);
    return {
      ...{ href, reference, title, tag, late },
      area: chosen === null ? (areas.get(note.collaborativeId) ?? null) : null,
      dates: [
        t('adviceReport.notes.delivered', { date: formatDay(t.locale, note.deliveredAt) }),
        when,
        ...(days === null ? [] : [t('adviceReport.days.count', { count: days })]),
      ].join(' · '),
      answers: answersText(t, note),
    };
  });
}

const answersText = (t: Translate, { recommendations }: ReportedNote): string =>
  answerKinds
    .map((kind) => ({ kind, number: recommendations.filter(({ disposition }) => (disposition ?? 'unanswered') === kind).length }))
    .filter(({ number }) => number > 0)
    .map(({ kind, number }) => t('adviceReport.notes.answer', { answer: answerLabel(t, kind), number }))
    .join(' · ');
