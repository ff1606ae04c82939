import { formatList } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { isReliedOn, languagesMissing, type Constituency, type FormDoubt, type Question } from '../forms';

export interface Tag {
  readonly text: string;
  readonly tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger';
}

const named = (t: Translate, constituencies: readonly Constituency[]): string =>
  formatList(
    t.locale,
    constituencies.map((constituency) => t(`common.constituency.${constituency}`)),
  );

/** What an editor should know of a question at a glance. */
export function questionTags(t: Translate, question: Question): Tag[] {
  const { kind, words, required, requiredFor, askedOf, seenByReviewers, hiddenInBlind, storedApart } = question;
  const tag = (shown: boolean, text: string, tone: Tag['tone'] = 'neutral'): Tag[] => (shown ? [{ text, tone }] : []);
  return [
    { text: t(`forms.kind.${kind}`), tone: 'neutral' },
    ...tag(words !== null && kind === 'long_text', t('forms.tag.words', { count: words ?? 0 })),
    ...tag(required, t('forms.tag.required'), 'info'),
    ...tag(!required && requiredFor.length > 0, t('forms.tag.requiredFor', { names: named(t, requiredFor) }), 'info'),
    ...tag(askedOf.length > 0, t('forms.tag.askedOf', { names: named(t, askedOf) }), 'info'),
    ...tag(storedApart, t('forms.tag.apart')),
    ...tag(!storedApart && !seenByReviewers && kind !== 'statement', t('forms.tag.unseen')),
    ...tag(seenByReviewers && hiddenInBlind, t('forms.tag.blind')),
    ...tag(isReliedOn(question), t('forms.tag.reliedOn')),
    ...languagesMissing(question).map((language): Tag => ({ text: t(`forms.tag.missing.${language}`), tone: 'warning' })),
    ...tag(question.behind === 'en', t('forms.tag.behind.en'), 'warning'),
    ...tag(question.behind === 'es', t('forms.tag.behind.es'), 'warning'),
  ];
}

/** A doubt in words, with what it is about. */
export function doubtText(t: Translate, doubt: FormDoubt, subject: string): string {
  switch (doubt.kind) {
    case 'missing':
      return t(`forms.doubt.missing.${doubt.language}`, { subject });
    case 'behind':
      return t(`forms.doubt.behind.${doubt.language}`, { subject });
    case 'longAnswers':
      return t(doubt.count === 0 ? 'forms.doubt.noLongAnswer' : 'forms.doubt.longAnswers');
    default:
      return t(`forms.doubt.${doubt.kind}`, { subject });
  }
}
