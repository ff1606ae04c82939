import { formatShortMoment, formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { Instant } from '../../lib/time';
import { fieldView, errorSummary, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import { listsOf, type Lists, type Preview } from './preview';
import type { ErasureRequest, Hold, ListedRequest } from './request.queries';
import { retentionRules, type RuleName } from './retention';
import type { DryRun } from './rights.actions';
import { rightsPaths } from './rights.paths';

interface Crumb {
  readonly text: string;
  readonly href: string;
}

export interface MyDataView extends Lists {
  readonly title: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly Crumb[];
  readonly download: Crumb;
  readonly request: string | null;
  readonly action: string | null;
}

export interface RightsDeskView {
  readonly title: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly Crumb[];
  readonly requests: readonly { readonly href: string; readonly name: string; readonly line: string }[];
  readonly search: FieldView;
  readonly searchAction: string;
  readonly found: readonly { readonly name: string; readonly id: string; readonly label: string }[];
  readonly asking: string;
  readonly retention: Crumb;
}

export interface RightsRequestView extends Lists {
  readonly title: string;
  readonly kicker: string;
  readonly unlisted: boolean;
  readonly errorSummary: ErrorSummary | null;
  readonly breadcrumbs: readonly Crumb[];
  readonly state: string;
  readonly forms: { readonly version: string; readonly erase: string | null; readonly refuse: string; readonly words: FieldView } | null;
}

export interface RetentionView {
  readonly title: string;
  readonly unlisted: boolean;
  readonly errorSummary: ErrorSummary | null;
  readonly breadcrumbs: readonly Crumb[];
  readonly rules: readonly {
    readonly name: string;
    readonly text: string;
    readonly last: string | null;
    readonly run: { readonly action: string; readonly rule: string; readonly fingerprint: string; readonly text: string } | null;
    readonly now: string | null;
  }[];
  readonly holds: readonly { readonly text: string; readonly line: string; readonly end: string }[];
  readonly hold: { readonly action: string; readonly reason: FieldView; readonly email: FieldView };
}

declare module '../../web/render' {
  interface Views {
    'rights/mine': MyDataView;
    'rights/desk': RightsDeskView;
    'rights/request': RightsRequestView;
    'rights/retention': RetentionView;
  }
}

/** A person's own data: a copy of it, and how to have it erased. */
export function myDataView(t: Translate, preview: Preview, request: ErasureRequest | undefined): MyDataView {
  const waits = request?.status === 'asked';
  return {
    ...listsOf(t, preview),
    title: t('rights.mine.title'),
    unlisted: true,
    breadcrumbs: [{ text: t('layout.navigation.me'), href: '/me' }],
    download: { text: t('rights.mine.download'), href: rightsPaths.export() },
    request: request === undefined ? null : requestText(t, request),
    action: waits ? null : rightsPaths.erasure(),
  };
}

function requestText(t: Translate, request: ErasureRequest): string {
  if (request.status === 'asked') return t('rights.mine.asked', { date: formatDay(t.locale, request.askedAt) });
  return t('rights.mine.refused', { date: formatDay(t.locale, request.decidedAt ?? request.askedAt), words: request.words });
}

const adminCrumb = (t: Translate): Crumb => ({ text: t('layout.navigation.admin'), href: '/admin' });

interface Found {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** Every request, and the search for somebody who asks on paper or by phone. */
export function rightsDeskView(t: Translate, requests: readonly ListedRequest[], found: readonly Found[], form: FormState): RightsDeskView {
  return {
    title: t('rights.desk.title'),
    unlisted: true,
    breadcrumbs: [adminCrumb(t)],
    requests: requests.map((request) => ({
      href: rightsPaths.request({ id: request.id }),
      name: request.name,
      line: t('rights.desk.line', { state: t(`rights.state.${request.status}`), date: formatShortMoment(t, request.askedAt) }),
    })),
    search: fieldView(t, form, 'q', t('rights.desk.search'), { type: 'search', required: false, hint: t('rights.desk.searchHint') }),
    searchAction: rightsPaths.desk(),
    found: found.map(({ id, name, email }) => ({
      id,
      name: email === null ? name : `${name} (${email})`,
      label: t('rights.desk.askFor', { name }),
    })),
    asking: rightsPaths.asking(),
    retention: { text: t('rights.retention.title'), href: rightsPaths.retention() },
  };
}

/** One request: what would go, what stays and why, and the decision. */
export function rightsRequestView(
  t: Translate,
  request: ListedRequest,
  preview: Preview,
  { form, mayDecide }: { form: FormState; mayDecide: boolean },
): RightsRequestView {
  const isOpen = request.status === 'asked';
  return {
    ...listsOf(t, preview),
    title: t('rights.request.title', { name: request.name }),
    kicker: t(`rights.state.${request.status}`),
    unlisted: true,
    errorSummary: errorSummary(t, form.errors),
    breadcrumbs: [adminCrumb(t), { text: t('rights.desk.title'), href: rightsPaths.desk() }],
    state: t('rights.request.asked', { date: formatShortMoment(t, request.askedAt) }),
    forms:
      isOpen && mayDecide
        ? {
            version: String(request.version),
            erase: preview.blocks.length === 0 ? rightsPaths.doing({ id: request.id }) : null,
            refuse: rightsPaths.refusal({ id: request.id }),
            words: fieldView(t, form, 'words', t('rights.request.words'), {
              type: 'textarea',
              rows: 3,
              hint: t('rights.request.wordsHint'),
            }),
          }
        : null,
  };
}

interface Kept {
  readonly runs: readonly DryRun[];
  readonly last: ReadonlyMap<string, Instant>;
  readonly holds: readonly Hold[];
  readonly form: FormState;
}

/** How long each kind of record is kept, what is past its time today, and the holds. */
export function retentionView(t: Translate, { runs, last, holds, form }: Kept): RetentionView {
  return {
    title: t('rights.retention.title'),
    unlisted: true,
    errorSummary: errorSummary(t, form.errors),
    breadcrumbs: [adminCrumb(t)],
    rules: retentionRules.map(({ name }) => ruleLine(t, name, runs, last)),
    holds: holds.map((hold) => ({
      text: hold.reason,
      line: t('rights.retention.holdLine', { whose: hold.name ?? t('rights.retention.everybody'), date: formatDay(t.locale, hold.putAt) }),
      end: rightsPaths.holdEnd({ id: hold.id }),
    })),
    hold: {
      action: rightsPaths.holds(),
      reason: fieldView(t, form, 'reason', t('rights.retention.reason')),
      email: fieldView(t, form, 'email', t('rights.retention.whose'), { required: false, hint: t('rights.retention.whoseHint') }),
    },
  };
}

function ruleLine(t: Translate, name: RuleName, runs: readonly DryRun[], last: Kept['last']): RetentionView['rules'][number] {
  const run = runs.find(({ rule }) => rule === name);
  const at = last.get(name);
  return {
    name: t(`rights.rules.${name}.name`),
    text: t(`rights.rules.${name}.text`),
    last: at === undefined ? null : t('rights.retention.last', { date: formatShortMoment(t, at) }),
    now: run === undefined ? null : t('rights.retention.now', { count: run.count }),
    run:
      run === undefined || run.count === 0
        ? null
        : { action: rightsPaths.run(), rule: name, fingerprint: run.fingerprint, text: t('rights.retention.run', { count: run.count }) },
  };
}
