import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { csvText } from '../../lib/text';
import { dateOf, type Instant } from '../../lib/time';
import { advicePaths, lateness } from '../advice';
import { answerDays, daysStood, type ReportedNote, type ReportedRecommendation } from './advice-report';
import type { AdviceReport } from './advice-report.views';

type Cell = string | number | null;

/** A row for each recommendation, from which every number of the page can be worked out. Names and states are the same in every language. */
export function adviceReportCsv(t: Translate, report: AdviceReport): string {
  const bodies = new Map(report.collaboratives.map((body) => [body.id, body]));
  const rows = report.notes.flatMap((note) => {
    const body = bodies.get(note.collaborativeId);
    if (body === undefined) return [];
    const cells = { ...noteCells(t, report, note), collaborative: body.slug, target_days: body.settings.answerDays };
    return note.recommendations.map((recommendation) => ({ ...cells, ...recommendationCells(recommendation) }));
  });
  return csvText([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
}

const columns = [
  'as_of',
  'note',
  'collaborative',
  'title',
  'status',
  'delivered',
  'acknowledge_by',
  'acknowledged',
  'answer_by',
  'clock_stopped',
  'answered',
  'target_days',
  'days_clock_stood',
  'working_days',
  'overdue',
  'extensions',
  'questions',
  'recommendation',
  'disposition',
  'commitment_status',
  'commitment_due',
  'address',
] as const;

function noteCells(t: Translate, { calendar, baseUrl }: AdviceReport, note: ReportedNote) {
  const late = lateness(note, calendar.today);
  return {
    as_of: calendar.today,
    note: note.reference,
    title: inLocale(note.title, t.locale),
    status: note.status,
    delivered: day(note.deliveredAt),
    acknowledge_by: note.acknowledgeBy,
    acknowledged: day(note.acknowledgedAt),
    answer_by: note.answerBy,
    clock_stopped: note.stoppedOn,
    answered: day(note.answeredAt),
    days_clock_stood: daysStood(note, calendar),
    working_days: answerDays(note, calendar),
    overdue: late === 'none' ? '' : late,
    extensions: note.extensions,
    questions: note.questions.length,
    address: baseUrl + advicePaths.show({ id: note.id }),
  } satisfies Partial<Record<(typeof columns)[number], Cell>>;
}

const recommendationCells = ({ number, disposition, commitment }: ReportedRecommendation) => ({
  recommendation: number,
  disposition,
  commitment_status: commitment?.status,
  commitment_due: commitment?.dueOn,
});

const day = (instant: Instant | null): string => (instant === null ? '' : dateOf(instant));
