import { formatDay, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Instant } from '../../lib/time';
import type { AnswerRow } from './answer-words';
import type { Application } from './application';
import { applicationPaths, applyPaths } from './application.paths';
import type { Submission } from './application.queries';

interface SubmissionView {
  readonly title: string;
  readonly back: string;
  readonly reference: string;
  readonly isLatest: boolean;
  readonly rows: readonly (AnswerRow & { readonly href: null; readonly change: null })[];
}

interface BlankView {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly back: string;
  readonly reference: string;
}

interface DiscardingView {
  readonly title: string;
  readonly action: string;
  readonly back: string;
  readonly reference: string;
}

declare module '../../web/render' {
  interface Views {
    'applications/submission': SubmissionView;
    'applications/discarding': DiscardingView;
    'applications/blank': BlankView;
  }
}

/** One submission as it was sent. */
export const submissionView = (
  t: Translate,
  { reference, submittedAt }: Application,
  submission: Submission,
  rows: readonly AnswerRow[],
): SubmissionView => ({
  title: t('applications.submission.title', { number: submission.number, moment: formatMoment(t, submission.submittedAt) }),
  back: applicationPaths.show({ ref: reference }),
  reference,
  isLatest: submission.submittedAt === submittedAt,
  rows: rows.map((row) => ({ ...row, href: null, change: null })),
});

export const discardingView = (t: Translate, { reference }: Application): DiscardingView => ({
  title: t('applications.discarding.title'),
  action: applicationPaths.discarding({ ref: reference }),
  back: applicationPaths.show({ ref: reference }),
  reference,
});

/** Asks before the answers of the last time go out of a draft. */
export const blankView = (t: Translate, { reference }: Application, lastSentAt: Instant): BlankView => ({
  title: t('applications.prefill.blankTitle'),
  lead: t('applications.prefill.blankLead', { date: formatDay(t.locale, lastSentAt) }),
  action: applicationPaths.blank({ ref: reference }),
  back: applyPaths.check(),
  reference,
});
