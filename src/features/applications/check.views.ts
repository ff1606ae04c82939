import { formatDay, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import type { Instant } from '../../lib/time';
import { pagesFor, sectionOf, type Answers, type Cycle, type Form, type FormPage } from '../cycles';
import { answerInWords, type AnsweredForm } from './answer-words';
import { isReady } from './answers.form';
import type { Application } from './application';
import { applicationPaths, applyPaths } from './application.paths';
import { isStillToAsk } from './prefill';

interface CheckRow {
  readonly label: string;
  readonly value: string;
  readonly href: string;
  readonly change: string;
}

interface PageLink {
  readonly text: string;
  readonly href: string;
}

interface CheckView {
  readonly title: string;
  readonly lede: string;
  /** The answers by the sections of the form. */
  readonly parts: readonly { readonly heading: string | null; readonly rows: readonly CheckRow[] }[];
  /** What is still to answer, where something is; `others` is empty when they are too many to name. */
  readonly todo: { readonly title: string; readonly first: PageLink; readonly others: readonly PageLink[] } | null;
  /** Whose answers it began with, and the way to a blank form. */
  readonly prefill: { readonly text: string; readonly blankHref: string } | null;
  readonly action: string;
  readonly reference: string;
  readonly version: string;
  readonly isChange: boolean;
  readonly closing: string;
  readonly hasChanged: boolean;
}

declare module '../../web/render' {
  interface Views {
    'applications/check': CheckView;
  }
}

export interface CheckParts extends AnsweredForm {
  readonly application: Application;
  readonly cycle: Cycle;
  readonly form: Form;
  readonly apart: Answers;
  /** When the application was sent whose answers it began with. */
  readonly lastSentAt: Instant | undefined;
  readonly hasChanged: boolean;
}

/** All answers before they are sent; each can be changed and leads back here. */
export function checkView(t: Translate, parts: CheckParts): CheckView {
  const { application, form } = parts;
  const pages = pagesFor(form, application.constituency).filter((page) => page.key !== 'email' || application.personId === null);
  const todo = todoOf(t, parts, pages);
  return {
    title: t('applications.check.title'),
    lede: todo === null ? t('applications.check.lede') : t('applications.check.ledeSoFar'),
    parts: sectionsOf(t, parts, pages),
    todo,
    prefill: prefillOf(t, parts),
    action: applyPaths.submission(),
    reference: application.reference,
    version: String(application.version),
    isChange: application.status === 'submitted',
    closing: formatMoment(t, parts.cycle.closesAt),
    hasChanged: parts.hasChanged,
  };
}

function sectionsOf(t: Translate, parts: CheckParts, pages: readonly FormPage[]): CheckView['parts'] {
  const sections = new Map<string | null, CheckRow[]>();
  for (const page of pages) {
    const section = sectionOf(parts.form, page.key);
    const heading = section === null ? null : inLocale(section, t.locale);
    sections.set(heading, [...(sections.get(heading) ?? []), ...rowsOf(t, parts, page)]);
  }
  return [...sections].map(([heading, rows]) => ({ heading, rows }));
}

const rowsOf = (t: Translate, parts: CheckParts, page: FormPage): CheckRow[] => {
  const answers = { ...parts.application.answers, ...parts.apart };
  return page.questions
    .filter(({ kind }) => kind !== 'statement')
    .map((question) => ({
      label: inLocale(question.label, t.locale),
      value: (isStillToAsk(question, answers) ? '' : answerInWords(t, question, { ...parts, answers })) || t('applications.check.empty'),
      href: backHere(page),
      change: t('common.change'),
    }));
};

const backHere = ({ key }: FormPage): string => withQuery(applyPaths.page({ page: key }), { from: 'check' });

/** More than these are left uncounted: a form just begun goes on page by page. */
const mostNamed = 8;

function todoOf(t: Translate, { application, cycle, apart }: CheckParts, pages: readonly FormPage[]): CheckView['todo'] {
  const context = { written: application.answers, collaborativeIds: cycle.collaborativeIds };
  const seen = { ...application.answers, ...apart };
  const isUnseen = (page: FormPage): boolean =>
    application.status === 'draft' && page.questions.some((question) => isStillToAsk(question, seen));
  const left = pages.filter((page) => !isReady(page, context) || isUnseen(page));
  const areFew = left.length <= mostNamed;
  const [first, ...others] = left.map((page) => ({
    text: inLocale(page.title, t.locale),
    href: areFew ? backHere(page) : applyPaths.page({ page: page.key }),
  }));
  if (first === undefined) return null;
  return { title: t('applications.check.left', { count: left.length }), first, others: areFew ? others : [] };
}

function prefillOf(t: Translate, { application, lastSentAt }: CheckParts): CheckView['prefill'] {
  if (lastSentAt === undefined || application.status !== 'draft') return null;
  return {
    text: t('applications.prefill.text', { date: formatDay(t.locale, lastSentAt) }),
    blankHref: applicationPaths.blank({ ref: application.reference }),
  };
}
