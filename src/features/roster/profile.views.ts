import type { Translate } from '../../i18n/translate';
import { languages } from '../../i18n/locales';
import { inLocale, localeOf } from '../../lib/local-text';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import type { PageModel } from '../../web/render';
import type { Profile } from './profile';
import { rosterPaths } from './roster.paths';

/** A photo and words as a page shows them; words in another language than the page say which. */
export interface ShownProfile {
  readonly photo: { readonly src: string; readonly alt: string; readonly lang: string } | null;
  readonly biography: { readonly text: string; readonly lang: string; readonly language: string | null } | null;
}

export interface ProfileFormView {
  readonly errorSummary: ErrorSummary | null;
  readonly action: string;
  readonly now: ShownProfile | null;
  readonly file: FieldView;
  readonly alts: readonly FieldView[];
  readonly biographies: readonly FieldView[];
  readonly consent: ChoiceView;
  readonly version: string;
  readonly removal: string;
}

declare module '../../web/render' {
  interface Views {
    'roster/profile': ProfileFormView;
  }
}

/** What a page shows of a member beside the name. */
export function shownProfile(t: Translate, profile: Profile, name: string): ShownProfile {
  const { biography, alt, photo, personId } = profile;
  const described = inLocale(alt, t.locale);
  const words = inLocale(biography, t.locale);
  const lang = localeOf(biography, t.locale);
  return {
    photo:
      photo === null
        ? null
        : {
            src: `${rosterPaths.photo({ id: personId })}?v=${photo.sha256.slice(0, 8)}`,
            alt: described === '' ? t('roster.profile.photoOf', { name }) : described,
            lang: described === '' ? t.locale : localeOf(alt, t.locale),
          },
    biography: words === '' ? null : { text: words, lang, language: lang === t.locale ? null : languageName(t, lang) },
  };
}

const languageName = (t: Translate, lang: string): string =>
  t('roster.profile.inLanguage', {
    language: lang === 'en' || lang === 'es' ? t(`common.language.${lang}`) : (languages.find(({ code }) => code === lang)?.name ?? lang),
  });

/** The words that are agreed to, kept with the consent. */
export const consentText = (t: Translate): string => t('roster.profile.consent');

/** The form with which a member shows a photo and words, changes them, and takes them down. */
export function profileFormView(
  t: Translate,
  { profile, form, name, personId }: { profile: Profile | undefined; form: FormState; name: string; personId: string },
): ProfileFormView & PageModel {
  const words = { type: 'textarea', rows: 4, required: false } as const;
  const line = { required: false } as const;
  return {
    title: t('roster.profile.title'),
    unlisted: true,
    breadcrumbs: [{ text: t('me.title'), href: '/me' }],
    errorSummary: errorSummary(t, form.errors),
    action: rosterPaths.profile(),
    now: profile === undefined ? null : shownProfile(t, profile, name),
    file: fieldView(t, form, 'file', t('roster.profile.file'), { type: 'file', required: false, hint: t('roster.profile.fileHint') }),
    alts: [
      fieldView(t, form, 'alt_en', t('roster.profile.altEn'), { ...line, hint: t('roster.profile.altHint') }),
      fieldView(t, form, 'alt_es', t('roster.profile.altEs'), line),
    ],
    biographies: [
      fieldView(t, form, 'biography_en', t('roster.profile.biographyEn'), { ...words, hint: t('roster.profile.biographyHint') }),
      fieldView(t, form, 'biography_es', t('roster.profile.biographyEs'), words),
    ],
    consent: choiceView(t, form, 'consent', t('roster.profile.consentTitle'), [['yes', consentText(t)]], { kind: 'checkbox' }),
    version: String(profile?.version ?? 0),
    removal: rosterPaths.removal({ id: personId }),
  };
}
