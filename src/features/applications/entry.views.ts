import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { errorSummary, type ErrorSummary, type FormState } from '../../web/form-view';
import type { Collaborative, School } from '../collaboratives';
import type { Constituency, Cycle, Form } from '../cycles';
import { deskPaths } from './application.paths';
import { questionItems, type QuestionItem } from './apply-page.views';

interface EntryView {
  readonly title: string;
  readonly back: string;
  readonly action: string;
  readonly sections: readonly { readonly title: string | null; readonly items: readonly QuestionItem[] }[];
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'applications/entry': EntryView;
  }
}

export interface EntryParts {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly form: Form;
  readonly state: FormState;
  readonly constituency: Constituency | null;
  readonly choices: readonly Collaborative[];
  readonly schools: readonly School[];
}

/** The same questions on one page, for staff who type in what came by telephone or on paper. */
export function entryView(t: Translate, parts: EntryParts): EntryView {
  const place = { code: parts.cycle.code, slug: parts.collaborative.slug };
  const areas = parts.choices.map(({ id, area }) => ({ id, name: inLocale(area, t.locale) }));
  const items = { form: parts.state, constituency: parts.constituency, areas, schools: parts.schools, isHeading: false };
  return {
    title: t('applications.entry.title', { area: inLocale(parts.collaborative.area, t.locale) }),
    back: deskPaths.list(place),
    action: deskPaths.new(place),
    sections: parts.form.pages.map((page) => ({
      title: page.questions.length === 1 && page.title.en === page.questions[0]?.label.en ? null : inLocale(page.title, t.locale),
      items: page.questions.flatMap((question) => questionItems(t, question, items)).map((item) => withoutAutocomplete(t, item)),
    })),
    errorSummary: errorSummary(t, parts.state.errors),
  };
}

/** The browser must not fill in the data of the staff member; an address may be missing. */
function withoutAutocomplete(t: Translate, item: QuestionItem): QuestionItem {
  if (item.field === null) return item;
  const isAddress = item.field.type === 'email';
  const field = { ...item.field, autocomplete: 'off' };
  return { ...item, field: isAddress ? { ...field, required: false, hint: t('applications.entry.emailHint') } : field };
}
