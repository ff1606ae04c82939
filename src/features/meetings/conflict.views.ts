import { formatList, formatTime, formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Collaborative } from '../collaboratives';
import type { Conflict } from './conflict';
import { bodiesOf, meetingTitle } from './meeting';

/** What stands in the way, and the text by which going on says that it was read. */
export interface Warnings {
  readonly lines: readonly string[];
  readonly despite: string;
}

/** What stands in the way, a sentence each. */
export function conflictLines(t: Translate, conflicts: readonly Conflict[], bodies: readonly Collaborative[]): string[] {
  const areas = new Map(bodies.map(({ id, area }) => [id, inLocale(area, t.locale)]));
  return conflicts.map(({ kind, other, names }) =>
    t(`scheduling.conflict.${kind}`, {
      title: meetingTitle(other, t.locale),
      area: formatList(
        t.locale,
        bodiesOf(other).flatMap((id) => areas.get(id) ?? []),
      ),
      day: formatDay(t.locale, other.startsAt),
      start: formatTime(t.locale, other.startsAt),
      end: formatTime(t.locale, other.endsAt),
      names: formatList(t.locale, names),
    }),
  );
}
