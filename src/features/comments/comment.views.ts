import { formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import type { Posting } from '../agendas';
import type { Collaborative } from '../collaboratives';
import { meetingPaths, meetingTitle, type Meeting } from '../meetings';
import { commentsUntil } from './comment';
import { commentLanguages, general } from './comment.form';
import { commentPaths } from './comment.paths';

interface Link {
  readonly text: string;
  readonly href: string;
}

export interface CommentHead {
  readonly title: string;
  readonly district: string;
  readonly unlisted: true;
  readonly breadcrumbs: readonly Link[];
  readonly meeting: string;
}

interface WriteView extends CommentHead {
  readonly errorSummary: ErrorSummary | null;
  readonly until: string;
  readonly form: {
    readonly action: string;
    readonly item: ChoiceView;
    readonly text: FieldView;
    readonly language: ChoiceView;
    readonly name: FieldView;
    readonly email: FieldView;
    readonly consent: ChoiceView;
  } | null;
  readonly agenda: string;
}

interface SentView extends CommentHead {
  readonly agenda: string;
}

declare module '../../web/render' {
  interface Views {
    'comments/write': WriteView;
    'comments/sent': SentView;
  }
}

export interface CommentPlace {
  readonly t: Translate;
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
}

/** What every page about comments begins with. */
export const commentHead = ({ t, meeting, collaborative }: CommentPlace, title: string): CommentHead => ({
  title,
  district: collaborative.slug,
  unlisted: true,
  breadcrumbs: [
    { text: inLocale(collaborative.name, t.locale), href: `/${collaborative.slug}` },
    { text: meetingTitle(meeting, t.locale), href: meetingPaths.show({ id: meeting.id }) },
  ],
  meeting: t('comments.meeting', { title: meetingTitle(meeting, t.locale), moment: formatMoment(t, meeting.startsAt) }),
});

interface WriteParts extends CommentPlace {
  readonly posting: Posting | undefined;
  readonly isOpen: boolean;
  readonly state: FormState;
}

/** The form of a comment; once it is too late, what can still be done. */
export function writeView(parts: WriteParts): WriteView {
  const { t, meeting, collaborative, posting, isOpen, state } = parts;
  const until = formatMoment(t, commentsUntil(meeting, collaborative.settings.commentHours));
  return {
    ...commentHead(parts, t('comments.write.title')),
    errorSummary: errorSummary(t, state.errors),
    until: isOpen ? t('comments.write.until', { moment: until }) : t('comments.write.closed'),
    form: posting !== undefined && isOpen ? formOf(parts, posting) : null,
    agenda: meetingPaths.agenda({ id: meeting.id }),
  };
}

/** The lines of a posted agenda that somebody may have a view on. */
export const itemsToComment = (posting: Posting | undefined) => (posting?.content.items ?? []).filter(({ kind }) => kind === 'business');

function formOf({ t, meeting, collaborative, state }: WriteParts, posting: Posting): NonNullable<WriteView['form']> {
  const { commentWords: words } = collaborative.settings;
  const items = itemsToComment(posting).map(
    ({ id, number, title }) => [id, t('comments.write.item', { number, title: inLocale(title, t.locale) })] as const,
  );
  const languages = commentLanguages.map((code) => [code, t(`common.language.${code}`)] as const);
  const consents = [['yes', t('comments.write.consent')]] as const;
  return {
    action: commentPaths.write({ id: meeting.id }),
    item: choiceView(t, state, 'item', t('comments.write.about'), [[general, t('comments.write.general')], ...items]),
    text: fieldView(t, state, 'text', t('comments.write.text'), { type: 'textarea', words, rows: 10, hint: t('comments.write.textHint') }),
    language: choiceView(t, state, 'language', t('comments.write.language'), languages),
    name: fieldView(t, state, 'name', t('comments.write.name'), {
      required: false,
      autocomplete: 'name',
      hint: t('comments.write.nameHint'),
    }),
    email: fieldView(t, state, 'email', t('comments.write.email'), {
      required: false,
      type: 'email',
      autocomplete: 'email',
      inputmode: 'email',
      hint: t('comments.write.emailHint'),
    }),
    consent: choiceView(t, state, 'consent', t('comments.write.consentTitle'), consents, { kind: 'checkbox' }),
  };
}

export const sentView = (place: CommentPlace): SentView => ({
  ...commentHead(place, place.t('comments.sent.title')),
  agenda: meetingPaths.agenda({ id: place.meeting.id }),
});
