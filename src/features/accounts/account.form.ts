import { field } from '../../lib/form';
import { rolesByHand } from './role';

export const addressForm = { email: field.email(), next: field.optionalText(2000) };
export const codeForm = { code: field.text(20) };
export const chooserForm = { person: field.id().optional() };
export const passwordForm = { email: field.text(254), password: field.text(1000), next: field.optionalText(2000) };
export const newPasswordForm = { password: field.text(1000), person: field.id().optional() };
export const changePasswordForm = { current: field.optionalText(1000), password: field.text(1000) };
export const emailForm = { email: field.email() };

/** What a person says of themselves, in one of these languages. */
export const profileForm = (locales: readonly string[]) => ({
  name: field.text(200),
  preferredName: field.optionalText(200),
  pronouns: field.optionalText(60),
  phone: field.phone(),
  locale: field.choice(locales),
  version: field.version(),
});

export const languageForm = (locales: readonly string[]) => ({ locale: field.choice(locales), next: field.optionalText(2000) });

export const roleForm = {
  role: field.choice(rolesByHand),
  collaborative: field.optionalText(40),
  startsOn: field.optionalDate(),
  endsOn: field.optionalDate(),
};

export const inviteForm = (locales: readonly string[]) => ({
  name: field.text(200),
  email: field.email(),
  locale: field.choice(locales),
  ...roleForm,
});
