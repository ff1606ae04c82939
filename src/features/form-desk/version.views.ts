import { formatDay, formatList } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import { deskPaths } from '../applications';
import { formDifferences, type FormDifference, type FormVersion, type Touch } from '../forms';
import { formDeskPaths } from './form-desk.paths';
import type { FormDesk } from './form-desk.queries';
import type { TouchedApplication } from './version.queries';

interface VersionsView {
  readonly title: string;
  readonly back: string;
  readonly versions: readonly {
    readonly title: string;
    readonly written: string;
    readonly note: string | null;
    readonly differences: readonly string[];
  }[];
}

interface PublicationView {
  readonly title: string;
  readonly back: string;
  readonly action: string;
  readonly version: string;
  readonly differences: readonly string[];
  readonly touched: string;
  readonly touchedCount: string;
  readonly kinds: readonly string[];
  readonly list: readonly { readonly reference: string; readonly href: string; readonly how: string }[];
  readonly more: string | null;
  readonly drafts: string;
  readonly note: FieldView;
  readonly discard: string;
  readonly errorSummary: ErrorSummary | null;
}

declare module '../../web/render' {
  interface Views {
    'form-desk/versions': VersionsView;
    'form-desk/publication': PublicationView;
  }
}

/** All versions of a form, the latest first, each with what changed since the one before. */
export const versionsView = (t: Translate, { cycle }: FormDesk, versions: readonly FormVersion[]): VersionsView => ({
  title: t('forms.versions.title', { cycle: inLocale(cycle.name, t.locale) }),
  back: formDeskPaths.show({ code: cycle.code }),
  versions: versions.map((version, index) => ({
    title: t('forms.versions.number', { number: version.number }),
    written: writtenText(t, version),
    note: version.note,
    differences: differenceLines(t, versions[index + 1], version),
  })),
});

function writtenText(t: Translate, { frozenAt, writtenBy }: FormVersion): string {
  const by = writtenBy === '' ? t('forms.versions.office') : writtenBy;
  return frozenAt === null
    ? t('forms.versions.notFrozen', { by })
    : t('forms.versions.frozen', { by, date: formatDay(t.locale, frozenAt) });
}

const differenceLines = (t: Translate, before: FormVersion | undefined, after: FormVersion): string[] =>
  before === undefined ? [] : formDifferences(before.pages, after.pages).map((difference) => differenceText(t, difference));

function differenceText(t: Translate, { kind, of, title, parts }: FormDifference): string {
  const subject = inLocale(title, t.locale);
  if (kind !== 'changed') return t(`forms.difference.${of}.${kind}`, { subject });
  const what = formatList(
    t.locale,
    parts.map((part) => t(`forms.difference.part.${part}`)),
  );
  return t(`forms.difference.${of}.changed`, { subject, what });
}

export interface PublicationParts {
  readonly desk: FormDesk;
  readonly touched: readonly TouchedApplication[];
  readonly drafts: number;
  readonly state: FormState;
}

/** More than anybody reads; the count says how many there are. */
const mostListed = 50;

/** What a new version changes and whom it touches, before it is put in force. */
export function publicationView(t: Translate, { desk, touched, drafts, state }: PublicationParts): PublicationView {
  const { cycle, form, inForce } = desk;
  const { code } = cycle;
  const kinds: readonly Touch[] = ['answeredChanged', 'answeredRemoved', 'nowMissing'];
  const counted = kinds.map((kind) => [kind, touched.filter(({ touches }) => touches.includes(kind)).length] as const);
  return {
    title: t('forms.publication.title', { number: form.number }),
    back: formDeskPaths.show({ code }),
    action: formDeskPaths.publication({ code }),
    version: String(form.version),
    differences: differenceLines(t, inForce, form),
    touched: t('forms.publication.touched', { count: touched.length }),
    touchedCount: String(touched.length),
    kinds: counted.filter(([, count]) => count > 0).map(([kind, count]) => t(`forms.publication.kind.${kind}`, { count })),
    list: touched.slice(0, mostListed).map(({ reference, touches }) => ({
      reference,
      href: deskPaths.show({ ref: reference }),
      how: formatList(
        t.locale,
        [...new Set(touches)].map((touch) => t(`forms.publication.how.${touch}`)),
      ),
    })),
    more: touched.length > mostListed ? t('forms.publication.more', { count: touched.length - mostListed }) : null,
    drafts: t('forms.publication.drafts', { count: drafts }),
    note: fieldView(t, state, 'note', t('forms.publication.note'), { type: 'textarea', rows: 3, hint: t('forms.publication.noteHint') }),
    discard: formDeskPaths.discard({ code }),
    errorSummary: errorSummary(t, state.errors),
  };
}
