import type { Translate } from '../../i18n/translate';
import type { AttendanceStatus } from './attendance';

export const statusWord = (t: Translate, status: AttendanceStatus): string => t(`inSession.rollCall.${status}`);
