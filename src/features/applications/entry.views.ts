import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { formatMoment, formatDay } from '../../i18n/format';
import type { Instant } from '../../lib/time';
import {
  choiceView,
  errorSummary,
  fieldView,
  type ChoiceView,
  type ErrorSummary,
  type FieldView,
  type FormState,
} from '../../web/form-view';
import type { Collaborative, School } from '../collaboratives';
import type { Constituency, Cycle, Form } from '../cycles';
import { deskPaths } from './application.paths';
import { entryWays, takesEntries } from './entry';
import { pagesWithout } from './entry.form';
import { questionItems, type QuestionItem } from './apply-page.views';

/** The questions of a form on one sheet, with how it came. */
export interface SheetView {
  readonly way: ChoiceView;
  readonly how: readonly FieldView[];
  readonly sections: readonly { readonly title: string | null; readonly items: readonly QuestionItem[] }[];
}

interface EntryView extends SheetView {
  readonly title: string;
  readonly back: string;
  readonly action: string;
  readonly autosave: string;
  /** What was typed before, and the way to begin anew; null on a blank sheet. */
  readonly kept: { readonly text: string; readonly action: string } | null;
  readonly late: string | null;
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'applications/entry': EntryView;
  }
}

export interface SheetParts {
  readonly cycle: Cycle;
  readonly form: Form;
  readonly state: FormState;
  readonly constituency: Constituency | null;
  readonly choices: readonly Collaborative[];
  readonly schools: readonly School[];
  readonly now: Instant;
}

export interface EntryParts extends SheetParts {
  readonly collaborative: Collaborative;
  readonly keptAt: Instant | null;
}

/** The same questions on one page, for staff who type in what came by telephone or on paper. */
export function entryView(t: Translate, parts: EntryParts): EntryView {
  const place = { code: parts.cycle.code, slug: parts.collaborative.slug };
  const sheet = sheetView(t, parts);
  return {
    title: t('applications.entry.title', { area: inLocale(parts.collaborative.area, t.locale) }),
    back: deskPaths.list(place),
    action: deskPaths.new(place),
    autosave: deskPaths.newDraft(place),
    kept:
      parts.keptAt === null
        ? null
        : { text: t('applications.entry.kept', { moment: formatMoment(t, parts.keptAt) }), action: deskPaths.dropDraft(place) },
    late: lateWords(t, parts),
    ...sheet,
    how: [...sheet.how, ...lateField(t, parts)],
    errorSummary: errorSummary(t, parts.state.errors),
  };
}

/** Once the cycle has closed, a code lets in what came after. */
const lateField = (t: Translate, { cycle, now, state }: EntryParts): FieldView[] =>
  cycle.closesAt < now
    ? [
        fieldView(t, state, 'late_code', t('applications.entry.lateCode'), {
          required: false,
          autocomplete: 'off',
          narrow: true,
          hint: t('applications.entry.lateCodeHint'),
        }),
      ]
    : [];

/** A sheet with what was typed on it; `left` names the questions that are not on it. */
export function sheetView(t: Translate, parts: SheetParts, left: readonly string[] = []): SheetView {
  const areas = parts.choices.map(({ id, area }) => ({ id, name: inLocale(area, t.locale) }));
  const items = { form: parts.state, constituency: parts.constituency, areas, schools: parts.schools, isHeading: false };
  return {
    ...howItCame(t, parts.state),
    sections: pagesWithout(parts.form.pages, left).map((page) => ({
      title: page.questions.length === 1 && page.title.en === page.questions[0]?.label.en ? null : inLocale(page.title, t.locale),
      items: page.questions.flatMap((question) => questionItems(t, question, items)).map((item) => withoutAutocomplete(t, item)),
    })),
  };
}

/** The browser must not fill in the data of the staff member; an address may be missing. */
function withoutAutocomplete(t: Translate, item: QuestionItem): QuestionItem {
  if (item.field === null) return item;
  const isAddress = item.field.type === 'email';
  const field = { ...item.field, autocomplete: 'off' };
  return { ...item, field: isAddress ? { ...field, required: false, hint: t('applications.entry.emailHint') } : field };
}

/** What to know when the cycle has closed: paper that came in time may still be typed. */
function lateWords(t: Translate, { cycle, now }: EntryParts): string | null {
  if (!takesEntries(cycle, now)) return t('applications.errors.entry.notNow');
  return cycle.closesAt < now ? t('applications.entry.late', { day: formatDay(t.locale, cycle.closesAt) }) : null;
}

const howItCame = (t: Translate, state: FormState): Pick<EntryView, 'way' | 'how'> => ({
  way: choiceView(
    t,
    state,
    'way',
    t('applications.entry.way'),
    entryWays.map((way) => [way, t(`applications.entry.ways.${way}`)]),
  ),
  how: [
    fieldView(t, state, 'received_on', t('applications.entry.receivedOn'), { type: 'date', hint: t('applications.entry.receivedHint') }),
    fieldView(t, state, 'postal_address', t('applications.entry.address'), {
      type: 'textarea',
      rows: 3,
      required: false,
      autocomplete: 'off',
      hint: t('applications.entry.addressHint'),
    }),
    fieldView(t, state, 'best_time', t('applications.entry.bestTime'), { required: false, autocomplete: 'off' }),
  ],
});
