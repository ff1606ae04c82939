import { formatDate, formatList, formatWallTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { weekdays } from './series.form';
import type { SeriesRule } from './series-rule';

/** "First and third Thursday of each month, 6:00 PM": the rule in words. */
export function ruleText(t: Translate, rule: Pick<SeriesRule, 'weeks' | 'weekday' | 'starts' | 'until'>): string {
  const weeks = formatList(
    t.locale,
    rule.weeks.map((week) => t(`scheduling.weeks.${week}`).toLowerCase()),
  );
  const day = weekdays[rule.weekday - 1] ?? 'monday';
  return t('scheduling.series.rule', {
    weeks,
    day: t(`scheduling.weekdays.${day}`),
    time: formatWallTime(t.locale, rule.starts),
    until: formatDate(t.locale, rule.until),
  });
}
