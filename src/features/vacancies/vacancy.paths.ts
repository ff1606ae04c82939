import { path } from '../../lib/path';
import { membershipPaths } from '../membership';

export const vacancyPaths = {
  all: path('/vacancies'),
  one: path('/:c/vacancies'),
  forecast: membershipPaths.forecast,
  forecastCsv: path('/staff/:slug/forecast.csv'),
} as const;
