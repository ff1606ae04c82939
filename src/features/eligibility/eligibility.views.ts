import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import { choiceView, errorSummary, type ChoiceView, type ErrorSummary, type FormState } from '../../web/form-view';
import type { Cycle } from '../cycles';
import { ages, terms, ties, type Eligibility, type EligibilityAnswers } from './eligibility';
import { eligibilityPaths } from './eligibility.paths';

interface AskView {
  readonly title: string;
  readonly cycle: string;
  readonly code: string;
  readonly action: string;
  readonly choices: readonly ChoiceView[];
  readonly skipHref: string;
  readonly errorSummary: ErrorSummary | null;
}

interface AnswerView {
  readonly title: string;
  readonly lead: string;
  /** Kinds of seats there are for this person. */
  readonly seats: readonly string[];
  readonly note: string | null;
  /** The way to the form, with what was said; null where there is no place. */
  readonly begin: { readonly action: string; readonly fields: readonly { readonly name: string; readonly value: string }[] } | null;
  readonly others: readonly { readonly text: string; readonly href: string }[];
  readonly backHref: string;
}

declare module '../../web/render' {
  interface Views {
    'eligibility/ask': AskView;
    'eligibility/answer': AnswerView;
  }
}

const labels = (t: Translate) => ({
  ties: t('eligibility.ties.question'),
  age: t('eligibility.age.question'),
  term: t('eligibility.term.question'),
});

/** Three questions on one page. */
export const askView = (t: Translate, cycle: Cycle, form: FormState, skipHref: string): AskView => ({
  title: t('eligibility.title'),
  cycle: inLocale(cycle.name, t.locale),
  code: cycle.code,
  action: eligibilityPaths.ask(),
  choices: [
    choiceView(
      t,
      form,
      'ties',
      t('eligibility.ties.question'),
      ties.map((tie) => [tie, t(`eligibility.ties.${tie}`)] as const),
      {
        kind: 'checkbox',
        hint: t('eligibility.ties.hint'),
      },
    ),
    choiceView(
      t,
      form,
      'age',
      t('eligibility.age.question'),
      ages.map((age) => [age, t(`eligibility.age.${age}`)] as const),
    ),
    choiceView(
      t,
      form,
      'term',
      t('eligibility.term.question'),
      terms.map((term) => [term, t(`eligibility.term.${term}`)] as const),
      {
        hint: t('eligibility.term.hint'),
      },
    ),
  ],
  skipHref,
  errorSummary: errorSummary(t, form.errors, labels(t)),
});

interface AnswerParts {
  readonly found: Eligibility;
  readonly answers: EligibilityAnswers;
  /** Of the cycle. */
  readonly code: string;
}

/** What there is for this person, and what else they can do. */
export function answerView(t: Translate, { found, answers, code }: AnswerParts): AnswerView {
  const words = {
    title: t(`eligibility.outcomes.${found.outcome}.title`),
    lead: t(`eligibility.outcomes.${found.outcome}.lead`),
    backHref: withQuery(eligibilityPaths.ask(), { cycle: code }),
  };
  if (found.outcome !== 'welcome') return { ...words, seats: [], note: null, begin: null, others: others(t) };
  const needsGuardian = found.constituencies.includes('students') && answers.age === '14_to_17';
  const notes = [needsGuardian ? t('eligibility.guardianNote') : '', found.isUnsure ? t('eligibility.unsureNote') : ''];
  const seats = found.constituencies.map((constituency) => t(`common.constituency.${constituency}`));
  return { ...words, seats, note: notes.join(' ').trim() || null, begin: beginOf(answers, code), others: [] };
}

const beginOf = ({ ties: held, age, term }: EligibilityAnswers, code: string): AnswerView['begin'] => ({
  action: eligibilityPaths.goOn(),
  fields: [
    { name: 'cycle', value: code },
    ...held.map((tie) => ({ name: 'ties', value: tie })),
    { name: 'age', value: age },
    { name: 'term', value: term },
  ],
});

const others = (t: Translate) => [
  { text: t('eligibility.others.find'), href: '/find' },
  { text: t('eligibility.others.meetings'), href: '/collaboratives' },
  { text: t('eligibility.others.help'), href: '/help' },
];
