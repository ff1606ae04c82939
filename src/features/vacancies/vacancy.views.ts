import { formatDate, formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { plusDays, type CalendarDate } from '../../lib/time';
import { applyPaths } from '../applications';
import { collaborativePaths, type Collaborative } from '../collaboratives';
import { termByRule, type SeatWithHolder } from '../membership';
import type { Opening } from './vacancy';
import { vacancyPaths } from './vacancy.paths';

interface VacancyLine {
  readonly title: string;
  readonly vote: string;
  readonly since: string;
  readonly term: string;
  readonly requirements: string;
  readonly opening: string;
  readonly apply: { readonly href: string; readonly text: string } | null;
}

export interface VacanciesView {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly district: string | null;
  readonly bodies: readonly {
    readonly slug: string;
    readonly name: string;
    readonly href: string;
    readonly none: string;
    readonly seats: readonly VacancyLine[];
  }[];
  readonly all: { readonly href: string; readonly text: string } | null;
}

declare module '../../web/render' {
  interface Views {
    'vacancies/list': VacanciesView;
  }
}

export interface Vacancy {
  readonly seat: SeatWithHolder;
  readonly opening: Opening;
  /** The last day anybody sat in it; null where nobody has. */
  readonly lastDay: CalendarDate | null;
}

export interface BodyVacancies {
  readonly collaborative: Collaborative;
  readonly vacancies: readonly Vacancy[];
}

/** The seats that need somebody, of one collaborative or of all, and how one may apply for each. */
export function vacanciesView(t: Translate, bodies: readonly BodyVacancies[], today: CalendarDate): VacanciesView {
  const [only] = bodies;
  const isOne = bodies.length === 1 && only !== undefined;
  const name = isOne ? inLocale(only.collaborative.name, t.locale) : '';
  return {
    title: isOne ? t('vacancies.titleOne', { name }) : t('vacancies.title'),
    description: t('vacancies.description'),
    lead: t('vacancies.lead'),
    breadcrumbs: isOne ? [{ text: name, href: collaborativePaths.show({ c: only.collaborative.slug }) }] : [],
    district: isOne ? only.collaborative.slug : null,
    bodies: bodies.map(({ collaborative, vacancies }) => ({
      slug: collaborative.slug,
      name: inLocale(collaborative.name, t.locale),
      href: vacancyPaths.one({ c: collaborative.slug }),
      none: t('vacancies.none'),
      seats: vacancies.map((vacancy) => vacancyLine(t, vacancy, today)),
    })),
    all: isOne ? { href: vacancyPaths.all(), text: t('vacancies.all') } : null,
  };
}

function vacancyLine(t: Translate, { seat, opening, lastDay }: Vacancy, today: CalendarDate): VacancyLine {
  const { startsOn, endsOn } = termByRule(seat, today);
  const from = formatDate(t.locale, startsOn > today ? startsOn : today, 'monthYear');
  return {
    title: t('vacancies.seat', { constituency: t(`common.constituency.${seat.constituency}`), code: seat.code }),
    vote: seat.isVoting ? t('vacancies.votes') : t('vacancies.advises'),
    since: sinceText(t, seat, lastDay),
    term: t('vacancies.term', { from, to: formatDate(t.locale, endsOn, 'monthYear') }),
    requirements: inLocale(seat.requirements, t.locale),
    opening: openingText(t, opening),
    apply: opening.kind === 'open' ? { href: applyPaths.start(), text: t('vacancies.apply') } : null,
  };
}

function sinceText(t: Translate, { status, startsOn }: SeatWithHolder, lastDay: CalendarDate | null): string {
  if (status === 'holdover') return t('vacancies.holdover');
  return t('vacancies.since', { date: formatDate(t.locale, lastDay === null ? startsOn : plusDays(lastDay, 1)) });
}

function openingText(t: Translate, opening: Opening): string {
  if (opening.kind === 'open') return t('vacancies.openUntil', { date: formatDay(t.locale, opening.closesAt) });
  return opening.kind === 'soon' ? t('vacancies.opensOn', { date: formatDay(t.locale, opening.opensAt) }) : t('vacancies.notYet');
}
