import type { Translate } from '../../i18n/translate';
import { interestPaths } from './interest.paths';

interface LeaveView {
  readonly title: string;
  readonly lead: string;
  readonly action: string | null;
}

declare module '../../web/render' {
  interface Views {
    'standing-interest/leave': LeaveView;
  }
}

export const leaveView = (t: Translate, token: string, isDone: boolean): LeaveView => ({
  title: isDone ? t('interest.leave.doneTitle') : t('interest.leave.title'),
  lead: isDone ? t('interest.leave.done') : t('interest.leave.lead'),
  action: isDone ? null : interestPaths.leave({ token }),
});
