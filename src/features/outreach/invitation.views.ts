import { languages } from '../../i18n/locales';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import type { Collaborative } from '../collaboratives';
import { shared } from './flyer.views';
import { noteLength } from './invitation';
import { invitationPaths, outreachPaths } from './outreach.paths';

interface InvitationView extends PageModel {
  readonly lead: string;
  readonly action: string;
  readonly fields: readonly FieldView[];
  readonly language: ChoiceView;
  readonly note: FieldView;
  readonly shownAt: string;
  readonly back: string;
}

interface WordView extends PageModel {
  readonly paragraphs: readonly string[];
  readonly action: string | null;
  readonly button: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

declare module '../../web/render' {
  interface Views {
    'outreach/invitation': InvitationView;
    'outreach/word': WordView;
  }
}

interface Asked {
  readonly collaborative: Collaborative;
  readonly isKnown: boolean;
  readonly shownAt: string;
}

/** Asks whom to write to, in which language, and what to say beside our words. */
export const invitationView = (t: Translate, state: FormState, { collaborative, isKnown, shownAt }: Asked): InvitationView => ({
  ...shared(t, collaborative),
  title: t('outreach.invitation.title'),
  unlisted: true,
  errorSummary: errorSummary(t, state.errors),
  lead: t('outreach.invitation.lead', { area: inLocale(collaborative.area, t.locale) }),
  action: invitationPaths.page({ c: collaborative.slug }),
  fields: [
    ...(isKnown
      ? []
      : [fieldView(t, state, 'from', t('outreach.invitation.from'), { hint: t('outreach.invitation.fromHint'), autocomplete: 'name' })]),
    fieldView(t, state, 'email', t('outreach.invitation.email'), {
      type: 'email',
      inputmode: 'email',
      autocomplete: 'off',
      hint: t('outreach.invitation.emailHint'),
    }),
  ],
  language: choiceView(
    t,
    state,
    'language',
    t('outreach.invitation.language'),
    languages.map(({ code, name }) => [code, name]),
  ),
  note: fieldView(t, state, 'note', t('outreach.invitation.note'), {
    type: 'textarea',
    rows: 4,
    required: false,
    hint: t('outreach.invitation.noteHint', { max: noteLength }),
  }),
  shownAt,
  back: outreachPaths.share({ c: collaborative.slug }),
});

/** The mail is on its way; the same words whatever the address. */
export const invitedView = (t: Translate, collaborative: Collaborative): WordView => ({
  ...shared(t, collaborative),
  title: t('outreach.invited.title'),
  unlisted: true,
  paragraphs: [t('outreach.invited.text'), t('outreach.invited.private')],
  action: null,
  button: '',
  links: [
    { text: t('outreach.invited.another'), href: invitationPaths.page({ c: collaborative.slug }) },
    { text: t('outreach.share.link'), href: outreachPaths.share({ c: collaborative.slug }) },
  ],
});

/** Asks, or says, that no more invitations go to an address; the page does not show it. */
export const stopView = (t: Translate, token: string, isDone: boolean): WordView => ({
  title: t(isDone ? 'outreach.stop.doneTitle' : 'outreach.stop.title'),
  unlisted: true,
  paragraphs: [t(isDone ? 'outreach.stop.done' : 'outreach.stop.lead'), t('outreach.stop.others')],
  action: isDone ? null : invitationPaths.stop({ token }),
  button: t('outreach.stop.button'),
  links: [],
});
