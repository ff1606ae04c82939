import { formatList, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import { isWordedByQuestion, type Constituency, type FormPage, type FormVersion, type Question } from '../forms';

interface PaperQuestion {
  readonly number: string;
  readonly label: string;
  readonly notes: readonly string[];
  readonly hint: string | null;
  /** What to tick. */
  readonly boxes: readonly { readonly label: string; readonly hint: string | null }[];
  readonly isRound: boolean;
  /** Lines to write on; the elements say nothing, their number counts. */
  readonly lines: readonly number[];
}

interface PaperView {
  readonly title: string;
  readonly cycle: string;
  readonly sendBy: string;
  readonly offices: readonly { readonly name: string; readonly lines: readonly string[] }[];
  readonly parts: readonly {
    readonly section: string | null;
    readonly heading: string | null;
    readonly lead: string | null;
    readonly questions: readonly PaperQuestion[];
  }[];
  readonly other: { readonly href: string; readonly lang: string };
}

declare module '../../web/render' {
  interface Views {
    'form-desk/paper': PaperView;
  }
}

interface PaperParts {
  readonly cycle: Cycle;
  readonly form: FormVersion;
  readonly collaboratives: readonly Collaborative[];
  readonly href: string;
}

/** The form to fill in by hand, made from the same questions; what only some must answer says so. */
export function paperView(t: Translate, { cycle, form, collaboratives, href }: PaperParts): PaperView {
  const otherLang = t.locale === 'es' ? 'en' : 'es';
  let number = 0;
  return {
    title: t('forms.paper.title'),
    cycle: inLocale(cycle.name, t.locale),
    sendBy: t('forms.paper.sendBy', { moment: formatMoment(t, cycle.closesAt) }),
    offices: collaboratives.map(({ name, officeAddress, contactPhone, contactEmail }) => ({
      name: inLocale(name, t.locale),
      lines: [officeAddress, contactPhone, contactEmail].filter((line) => line !== ''),
    })),
    parts: form.pages
      .filter((page) => page.questions.length > 0)
      .map((page) => ({
        ...headings(t, page),
        questions: page.questions.map((question) => paperQuestion(t, question, (number += 1), collaboratives)),
      })),
    other: { href: `${href}?lang=${otherLang}`, lang: otherLang },
  };
}

const headings = (t: Translate, page: FormPage) => ({
  section: page.section === undefined || page.section === null ? null : inLocale(page.section, t.locale),
  heading: isWordedByQuestion(page) ? null : inLocale(page.title, t.locale),
  lead: page.lead === null ? null : inLocale(page.lead, t.locale),
});

function paperQuestion(t: Translate, question: Question, number: number, areas: readonly Collaborative[]): PaperQuestion {
  return {
    number: String(number),
    label: inLocale(question.label, t.locale),
    notes: notesOf(t, question),
    hint: question.hint === null ? null : inLocale(question.hint, t.locale),
    boxes: boxesOf(t, question, areas),
    isRound: question.kind === 'one_of' || question.kind === 'yes_no',
    lines: Array.from({ length: linesOf(question) }, (_, index) => index),
  };
}

const named = (t: Translate, list: readonly Constituency[]): string =>
  formatList(
    t.locale,
    list.map((constituency) => t(`common.constituency.${constituency}`)),
  );

function notesOf(t: Translate, { kind, askedOf, required, requiredFor, words }: Question): string[] {
  const how = {
    one_of: t('forms.paper.chooseOne'),
    yes_no: t('forms.paper.chooseOne'),
    many_of: t('forms.paper.chooseAny'),
    ranking: t('forms.paper.rank'),
    file: t('forms.paper.file'),
    long_text: words === null ? undefined : t('forms.paper.words', { count: words }),
  } as const;
  const notes: [boolean, string][] = [
    [askedOf.length > 0, t('forms.paper.onlyIf', { names: named(t, askedOf) })],
    [required, t('forms.paper.required')],
    [
      !required && requiredFor.length > 0 && requiredFor.join() !== askedOf.join(),
      t('forms.paper.requiredOf', { names: named(t, requiredFor) }),
    ],
    [kind in how, how[kind as keyof typeof how] ?? ''],
  ];
  return notes.filter(([shown, text]) => shown && text !== '').map(([, text]) => text);
}

function boxesOf(t: Translate, { kind, options }: Question, areas: readonly Collaborative[]): PaperQuestion['boxes'] {
  const plain = (labels: readonly string[]) => labels.map((label) => ({ label, hint: null }));
  if (kind === 'ranking') return plain(areas.map(({ area }) => inLocale(area, t.locale)));
  if (kind === 'yes_no') return plain([t('common.yes'), t('common.no')]);
  if (kind === 'consent') return plain([t('common.yes')]);
  return options.map(({ label, hint }) => ({
    label: inLocale(label, t.locale),
    hint: hint === undefined ? null : inLocale(hint, t.locale),
  }));
}

const wordsOnALine = 12;

/** Lines enough for the longest answer, and a little more. */
function linesOf({ kind, words }: Question): number {
  if (kind === 'long_text') return Math.min(24, Math.ceil((words ?? 250) / wordsOnALine) + 2);
  return ['short_text', 'email', 'phone', 'zip', 'school'].includes(kind) ? 1 : 0;
}
