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
import { topics } from '../advice';
import type { Collaborative } from '../collaboratives';
import { frequencies, type Following } from './following';
import { writeSubject } from './following.form';
import { followPaths } from './following.paths';

interface FollowView {
  readonly title: string;
  readonly description: string;
  readonly errorSummary: ErrorSummary | null;
  readonly action: string;
  readonly what: ChoiceView;
  readonly email: FieldView;
  readonly frequency: ChoiceView;
  readonly feed: string;
}

/** One message, with one button where there is something to do. */
interface WordView {
  readonly title: string;
  readonly lead: string;
  readonly form: { readonly action: string; readonly button: string } | null;
  readonly link: { readonly text: string; readonly href: string } | null;
  readonly unlisted: true;
}

interface ChoicesView {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly choices: readonly ChoiceView[];
  readonly leave: string;
  readonly unlisted: true;
}

declare module '../../web/render' {
  interface Views {
    'following/follow': FollowView;
    'following/word': WordView;
    'following/choices': ChoicesView;
  }
}

/** What the form offers: everything, each collaborative and topic, and the note that the reader came from. */
export function offered(
  t: Translate,
  bodies: readonly Collaborative[],
  note: { readonly value: string; readonly text: string } | null,
): [string, string][] {
  return [
    ...(note === null ? [] : [[note.value, note.text] as [string, string]]),
    ['all', t('following.what.all')],
    ...bodies.map(({ id, name }): [string, string] => [writeSubject({ kind: 'collaborative', id }), inLocale(name, t.locale)]),
    ...topics.map((topic): [string, string] => [
      writeSubject({ kind: 'topic', id: topic }),
      t('following.what.topic', { topic: t(`advice.topic.${topic}`) }),
    ]),
  ];
}

export const followView = (t: Translate, options: readonly [string, string][], state: FormState): FollowView => ({
  title: t('following.ask.title'),
  description: t('following.ask.lead'),
  errorSummary: errorSummary(t, state.errors),
  action: followPaths.page(),
  what: choiceView(t, state, 'what', t('following.ask.what'), options),
  email: fieldView(t, state, 'email', t('following.ask.email'), {
    type: 'email',
    autocomplete: 'email',
    hint: t('following.ask.emailHint'),
  }),
  frequency: choiceView(t, state, 'frequency', t('following.ask.frequency'), frequencyOptions(t)),
  feed: followPaths.feed(),
});

const frequencyOptions = (t: Translate): [string, string][] =>
  frequencies.map((frequency) => [frequency, t(`following.frequency.${frequency}`)]);

const word = (given: Pick<WordView, 'title' | 'lead'> & Partial<WordView>): WordView => ({
  form: null,
  link: null,
  ...given,
  unlisted: true,
});

export const sentView = (t: Translate): WordView => word({ title: t('following.sent.title'), lead: t('following.sent.lead') });

export const confirmView = (t: Translate, what: string, token: string): WordView =>
  word({
    title: t('following.confirm.title'),
    lead: t('following.confirm.lead', { what }),
    form: { action: followPaths.confirm({ token }), button: t('following.confirm.button') },
  });

export const confirmedView = (t: Translate, choices: string): WordView =>
  word({
    title: t('following.confirm.doneTitle'),
    lead: t('following.confirm.done'),
    link: { text: t('following.choices.title'), href: choices },
  });

export const leaveView = (t: Translate, token: string): WordView =>
  word({
    title: t('following.leave.title'),
    lead: t('following.leave.lead'),
    form: { action: followPaths.leave({ token }), button: t('following.leave.button') },
  });

export const leftView = (t: Translate): WordView =>
  word({
    title: t('following.leave.doneTitle'),
    lead: t('following.leave.done'),
    link: { text: t('following.ask.title'), href: followPaths.page() },
  });

interface Choices {
  readonly token: string;
  readonly followings: readonly (Following & { readonly name: string })[];
  readonly leave: string;
}

export const choicesView = (t: Translate, { token, followings, leave }: Choices): ChoicesView => ({
  title: t('following.choices.title'),
  lead: t('following.choices.lead'),
  action: followPaths.choices({ token }),
  choices: followings.map(({ followingId, name, frequency }) =>
    choiceView(t, { raw: { [fieldOf(followingId)]: frequency }, errors: {} }, fieldOf(followingId), name, [
      ...frequencyOptions(t),
      ['stop', t('following.frequency.stop')],
    ]),
  ),
  leave,
  unlisted: true,
});

/** The name of the field in which one following is chosen. */
export const fieldOf = (followingId: string): string => `f_${followingId}`;
