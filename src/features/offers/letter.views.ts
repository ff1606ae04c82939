import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { blankForm, choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { slatePaths, type Board } from '../selection';
import { kindSlot, personSlot, regretCodes, type LetterCode, type LetterText, type LetterTexts, type Wording } from './letter';
import { usualWording } from './letter-words';
import type { PlannedDecision } from './release';
import { releasePaths } from './release.paths';

/** A letter as it will be, or was, sent: its HTML stands in a frame of its own. */
export interface ShownLetter {
  readonly subject: string;
  readonly text: string;
  readonly title: string;
  /** Null for a letter on paper. */
  readonly html: string | null;
}

interface EditForm {
  readonly action: string;
  readonly reset: string | null;
  readonly version: string;
  readonly code: ChoiceView | null;
  readonly subject: FieldView;
  readonly body: FieldView;
}

export interface LetterPageView extends PageModel {
  readonly kicker: string;
  readonly back: string;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: null; readonly change: null }[];
  readonly note: string | null;
  readonly letters: readonly ShownLetter[];
  readonly edit: EditForm | null;
  readonly versions: readonly string[];
}

export interface WordingPageView extends PageModel {
  readonly kicker: string;
  readonly back: string;
  readonly form: {
    readonly action: string;
    readonly reset: string | null;
    readonly version: string;
    readonly languages: readonly { readonly lang: string; readonly subject: FieldView; readonly body: FieldView }[];
  } | null;
  readonly samples: readonly { readonly title: string; readonly lang: string; readonly subject: string; readonly text: string }[];
  readonly versions: readonly string[];
}

declare module '../../web/render' {
  interface Views {
    'offers/letter': LetterPageView;
    'offers/wording': WordingPageView;
  }
}

export interface VersionLine {
  readonly text: LetterText;
  readonly who: string | null;
}

const versionLines = (t: Translate, versions: readonly VersionLine[]): string[] =>
  versions.map(({ text, who }) =>
    t(text.wordings === null ? 'offers.letterPage.versionReset' : 'offers.letterPage.versionLine', {
      version: text.version,
      at: formatShortMoment(t, text.editedAt),
      who: who ?? t('offers.letterPage.somebody'),
    }),
  );

const hint = (t: Translate): string => t('offers.letterPage.bodyHint', { name: '{name}', seat: '{seat}', by: '{by}' });

interface LetterFacts {
  readonly board: Board;
  readonly name: string;
  readonly candidacyId: string;
  readonly code: LetterCode;
  readonly decision: PlannedDecision | null;
  readonly texts: LetterTexts;
  readonly letters: readonly ShownLetter[];
  readonly versions: readonly VersionLine[];
  readonly wording: Wording;
  readonly locale: string;
  readonly mayEdit: boolean;
  readonly state: FormState | null;
}

/** One person's letter: as it will be sent and, before the release, its draft. */
export function letterPageView(t: Translate, facts: LetterFacts): LetterPageView {
  const { board, code } = facts;
  const params = { code: board.cycle.code, slug: board.collaborative.slug };
  return {
    title: t('offers.letterPage.title', { name: facts.name }),
    district: board.collaborative.slug,
    width: 'wide',
    unlisted: true,
    errorSummary: errorSummary(t, facts.state?.errors ?? {}),
    kicker: `${inLocale(board.collaborative.area, t.locale)} · ${inLocale(board.cycle.name, t.locale)}`,
    back: slatePaths.release(params),
    facts: [
      { label: t('offers.letterPage.kind'), value: t(`offers.code.${code}`), href: null, change: null },
      { label: t('offers.release.language'), value: t.loosely(`common.language.${facts.locale}`), href: null, change: null },
      { label: t('offers.letterPage.version'), value: wordsUsed(t, facts), href: null, change: null },
    ],
    note: facts.decision?.isHeld === true ? t('offers.letterPage.heldNote') : null,
    letters: facts.letters,
    edit: facts.mayEdit ? editForm(t, facts) : null,
    versions: versionLines(t, facts.versions),
  };
}

function wordsUsed(t: Translate, { texts, candidacyId, code, locale }: LetterFacts): string {
  const own = texts.get(personSlot(candidacyId));
  const kind = texts.get(kindSlot(code));
  if (own?.wordings?.[locale] !== undefined) return t('offers.letterPage.own', { version: own.version });
  return kind?.wordings?.[locale] === undefined ? t('offers.letterPage.usual') : t('offers.letterPage.ofKind', { version: kind.version });
}

