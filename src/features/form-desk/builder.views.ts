import { formatDay, formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf, type LocalText } from '../../lib/local-text';
import { applyPaths } from '../applications';
import { cyclePaths } from '../cycles';
import {
  constituenciesToApplyFor,
  doubtsAbout,
  findPage,
  findQuestion,
  isFirstPage,
  isPageReliedOn,
  isReliedOn,
  isWordedByQuestion,
  mostSteps,
  stepsFor,
  type FormDoubt,
  type FormPage,
  type Question,
} from '../forms';
import { doubtText, questionTags, type Tag } from './builder-words';
import { formDeskPaths } from './form-desk.paths';
import type { FormDesk } from './form-desk.queries';
import { mayEditIn } from './form-stage';

interface Words {
  readonly text: string;
  readonly lang: string;
  /** The same in the other language, where there is one. */
  readonly other: { readonly text: string; readonly lang: string } | null;
}

interface Move {
  readonly value: string;
  readonly label: string;
}

interface Row extends Words {
  /** Part of the ids of its buttons: a page and a question may have the same key. */
  readonly anchor: string;
  readonly tags: readonly Tag[];
  readonly up: Move | null;
  readonly down: Move | null;
  readonly edit: { readonly href: string; readonly text: string; readonly label: string } | null;
  readonly copy: { readonly value: string; readonly label: string } | null;
  readonly removal: { readonly href: string; readonly label: string } | null;
}

interface PageRow extends Row {
  readonly number: string;
  readonly section: string | null;
  /** The page's heading is its one question: it is not said twice. */
  readonly isQuestion: boolean;
  readonly questions: readonly Row[];
  readonly add: { readonly href: string; readonly label: string } | null;
}

export interface BuilderView {
  readonly title: string;
  readonly back: string;
  readonly state: string;
  readonly steps: readonly { readonly label: string; readonly value: string }[];
  readonly doubts: readonly { readonly text: string; readonly href: string | null }[];
  readonly pages: readonly PageRow[];
  readonly version: string;
  readonly orderAction: string;
  readonly copyAction: string;
  readonly addHref: string | null;
  readonly links: readonly { readonly text: string; readonly href: string }[];
  readonly undo: { readonly action: string; readonly text: string } | null;
  readonly mayEdit: boolean;
  /** Where a new version is begun, once the form is frozen. */
  readonly begin: string | null;
  readonly publicationHref: string | null;
}

declare module '../../web/render' {
  interface Views {
    'form-desk/show': BuilderView;
  }
}

/** The form with everything an editor can do to it; for staff the same without a button. */
export function builderView(t: Translate, desk: FormDesk, isEditor: boolean): BuilderView {
  const { cycle, form } = desk;
  const { code } = cycle;
  const mayEdit = isEditor && mayEditIn(desk.stage);
  return {
    title: t('forms.show.title', { cycle: inLocale(cycle.name, t.locale) }),
    back: cyclePaths.show({ code }),
    state: stateText(t, desk),
    steps: constituenciesToApplyFor.map((constituency) => ({
      label: t(`common.constituency.${constituency}`),
      value: t('forms.show.steps', { count: stepsFor(form.pages, constituency), most: mostSteps }),
    })),
    doubts: doubtsAbout(form.pages).map((doubt) => doubtRow(t, desk, doubt, mayEdit)),
    pages: form.pages.map((page, index) => pageRow(t, desk, { page, index, mayEdit })),
    version: String(form.version),
    orderAction: formDeskPaths.order({ code }),
    copyAction: formDeskPaths.copy({ code }),
    links: [
      { text: t('forms.show.preview'), href: formDeskPaths.preview({ code }) },
      { text: t('forms.versions.history'), href: formDeskPaths.versions({ code }) },
      { text: t('forms.show.paper'), href: applyPaths.paper({ code }) },
    ],
    addHref: mayEdit ? formDeskPaths.newPage({ code }) : null,
    undo: mayEdit ? undoView(t, desk) : null,
    mayEdit,
    begin: isEditor && desk.stage === 'frozen' ? formDeskPaths.versions({ code }) : null,
    publicationHref: isEditor && desk.stage === 'version' ? formDeskPaths.publication({ code }) : null,
  };
}

function undoView(t: Translate, { cycle: { code }, lastEdit }: FormDesk): BuilderView['undo'] {
  if (lastEdit === null) return null;
  const text = t(`forms.undo.${lastEdit.verb}`, { subject: inLocale(lastEdit.subject, t.locale), by: lastEdit.by });
  return { action: formDeskPaths.undo({ code }), text };
}

function stateText(t: Translate, { stage, form, inForce }: FormDesk): string {
  const frozen = inForce.frozenAt === null ? '' : formatDay(t.locale, inForce.frozenAt);
  if (stage === 'before') return t('forms.stage.before', { number: form.number });
  return stage === 'version'
    ? t('forms.stage.version', { number: form.number, before: inForce.number })
    : t(`forms.stage.${stage}`, { number: inForce.number, date: frozen });
}

