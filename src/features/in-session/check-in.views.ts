import { formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { CheckIn } from './check-in';
import type { Session } from './record.queries';

/** "Checked in at 5:52 PM"; null for who did not. */
export const checkedInText = (t: Translate, checkIn: CheckIn | undefined): string | null =>
  checkIn === undefined ? null : t('inSession.rollCall.checkedIn', { time: formatTime(t.locale, checkIn.at) });

/** Who checked in and is not marked as here: the secretary looks again. */
export const checkedInLines = (t: Translate, { voters, present }: Session, checkIns: ReadonlyMap<string, CheckIn>): string[] =>
  voters.flatMap(({ membershipId, name }) => {
    const checkIn = checkIns.get(membershipId);
    if (checkIn === undefined || present.has(membershipId)) return [];
    return [t('inSession.show.checkedIn', { name, time: formatTime(t.locale, checkIn.at) })];
  });
