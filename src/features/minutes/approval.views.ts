import { formatDay, formatList } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { BodyStanding } from './approval';

export interface ApprovalNotice {
  readonly tone: 'info' | 'warning' | 'success';
  readonly text: string;
}

/** That minutes are a draft; of those of a joint meeting also which bodies have approved them and which have not. */
export function draftText(t: Translate, standings: readonly BodyStanding[]): string {
  const draft = t('minutes.show.draft');
  const given = standings.filter((standing) => standing.given !== undefined);
  if (standings.length < 2 || given.length === 0) return draft;
  const waiting = standings.filter((standing) => standing.given === undefined);
  return [draft, ...given.map((body) => givenText(t, body)), t('minutes.approvals.waiting', { names: namesOf(t, waiting) })].join(' ');
}

/** When and by which motion minutes were approved; of those of a joint meeting by which motion of each body. */
export function approvedText(t: Translate, approvedAt: Instant, standings: readonly BodyStanding[]): string {
  const date = formatDay(t.locale, approvedAt);
  const given = standings.filter((standing) => standing.given !== undefined);
  const [only] = given;
  if (only?.given === undefined) return t('minutes.show.approvedPlain', { date });
  if (standings.length > 1) return [t('minutes.show.approvedPlain', { date }), ...given.map((body) => givenText(t, body))].join(' ');
  const { motion, meetingStartsAt } = only.given.approval;
  return t('minutes.show.approved', { date, number: motion, meeting: formatDay(t.locale, meetingStartsAt) });
}

interface Corrected {
  readonly approvedAt: Instant;
  readonly reason: string;
  readonly standings: readonly BodyStanding[];
}

/** When, by which motion and why approved minutes were corrected. */
export function correctedText(t: Translate, { approvedAt, reason, standings }: Corrected): string {
  const date = formatDay(t.locale, approvedAt);
  const [only] = standings;
  if (standings.length === 1 && only?.given !== undefined) {
    const { motion, meetingStartsAt } = only.given.approval;
    return t('minutes.version.corrected', { date, number: motion, meeting: formatDay(t.locale, meetingStartsAt), reason });
  }
  const bodies = standings.map((body) => givenText(t, body)).filter((text) => text !== '');
  return t('minutes.version.correctedByBodies', { date, bodies: bodies.join(' '), reason });
}

/** "Central approved by motion 2 of the meeting of …"; empty for a body that has not. */
function givenText(t: Translate, { area, given }: BodyStanding): string {
  if (given === undefined) return '';
  const { motion, meetingStartsAt } = given.approval;
  return t('minutes.approvals.given', { name: inLocale(area, t.locale), number: motion, meeting: formatDay(t.locale, meetingStartsAt) });
}

/** Which meeting each body is asked at, for those who write the minutes. */
export const askedNotices = (t: Translate, standings: readonly BodyStanding[]): ApprovalNotice[] =>
  standings.map((standing) => {
    const { tone, text } = askedNotice(t, standing);
    return { tone, text: standings.length < 2 ? text : t('minutes.approvals.ofBody', { name: inLocale(standing.area, t.locale), text }) };
  });

function askedNotice(t: Translate, { given, item }: BodyStanding): ApprovalNotice {
  if (given !== undefined) return { tone: 'success', text: t('minutes.approvals.done', { date: formatDay(t.locale, given.approvedAt) }) };
  if (item === undefined) return { tone: 'warning', text: t('minutes.desk.approvalMissing') };
  const date = formatDay(t.locale, item.meetingStartsAt);
  if (item.isInformationOnly) return { tone: 'warning', text: t('minutes.desk.approvalLate', { date }) };
  return { tone: 'info', text: t('minutes.desk.approvalOn', { date }) };
}

/** That words a body has approved lose its approval when they are changed; null where none has. */
export function lapseNotice(t: Translate, standings: readonly BodyStanding[]): ApprovalNotice | null {
  const given = standings.filter((standing) => standing.given !== undefined);
  return given.length === 0 ? null : { tone: 'warning', text: t('minutes.approvals.lapse', { names: namesOf(t, given) }) };
}

const namesOf = (t: Translate, standings: readonly BodyStanding[]): string =>
  formatList(
    t.locale,
    standings.map(({ area }) => inLocale(area, t.locale)),
  );
