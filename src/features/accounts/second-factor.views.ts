import type { Translate } from '../../i18n/translate';
import type { PageModel } from '../../web/render';
import { errorSummary, type FieldView, type FormState } from '../../web/form-view';
import { accountPaths } from './account.paths';
import { formPage } from './form-page.views';
import { spacedSeed } from './second-factor';
import { codeField } from './sign-in.views';

interface SetUpView {
  readonly lead: string;
  readonly steps: readonly string[];
  readonly picture: string;
  readonly pictureText: string;
  readonly seedLabel: string;
  readonly seed: string;
  readonly action: string;
  readonly field: FieldView;
  readonly submit: string;
}

interface RecoveryView {
  readonly lead: string;
  readonly codes: readonly string[];
  readonly warning: string;
  readonly next: { readonly text: string; readonly href: string };
}

interface FactorView {
  readonly state: string;
  readonly codesLeft: string | null;
  readonly setUp: { readonly text: string; readonly href: string };
  readonly renew: { readonly text: string; readonly action: string } | null;
  readonly removal: { readonly text: string; readonly action: string } | null;
}

declare module '../../web/render' {
  interface Views {
    'accounts/factor-set-up': SetUpView;
    'accounts/recovery-codes': RecoveryView;
    'accounts/factor': FactorView;
  }
}

/** Asks for the six digits of the app, or for a recovery code. */
export const provePage = (t: Translate, state: FormState) =>
  formPage(t, state, {
    title: t('accounts.factor.title'),
    lead: [t('accounts.factor.lead')],
    action: accountPaths.secondFactor(),
    fields: [codeField(t, state, t('accounts.factor.label'), t('accounts.factor.hint'))],
    submit: t('common.continue'),
    links: [{ text: t('accounts.factor.lost'), href: '/help' }],
  });

export const setUpPage = (t: Translate, state: FormState, given: { seed: string; isRequired: boolean }): SetUpView & PageModel => ({
  title: t('accounts.setUp.title'),
  unlisted: true,
  errorSummary: errorSummary(t, state.errors),
  lead: given.isRequired ? t('accounts.setUp.required') : t('accounts.setUp.lead'),
  steps: [t('accounts.setUp.stepApp'), t('accounts.setUp.stepScan'), t('accounts.setUp.stepCode')],
  picture: accountPaths.factorPicture(),
  pictureText: t('accounts.setUp.picture'),
  seedLabel: t('accounts.setUp.seed'),
  seed: spacedSeed(given.seed),
  action: accountPaths.factorSetUp(),
  field: codeField(t, state, t('accounts.factor.label')),
  submit: t('accounts.setUp.submit'),
});

/** Shown once: we keep only what the codes hash to. */
export const recoveryPage = (t: Translate, codes: readonly string[], next: string): RecoveryView & PageModel => ({
  title: t('accounts.recovery.title'),
  unlisted: true,
  lead: t('accounts.recovery.lead'),
  codes,
  warning: t('accounts.recovery.warning'),
  next: { text: t('accounts.recovery.next'), href: next },
});

interface FactorState {
  readonly isOn: boolean;
  readonly codesLeft: number;
  readonly isRequired: boolean;
}

export const factorPage = (t: Translate, state: FactorState): FactorView & PageModel => ({
  title: t('accounts.factorPage.title'),
  unlisted: true,
  state: state.isOn ? t('accounts.factorPage.on') : t('accounts.factorPage.off'),
  codesLeft: state.isOn ? t('accounts.factorPage.codesLeft', { count: state.codesLeft }) : null,
  setUp: { text: state.isOn ? t('accounts.factorPage.replace') : t('accounts.factorPage.turnOn'), href: accountPaths.factorSetUp() },
  renew: state.isOn ? { text: t('accounts.factorPage.renew'), action: accountPaths.recoveryCodes() } : null,
  removal: state.isOn && !state.isRequired ? { text: t('accounts.factorPage.turnOff'), action: accountPaths.factorRemoval() } : null,
});
