import { formatDate } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { csvText } from '../../lib/text';
import { inLocale } from '../../lib/local-text';
import type { Collaborative } from '../collaboratives';
import { membershipPaths } from '../membership';
import type { Falling, QuorumOn } from './vacancy';
import { vacancyPaths } from './vacancy.paths';

interface FallingLine {
  readonly seat: string;
  readonly constituency: string;
  readonly name: string;
  readonly on: string;
  readonly why: string;
}

interface QuorumLine {
  readonly date: string;
  readonly voters: string;
  readonly needed: string;
  readonly spare: string;
  readonly tag: { readonly text: string; readonly tone: 'success' | 'warning' | 'danger' };
}

export interface ForecastView {
  readonly title: string;
  readonly district: string;
  readonly width: 'wide';
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly spans: readonly { readonly id: string; readonly title: string; readonly none: string; readonly lines: readonly FallingLine[] }[];
  readonly vacantNow: string;
  readonly quorum: readonly QuorumLine[];
  readonly csv: { readonly href: string; readonly text: string };
}

declare module '../../web/render' {
  interface Views {
    'vacancies/forecast': ForecastView;
  }
}

export interface Forecast {
  readonly collaborative: Collaborative;
  readonly vacantNow: number;
  readonly within90: readonly Falling[];
  readonly from90to180: readonly Falling[];
  readonly quorum: readonly QuorumOn[];
}

/** What falls free in 90 and 180 days, and how quorum stands on each day it may change. */
export function forecastView(t: Translate, forecast: Forecast): ForecastView {
  const { slug, name } = forecast.collaborative;
  return {
    title: t('vacancies.forecast.title', { name: inLocale(name, t.locale) }),
    district: slug,
    width: 'wide',
    unlisted: true,
    breadcrumbs: [
      { text: t('layout.navigation.staff'), href: '/staff' },
      { text: t('membership.seatsTitle', { name: inLocale(name, t.locale) }), href: membershipPaths.seats({ slug }) },
    ],
    vacantNow: t('vacancies.forecast.vacantNow', { count: forecast.vacantNow }),
    spans: [
      { id: 'within90', title: t('vacancies.forecast.within90'), none: t('vacancies.forecast.none'), lines: linesOf(t, forecast.within90) },
      {
        id: 'within180',
        title: t('vacancies.forecast.within180'),
        none: t('vacancies.forecast.none'),
        lines: linesOf(t, forecast.from90to180),
      },
    ],
    quorum: forecast.quorum.map((day) => quorumLine(t, day)),
    csv: { href: vacancyPaths.forecastCsv({ slug }), text: t('vacancies.forecast.csv') },
  };
}

const linesOf = (t: Translate, fallen: readonly Falling[]): FallingLine[] =>
  fallen.map(({ sitting, on, why }) => ({
    seat: sitting.seatCode,
    constituency: t(`common.constituency.${sitting.constituency}`),
    name: sitting.name,
    on: formatDate(t.locale, on),
    why: t(`vacancies.forecast.${why}`),
  }));

function quorumLine(t: Translate, { date, voters, needed, spare }: QuorumOn): QuorumLine {
  return {
    date: formatDate(t.locale, date),
    voters: String(voters),
    needed: String(needed),
    spare: spare < 0 ? '0' : String(spare),
    tag:
      spare < 0
        ? { text: t('vacancies.forecast.impossible'), tone: 'danger' }
        : spare < 2
          ? { text: t('vacancies.forecast.thin'), tone: 'warning' }
          : { text: t('vacancies.forecast.safe'), tone: 'success' },
  };
}

/** The seats that fall free, for a spreadsheet. */
export const forecastCsv = (t: Translate, { within90, from90to180 }: Forecast): string =>
  csvText([
    (['seat', 'constituency', 'holder', 'on', 'why'] as const).map((column) => t(`vacancies.forecast.columns.${column}`)),
    ...[...within90, ...from90to180].map(({ sitting, on, why }) => [
      ...[sitting.seatCode, t(`common.constituency.${sitting.constituency}`), sitting.name, on, t(`vacancies.forecast.${why}`)],
    ]),
  ]);
