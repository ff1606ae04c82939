import { formatDate, formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { CalendarDate } from '../../lib/time';
import type { PageModel } from '../../web/render';
import { reviewPaths } from '../reviews';
import type { ReviewFile } from './file';
import { driftsOf, spreadsOf, type Drift } from './report';
import type { ReportFacts } from './report.queries';

interface ReportView extends PageModel {
  readonly back: string;
  readonly kicker: string;
  readonly coverage: string;
  readonly date: string;
  readonly progress: readonly { readonly name: string; readonly done: string; readonly width: string; readonly state: string }[];
  readonly under: readonly { readonly href: string; readonly reference: string; readonly has: string }[];
  readonly moreUnder: string | null;
  readonly spreadLead: string;
  readonly spread: readonly { readonly href: string; readonly reference: string; readonly criterion: string; readonly scores: string }[];
  readonly moreSpread: string | null;
  readonly drift: readonly {
    readonly name: string;
    readonly reviews: string;
    readonly mean: string;
    readonly width: string;
    readonly deviation: string;
    readonly words: string;
  }[];
}

declare module '../../web/render' {
  interface Views {
    'panels/report': ReportView;
  }
}

const rowsShown = 50;

/** Coverage, spread and each reviewer's habit, for staff; each said in words beside the numbers. */
export function reportView(t: Translate, facts: ReportFacts, today: CalendarDate): ReportView {
  const { cycle, collaborative, files } = facts;
  const { minimumReviews: minimum, spreadFlag } = collaborative.settings;
  const under = files.filter((file) => completeOf(file) < minimum);
  const spread = spreadRows(t, facts);
  return {
    title: t('panels.report.title'),
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    back: reviewPaths.panel({ code: cycle.code, slug: collaborative.slug }),
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    coverage: t('panels.report.coverage', { done: files.length - under.length, count: files.length, minimum }),
    date: t(today > cycle.reviewBy ? 'panels.report.late' : 'panels.report.due', { by: formatDate(t.locale, cycle.reviewBy) }),
    progress: progressRows(t, facts, today),
    under: under.slice(0, rowsShown).map((file) => ({
      href: reviewPaths.file({ id: file.candidacyId }),
      reference: file.reference,
      has: t('reviews.file.ofMinimum', { done: completeOf(file), minimum }),
    })),
    moreUnder: more(t, under.length),
    spreadLead: t('panels.report.spreadLead', { count: spreadFlag }),
    spread: spread.slice(0, rowsShown),
    moreSpread: more(t, spread.length),
    drift: driftsOf(facts.given).map((drift) => driftRow(t, facts.names.get(drift.reviewerId) ?? '', drift)),
  };
}

const more = (t: Translate, all: number): string | null => (all > rowsShown ? t('reviews.panel.more', { count: all - rowsShown }) : null);

const completeOf = (file: ReviewFile): number => file.reviews.filter(({ status }) => status === 'complete').length;

const progressRows = (t: Translate, { panelists, cycle }: ReportFacts, today: CalendarDate): ReportView['progress'] =>
  panelists.map(({ name, assigned, complete }) => {
    const isDone = complete === assigned;
    const isLate = !isDone && today > cycle.reviewBy;
    return {
      name,
      done: t('reviews.panel.done', { done: complete, all: assigned }),
      width: String(assigned === 0 ? 0 : Math.round((complete / assigned) * 100)),
      state: isDone ? t('panels.report.allIn') : t(isLate ? 'panels.report.isLate' : 'panels.report.left', { count: assigned - complete }),
    };
  });

function spreadRows(t: Translate, { scored, rubric, files, names, collaborative }: ReportFacts): ReportView['spread'] {
  const references = new Map(files.map((file) => [file.candidacyId, file.reference]));
  const labels = new Map(rubric.criteria.map((criterion) => [criterion.key, inLocale(criterion.label, t.locale)]));
  const rows = spreadsOf(
    scored,
    rubric.criteria.map(({ key }) => key),
    collaborative.settings.spreadFlag,
  );
  return rows
    .filter(({ candidacyId }) => references.has(candidacyId))
    .map(({ candidacyId, criterion, scores }) => ({
      href: reviewPaths.file({ id: candidacyId }),
      reference: references.get(candidacyId) ?? '',
      criterion: labels.get(criterion) ?? criterion,
      scores: [...scores]
        .sort((a, b) => b.score - a.score)
        .map(({ reviewerId, score }) => `${names.get(reviewerId) ?? ''} ${String(score)}`)
        .join(' · '),
    }));
}

function driftRow(t: Translate, name: string, drift: Drift): ReportView['drift'][number] {
  const number = (value: number): string => formatNumber(t.locale, value, 1);
  return {
    name,
    reviews: String(drift.reviews),
    mean: number(drift.mean),
    width: String(Math.round(drift.mean)),
    deviation: number(drift.deviation),
    words: [fromPanelText(t, drift.fromPanel), changeText(t, drift)].filter((words) => words !== '').join(' '),
  };
}

/** A difference that means something on a scale of 100. */
const notable = 5;

function fromPanelText(t: Translate, fromPanel: number | null): string {
  if (fromPanel === null) return t('panels.report.alone');
  if (Math.abs(fromPanel) < notable) return t('panels.report.close');
  return t(fromPanel > 0 ? 'panels.report.higher' : 'panels.report.lower', { points: formatNumber(t.locale, Math.abs(fromPanel), 1) });
}

function changeText(t: Translate, { early, late }: Drift): string {
  if (early === null || late === null || Math.abs(late - early) < notable) return '';
  return t(late > early ? 'panels.report.rose' : 'panels.report.fell', { points: formatNumber(t.locale, Math.abs(late - early), 1) });
}