function editForm(t: Translate, facts: LetterFacts): EditForm {
  const own = facts.texts.get(personSlot(facts.candidacyId));
  const params = { code: facts.board.cycle.code, slug: facts.board.collaborative.slug, id: facts.candidacyId };
  const chosen = own?.code ?? '';
  const state = facts.state ?? blankForm({ code: chosen, ...facts.wording });
  const isOwn = chosen !== '' || isReworded(own);
  return {
    action: releasePaths.letter(params),
    reset: isOwn ? releasePaths.resetLetter(params) : null,
    version: versionOf(own),
    code: facts.decision?.kind === 'not_selected' ? reasonChoice(t, state) : null,
    subject: fieldView(t, state, 'subject', t('offers.letterPage.subject')),
    body: fieldView(t, state, 'body', t('offers.letterPage.body'), { type: 'textarea', rows: 14, hint: hint(t) }),
  };
}

const isReworded = (text: LetterText | undefined): boolean => text !== undefined && text.wordings !== null;

const versionOf = (text: LetterText | undefined): string => String(text?.version ?? 0);

const reasonChoice = (t: Translate, state: FormState): ChoiceView =>
  choiceView(t, state, 'code', t('offers.letterPage.reason'), [
    ['', t('offers.letterPage.follows')],
    ...regretCodes.map((one) => [one, t(`offers.code.${one}`)] as const),
  ]);

interface WordingFacts {
  readonly board: Board;
  readonly code: LetterCode;
  readonly texts: LetterTexts;
  readonly versions: readonly VersionLine[];
  readonly samples: readonly { readonly locale: 'en' | 'es'; readonly subject: string; readonly text: string }[];
  readonly translate: (locale: string) => Translate;
  readonly mayEdit: boolean;
  readonly state: FormState | null;
}

export const editedLocales = ['en', 'es'] as const;

/** The words of a kind of letter, both languages side by side, with what they make of a letter. */
export function wordingPageView(t: Translate, facts: WordingFacts): WordingPageView {
  const { board, code } = facts;
  const params = { code: board.cycle.code, slug: board.collaborative.slug };
  return {
    title: t('offers.wording.title', { kind: t(`offers.code.${code}`) }),
    district: board.collaborative.slug,
    width: 'wide',
    unlisted: true,
    errorSummary: errorSummary(t, facts.state?.errors ?? {}),
    kicker: `${inLocale(board.collaborative.area, t.locale)} · ${inLocale(board.cycle.name, t.locale)}`,
    back: slatePaths.release(params),
    form: facts.mayEdit ? wordingForm(t, facts) : null,
    samples: facts.samples.map(({ locale, subject, text }) => ({
      title: t(`offers.wording.sampleIn.${locale}`),
      lang: locale,
      subject,
      text,
    })),
    versions: versionLines(t, facts.versions),
  };
}

function wordingForm(t: Translate, facts: WordingFacts): WordingPageView['form'] {
  const { code, board } = facts;
  const text = facts.texts.get(kindSlot(code));
  const params = { code: board.cycle.code, slug: board.collaborative.slug, letter: code };
  const now = (locale: string): Wording => text?.wordings?.[locale] ?? usualWording(facts.translate(locale), code);
  const raw = Object.fromEntries(
    editedLocales.flatMap((locale) => [
      [`subject-${locale}`, now(locale).subject],
      [`body-${locale}`, now(locale).body],
    ]),
  );
  const state = facts.state ?? blankForm(raw);
  return {
    action: releasePaths.wording(params),
    reset: isReworded(text) ? releasePaths.resetWording(params) : null,
    version: versionOf(text),
    languages: editedLocales.map((locale) => ({
      lang: locale,
      subject: fieldView(t, state, `subject-${locale}`, t(`offers.wording.subjectIn.${locale}`)),
      body: fieldView(t, state, `body-${locale}`, t(`offers.wording.bodyIn.${locale}`), { type: 'textarea', rows: 14, hint: hint(t) }),
    })),
  };
}

/** How a sent letter is headed. */
export const sentTitle = (t: Translate, channel: 'mail' | 'paper' | 'none', at: Instant): string =>
  channel === 'none'
    ? t('offers.letterPage.unsent')
    : t(channel === 'mail' ? 'offers.letterPage.sent' : 'offers.letterPage.sentPaper', { at: formatShortMoment(t, at) });
