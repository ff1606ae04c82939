import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { withQuery } from '../../lib/path';
import type { Page } from '../../lib/pagination';
import { rawText, type RawForm } from '../../lib/form';
import { blankForm, choiceView, fieldView, type ChoiceView, type FieldView } from '../../web/form-view';
import { candidacyMachine, deskPaths, toneOfCandidacy, type Tone } from '../applications';
import { constituenciesToApplyFor } from '../cycles';
import { coverages, sorts, type DeskRow } from './filter';

interface ListApplicationsView {
  readonly title: string;
  readonly count: string;
  readonly kicker: string;
  readonly cycleHref: string;
  readonly enterHref: string | null;
  readonly address: string;
  readonly search: FieldView;
  readonly filters: readonly ChoiceView[];
  readonly isFiltered: boolean;
  readonly rows: readonly {
    readonly name: string;
    readonly href: string;
    readonly reference: string;
    readonly constituency: string;
    readonly school: string;
    readonly language: string;
    readonly choice: string;
    readonly sent: string;
    readonly tag: { readonly text: string; readonly tone: Tone };
    readonly reviews: string;
  }[];
  readonly next: string | null;
  readonly first: string | null;
}

declare module '../../web/render' {
  interface Views {
    'desk/list': ListApplicationsView;
  }
}

export interface ListParts {
  readonly title: string;
  readonly cycleName: string;
  readonly cycleHref: string;
  readonly address: string;
  readonly enterHref: string | null;
  readonly page: Page<DeskRow>;
  readonly count: number;
  readonly raw: RawForm;
  readonly schools: readonly { readonly id: string; readonly name: string }[];
  readonly locales: readonly string[];
}

/** The desk's list: filters as a GET address, 50 rows a page. */
export function listApplicationsView(t: Translate, parts: ListParts): ListApplicationsView {
  const { raw, page, address } = parts;
  const kept = Object.fromEntries(filterNames.map((name) => [name, rawText(raw, name)]));
  return {
    title: parts.title,
    count: t('desk.count', { count: parts.count }),
    kicker: parts.cycleName,
    cycleHref: parts.cycleHref,
    enterHref: parts.enterHref,
    address,
    search: fieldView(t, blankForm(raw), 'q', t('desk.search'), { type: 'search', required: true }),
    filters: filtersOf(t, parts),
    isFiltered: Object.entries(kept).some(([name, value]) => name !== 'sort' && value !== ''),
    rows: page.rows.map((row) => rowView(t, row)),
    next: page.next === null ? null : withQuery(address, { ...kept, after: page.next }),
    first: rawText(raw, 'after') === '' ? null : withQuery(address, kept),
  };
}

const filterNames = ['q', 'constituency', 'language', 'school', 'status', 'coverage', 'sort'];

type Offered = readonly [value: string, label: string];

function filtersOf(t: Translate, { raw, schools, locales }: ListParts): ChoiceView[] {
  const all: Offered = ['', t('desk.all')];
  const select = (name: string, label: string, offered: readonly Offered[]): ChoiceView =>
    choiceView(t, blankForm(raw), name, label, offered);
  return [
    select('constituency', t('desk.constituency'), [
      all,
      ...constituenciesToApplyFor.map((value): Offered => [value, t(`common.constituency.${value}`)]),
    ]),
    select('language', t('desk.language'), [all, ...locales.map((value): Offered => [value, languageName(t, value)])]),
    select('school', t('desk.school'), [all, ...schools.map(({ id, name }): Offered => [id, name])]),
    select('status', t('desk.state'), [
      all,
      ...candidacyMachine.states.map((value): Offered => [value, t(`applications.candidacy.${value}`)]),
    ]),
    select('coverage', t('desk.coverage'), [all, ...coverages.map((value): Offered => [value, t(`desk.coverages.${value}`)])]),
    select(
      'sort',
      t('desk.sort'),
      sorts.map((value): Offered => [value, t(`desk.sorts.${value}`)]),
    ),
  ];
}

/** The languages of the product have their names in the catalogue; test languages go by their code. */
export const languageName = (t: Translate, locale: string): string =>
  locale === 'en' || locale === 'es' ? t(`common.language.${locale}`) : locale;

const rowView = (t: Translate, row: DeskRow) => ({
  name: row.name,
  href: deskPaths.show({ ref: row.reference }),
  reference: row.reference,
  constituency: t(`common.constituency.${row.constituency}`),
  school: row.schoolName ?? '',
  language: languageName(t, row.locale),
  choice: t.loosely(`desk.choices.${row.preference}`),
  sent: formatDay(t.locale, row.submittedAt, 'shortDate'),
  tag: { text: t(`applications.candidacy.${row.status}`), tone: toneOfCandidacy[row.status] },
  reviews: t('desk.reviewCount', { complete: row.complete, assigned: row.assigned }),
});
