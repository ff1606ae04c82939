import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { hoursBetween, type Instant } from '../../lib/time';
import { isInTime, noticeHoursFor, postBy } from '../meetings';
import { postingInTime } from './posting';
import type { Desk } from './posting-rules';

export interface Clock {
  readonly title: string;
  readonly count: string | null;
  readonly why: string;
  readonly isLate: boolean;
}

/** The posting deadline as the desk counts down to it, or how it was kept or missed. */
export function clockOf({ t, now, desk }: { t: Translate; now: Instant; desk: Desk }): Clock {
  const { meeting, hours, postings } = desk;
  const deadline = postBy(meeting, hours);
  const needed = noticeHoursFor(meeting.kind, hours) ?? 0;
  const isPosted = postingInTime(meeting, postings, hours) !== undefined;
  if (deadline === null)
    return { title: t('agendas.desk.noClock'), count: null, why: isPosted ? t('agendas.desk.postedNoClock') : '', isLate: false };
  const moment = formatMoment(t, deadline);
  if (isPosted) return { title: t('meetings.status.posted'), count: null, why: t('agendas.desk.posted', { moment }), isLate: false };
  const why = t('agendas.desk.why', { kind: t(`meetings.kind.${meeting.kind}`), hours: needed });
  if (isInTime(meeting, now, hours))
    return { title: t('agendas.desk.clock', { moment }), count: leftText(t, now, deadline), why, isLate: false };
  return { title: t('agendas.desk.clockOver', { moment }), count: null, why, isLate: true };
}

/** The two largest units left: "1 day 4 hours left". */
function leftText(t: Translate, now: Instant, deadline: Instant): string {
  const minutes = Math.floor(hoursBetween(now, deadline) * 60);
  const parts = [
    ['days', Math.floor(minutes / 1440)],
    ['hours', Math.floor((minutes % 1440) / 60)],
    ['minutes', minutes % 60],
  ] as const;
  const shown = parts.filter(([, count]) => count > 0).slice(0, 2);
  if (shown.length === 0) return t('agendas.desk.left.none');
  return t('agendas.desk.left.of', { time: shown.map(([unit, count]) => t(`agendas.desk.left.${unit}`, { count })).join(' ') });
}
