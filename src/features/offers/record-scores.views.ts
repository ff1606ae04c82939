import { formatNumber, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { HandedOut } from '../reviews';
import type { ReaderScores, ScoresOfOne, ScoreSheet } from './record-scores';

/** The scores of one application by one version of the rubric, as a table: a line for each criterion, a column for each reviewer. */
export interface ScoreTable {
  readonly caption: string;
  readonly label: string;
  readonly readers: readonly string[];
  readonly rows: readonly {
    readonly criterion: string;
    readonly weight: string;
    readonly scores: readonly string[];
    readonly mean: string;
  }[];
  /** Under the scores. */
  readonly points: { readonly scores: readonly string[]; readonly mean: string };
}

export interface ScoresView {
  readonly tables: readonly ScoreTable[];
  /** When each completed theirs; and who gave no score that counts, and why. */
  readonly lines: readonly string[];
}

/** Whose scores they are, told apart from others of the name. */
export interface Whose {
  readonly name: string;
  readonly which: string;
}

/** Who gave what to one application. Without names its reviewers are counted. */
export function scoresView(t: Translate, scores: ScoresOfOne, { whose, isNamed }: { whose: Whose; isNamed: boolean }): ScoresView {
  const numbers = new Map<string, number>();
  const nameOf = (reviewer: string): string => {
    if (isNamed) return reviewer;
    const number = numbers.get(reviewer) ?? numbers.size + 1;
    numbers.set(reviewer, number);
    return t('offers.record.reviewer', { number });
  };
  return {
    tables: scores.sheets.map((sheet) => tableOf(t, sheet, { whose, nameOf })),
    lines: [
      ...scores.sheets.flatMap(({ readers }) => completedTexts(t, readers, nameOf)),
      ...scores.without.map((one) => withoutText(t, one, nameOf(one.reviewerName))),
    ],
  };
}

function tableOf(t: Translate, sheet: ScoreSheet, { whose, nameOf }: { whose: Whose; nameOf: (reviewer: string) => string }): ScoreTable {
  const { rubric, readers, means, mean } = sheet;
  const number = (value: number | undefined, digits: number): string => (value === undefined ? '–' : formatNumber(t.locale, value, digits));
  return {
    caption: t('offers.record.scoresCaption', { number: rubric.number }),
    label: t('offers.record.scoresOf', { ...whose, number: rubric.number }),
    readers: readers.map(({ reviewerName }) => nameOf(reviewerName)),
    rows: rubric.criteria.map(({ key, label, weight }) => ({
      criterion: inLocale(label, t.locale),
      weight: number(weight, 0),
      scores: readers.map(({ scores }) => number(scores.get(key), 0)),
      mean: number(means.get(key), 2),
    })),
    points: { scores: readers.map(({ points }) => number(points, 1)), mean: number(mean, 1) },
  };
}

const completedTexts = (t: Translate, readers: readonly ReaderScores[], nameOf: (reviewer: string) => string): string[] =>
  readers.flatMap(({ reviewerName, completedAt }) =>
    completedAt === null ? [] : [t('offers.record.completed', { name: nameOf(reviewerName), at: formatShortMoment(t, completedAt) })],
  );

function withoutText(t: Translate, { status, recusalGround }: HandedOut, name: string): string {
  const said = { name, status: t(`reviews.status.${status}`) };
  return recusalGround === null
    ? t('offers.record.noScore', said)
    : t('offers.record.steppedAside', { ...said, ground: t(`reviews.ground.${recusalGround}`) });
}
