import type { Translate } from '../../i18n/translate';
import { choiceView, fieldView, type FormState } from '../../web/form-view';
import { noticeChoices } from '../../mail/notice-choices';
import { formPage } from '../accounts';
import { needNames, noticeFields } from './choice.form';
import { mePaths } from './me.paths';

const breadcrumbs = (t: Translate) => [{ text: t('layout.navigation.me'), href: mePaths.show() }];

/** What somebody needs to take part, theirs to change at any time. */
export const needsView = (t: Translate, form: FormState, version: string): ReturnType<typeof formPage> =>
  formPage(t, form, {
    title: t('me.needs.title'),
    breadcrumbs: breadcrumbs(t),
    lead: [t('me.needs.lead'), t('me.needs.seen'), t('me.needs.empty')],
    action: mePaths.needs(),
    fields: needNames.map((name) =>
      fieldView(t, form, name, t(`onboarding.fields.${name}.label`), {
        required: false,
        hint: name === 'other' ? null : t(`onboarding.fields.${name}.hint`),
      }),
    ),
    hidden: [{ name: 'version', value: version }],
    submit: t('common.save'),
  });

/** Which mails come and when; what always comes is said, and why. */
export const noticesView = (t: Translate, form: FormState): ReturnType<typeof formPage> =>
  formPage(t, form, {
    title: t('me.notices.title'),
    breadcrumbs: breadcrumbs(t),
    lead: [t('me.notices.lead'), t('me.notices.always')],
    action: mePaths.notices(),
    choices: noticeFields.map(([name]) =>
      choiceView(
        t,
        form,
        name,
        t(`me.notices.kind.${name}`),
        noticeChoices.map((choice) => [choice, t(`me.notices.choice.${choice}`)] as const),
      ),
    ),
    submit: t('common.save'),
  });
