import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import type { Cycle } from '../cycles';
import { cycleDeskPaths } from './cycle-desk.paths';

interface CancellationView {
  readonly title: string;
  readonly back: string;
  readonly action: string;
  readonly reason: FieldView;
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'cycle-desk/cancellation': CancellationView;
  }
}

/** Asks before a cycle is cancelled. */
export const cancellationView = (t: Translate, cycle: Cycle, form: FormState): CancellationView => ({
  title: t('cycleDesk.cancellation.title', { cycle: inLocale(cycle.name, t.locale) }),
  back: cycleDeskPaths.show({ code: cycle.code }),
  action: cycleDeskPaths.cancellation({ code: cycle.code }),
  reason: fieldView(t, form, 'reason', t('cycleDesk.reason')),
  errorSummary: errorSummary(t, form.errors),
});
