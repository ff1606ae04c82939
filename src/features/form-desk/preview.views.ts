import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, type LocalText } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { blankForm, choiceView, type ChoiceView } from '../../web/form-view';
import { applyPageView, type QuestionItem } from '../applications';
import {
  constituenciesToApplyFor,
  pagesFor,
  sectionOf,
  wordingLanguages,
  type Constituency,
  type FormPage,
  type WordingLanguage,
} from '../forms';
import { formDeskPaths } from './form-desk.paths';
import type { FormDesk } from './form-desk.queries';

/** One page of the form in one language, drawn by what draws it for applicants. */
interface Phone {
  readonly lang: string;
  readonly t: Translate;
  readonly progress: string;
  /** Null where the one question is the heading. */
  readonly heading: string | null;
  readonly lead: string | null;
  readonly items: readonly QuestionItem[];
}

interface PreviewView {
  readonly title: string;
  readonly back: string;
  readonly action: string;
  readonly constituency: ChoiceView;
  readonly pages: readonly { readonly title: string; readonly phones: readonly Phone[] }[];
  /** Null for those who cannot tick the checklist. */
  readonly mark: { readonly action: string; readonly version: string } | null;
  readonly seen: readonly string[];
}

declare module '../../web/render' {
  interface Views {
    'form-desk/preview': PreviewView;
  }
}

export interface PreviewParts {
  readonly desk: FormDesk;
  readonly constituency: Constituency;
  readonly translate: (locale: string) => Translate;
  readonly areas: readonly { readonly id: string; readonly area: LocalText }[];
  readonly previews: ReadonlyMap<string, Instant>;
  readonly mayMark: boolean;
  readonly now: Instant;
}

/** The form as an applicant of one constituency goes through it, in both languages side by side. */
export function previewView(t: Translate, parts: PreviewParts): PreviewView {
  const { desk, constituency, previews } = parts;
  const { code } = desk.cycle;
  const pages = pagesFor(desk.form, constituency);
  return {
    title: t('forms.preview.title'),
    back: formDeskPaths.show({ code }),
    action: formDeskPaths.preview({ code }),
    constituency: choiceView(
      t,
      blankForm({ for: constituency }),
      'for',
      t('forms.preview.constituency'),
      constituenciesToApplyFor.map((each) => [each, t(`common.constituency.${each}`)] as const),
    ),
    pages: pages.map((page, index) => ({
      title: t('forms.preview.page', { number: index + 1, of: pages.length + 1 }),
      phones: wordingLanguages.map((language) => phoneView(parts, language, { page, number: index + 1, of: pages.length + 1 })),
    })),
    mark: parts.mayMark ? { action: formDeskPaths.preview({ code }), version: String(desk.form.version) } : null,
    seen: wordingLanguages
      .filter((language) => previews.has(language))
      .map((language) =>
        t('forms.preview.seen', { language: t(`forms.language.${language}`), date: formatDay(t.locale, previews.get(language) ?? '') }),
      ),
  };
}

interface Place {
  readonly page: FormPage;
  readonly number: number;
  readonly of: number;
}

function phoneView(
  { desk, translate, areas, constituency, now }: PreviewParts,
  language: WordingLanguage,
  { page, number, of }: Place,
): Phone {
  const t = translate(language);
  const drawn = applyPageView(t, {
    page,
    form: blankForm(),
    constituency,
    place: { number, of, section: sectionOf(desk.form, page.key) },
    back: '',
    from: '',
    areas: areas.map(({ id, area }) => ({ id, name: inLocale(area, language) })),
    schools: [],
    notes: [],
    files: { reference: '', present: [], mayAdd: true, email: '' },
    cycle: null,
    now,
  });
  const prefix = `${language}-${number}-`;
  return {
    lang: language,
    t,
    progress: drawn.progress,
    heading: drawn.heading,
    lead: drawn.lead,
    items: drawn.items.map((item) => apart(item, prefix, drawn.heading === null)),
  };
}

/** Names of their own for the two languages on one page; the page has its one first heading already. */
function apart(item: QuestionItem, prefix: string, isHeading: boolean): QuestionItem {
  const named = <Named extends { readonly name: string }>(view: Named | null): Named | null =>
    view === null ? null : { ...view, name: prefix + view.name, ...(isHeading ? { isHeading: false } : {}) };
  const files = item.files === null ? null : { ...item.files, field: named(item.files.field) };
  return { ...item, field: named(item.field), choices: named(item.choices), select: named(item.select), files };
}