function doubtRow(t: Translate, { form, cycle: { code } }: FormDesk, doubt: FormDoubt, mayEdit: boolean) {
  if (!('key' in doubt)) return { text: doubtText(t, doubt, ''), href: null };
  const { key } = doubt;
  const question = findQuestion(form.pages, key)?.question;
  const named = question === undefined ? findPage(form.pages, key)?.title : question.label;
  const href = question === undefined ? formDeskPaths.page({ code, page: key }) : formDeskPaths.question({ code, key });
  return { text: doubtText(t, doubt, named === undefined ? '' : inLocale(named, t.locale)), href: mayEdit ? href : null };
}

const wordsOf = (t: Translate, text: LocalText): Words => {
  const lang = localeOf(text, t.locale);
  const otherLang = lang === 'en' ? 'es' : 'en';
  const other = text[otherLang] ?? '';
  return { text: inLocale(text, t.locale), lang, other: other === '' ? null : { text: other, lang: otherLang } };
};

interface PagePlace {
  readonly page: FormPage;
  readonly index: number;
  readonly mayEdit: boolean;
}

function pageRow(t: Translate, { cycle: { code }, form }: FormDesk, place: PagePlace): PageRow {
  const { page, index, mayEdit } = place;
  return {
    ...wordsOf(t, page.title),
    ...pageSteps(t, { code, page, numbered: t('forms.show.pageNumber', { number: index + 1 }) }, mayEdit),
    ...pageMoves(t, form.pages.length, place),
    anchor: `page-${page.key}`,
    number: formatNumber(t.locale, index + 1),
    section: isThere(page.section) ? inLocale(page.section, t.locale) : null,
    isQuestion: isWordedByQuestion(page),
    tags: [],
    copy: null,
    questions: page.questions.map((question, at) => questionRow(t, code, { question, place: at, of: page.questions.length, mayEdit })),
  };
}

const isThere = <Value>(value: Value | null | undefined): value is Value => value !== null && value !== undefined;

/** The page where an application begins stays first, so the one behind it goes no further up. */
function pageMoves(t: Translate, pages: number, { page, index, mayEdit }: PagePlace): Pick<PageRow, 'up' | 'down'> {
  const subject = t('forms.show.pageNumber', { number: index + 1 });
  const isMovable = mayEdit && !isFirstPage(page);
  return {
    up: isMovable && index > 1 ? move(t, 'page', page.key, 'up', subject) : null,
    down: isMovable && index < pages - 1 ? move(t, 'page', page.key, 'down', subject) : null,
  };
}

function pageSteps(
  t: Translate,
  { code, page, numbered }: { readonly code: string; readonly page: FormPage; readonly numbered: string },
  mayEdit: boolean,
): Pick<PageRow, 'edit' | 'removal' | 'add'> {
  if (!mayEdit) return { edit: null, removal: null, add: null };
  const params = { code, page: page.key };
  return {
    edit: { href: formDeskPaths.page(params), text: t('forms.show.editPage'), label: t('forms.show.editPageLabel', { subject: numbered }) },
    removal: isPageReliedOn(page)
      ? null
      : { href: formDeskPaths.pageRemoval(params), label: t('forms.show.removeLabel', { subject: numbered }) },
    add: isFirstPage(page)
      ? null
      : { href: formDeskPaths.newQuestion(params), label: t('forms.show.addQuestionLabel', { page: numbered }) },
  };
}

interface QuestionPlace {
  readonly question: Question;
  readonly place: number;
  /** Questions on its page. */
  readonly of: number;
  readonly mayEdit: boolean;
}

function questionRow(t: Translate, code: string, { question, place, of, mayEdit }: QuestionPlace): Row {
  const words = wordsOf(t, question.label);
  const { key } = question;
  return {
    ...words,
    ...questionSteps(t, { code, question, subject: words.text }, mayEdit),
    anchor: `question-${key}`,
    tags: questionTags(t, question),
    up: mayEdit && place > 0 ? move(t, 'question', key, 'up', words.text) : null,
    down: mayEdit && place < of - 1 ? move(t, 'question', key, 'down', words.text) : null,
  };
}

function questionSteps(
  t: Translate,
  { code, question, subject }: { readonly code: string; readonly question: Question; readonly subject: string },
  mayEdit: boolean,
): Pick<Row, 'edit' | 'copy' | 'removal'> {
  if (!mayEdit) return { edit: null, copy: null, removal: null };
  const params = { code, key: question.key };
  const edit = { href: formDeskPaths.question(params), text: t('forms.show.edit'), label: t('forms.show.editLabel', { subject }) };
  if (isReliedOn(question)) return { edit, copy: null, removal: null };
  return {
    edit,
    copy: { value: question.key, label: t('forms.show.copyLabel', { subject }) },
    removal: { href: formDeskPaths.questionRemoval(params), label: t('forms.show.removeLabel', { subject }) },
  };
}

const move = (t: Translate, what: 'page' | 'question', key: string, direction: 'up' | 'down', subject: string): Move => ({
  value: `${what}:${key}:${direction}`,
  label: t(direction === 'up' ? 'forms.show.upLabel' : 'forms.show.downLabel', { subject }),
});
