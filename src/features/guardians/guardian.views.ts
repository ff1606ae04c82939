import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import { deskPaths, type Application } from '../applications';
import type { Cycle } from '../cycles';
import { guardianIn, type GuardianConsent } from './consent';
import { guardianPaths } from './guardian.paths';

interface GuardianView {
  /** Back to the application, for staff. */
  readonly back: string | null;
  readonly title: string;
  readonly lead: string;
  readonly points: readonly string[];
  /** What was answered before; null when nothing was. */
  readonly said: string | null;
  readonly action: string;
  readonly field: FieldView;
  readonly give: string;
  readonly refuse: string | null;
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'guardians/answer': GuardianView;
  }
}

interface Parts {
  readonly application: Application;
  readonly cycle: Cycle;
  readonly consent: GuardianConsent | undefined;
  readonly form: FormState;
}

const saidOf = (t: Translate, consent: GuardianConsent | undefined): string | null =>
  consent === undefined ? null : t(`guardian.said.${consent.answer}`, { name: consent.name, moment: formatMoment(t, consent.answeredAt) });

/** What a guardian is asked, and may answer, by the link of the mail. */
export const answerView = (t: Translate, token: string, { application, cycle, consent, form }: Parts): GuardianView => ({
  back: null,
  title: t('guardian.title', { student: application.name }),
  lead: t('guardian.lead', { student: application.name, cycle: inLocale(cycle.name, t.locale) }),
  points: [t('guardian.points.meetings'), t('guardian.points.public'), t('guardian.points.stop')],
  said: saidOf(t, consent),
  action: guardianPaths.answer({ token }),
  field: fieldView(t, form, 'name', t('guardian.name'), { autocomplete: 'name' }),
  give: t('guardian.give'),
  refuse: t('guardian.refuse'),
  errorSummary: errorSummary(t, form.errors),
});

/** Where staff write that they hold the signed paper. */
export const paperView = (t: Translate, { application, cycle, consent, form }: Parts): GuardianView => ({
  back: deskPaths.show({ ref: application.reference }),
  title: t('guardian.paper.title', { student: application.name }),
  lead: t('guardian.paper.lead', { guardian: guardianIn(application).name, cycle: inLocale(cycle.name, t.locale) }),
  points: [],
  said: saidOf(t, consent),
  action: guardianPaths.paper({ ref: application.reference }),
  field: fieldView(t, form, 'name', t('guardian.paper.name'), {}),
  give: t('guardian.paper.give'),
  refuse: null,
  errorSummary: errorSummary(t, form.errors),
});
