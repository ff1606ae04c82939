import { formatDay, formatMoment, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { blankForm, choiceView, errorSummary, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { applicationPaths, deskPaths, type Application, type Candidacy } from '../applications';
import type { Collaborative } from '../collaboratives';
import { cyclePaths, type Cycle } from '../cycles';
import { endOfDayAfter, mayAsk, outcomes, type ProcedureReview } from './procedure';
import { procedurePaths } from './procedure.paths';
import type { NamedRequest } from './procedure.queries';

interface Tag {
  readonly text: string;
  readonly tone: string;
}

export interface ProcedureAskView extends PageModel {
  readonly kicker: string;
  readonly back: string;
  readonly requests: readonly { readonly name: string; readonly tag: Tag; readonly words: string; readonly answer: string | null }[];
  readonly form: { readonly action: string; readonly lead: string; readonly candidacy: ChoiceView; readonly words: FieldView } | null;
}

export interface ProcedureListView extends PageModel {
  readonly kicker: string;
  readonly back: string;
  readonly rows: readonly {
    readonly href: string;
    readonly name: string;
    readonly reference: string;
    readonly asked: string;
    readonly by: string;
    readonly tag: Tag;
  }[];
}

export interface ProcedureView extends PageModel {
  readonly kicker: string;
  readonly back: string;
  readonly application: string;
  readonly tag: Tag;
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: null; readonly change: null }[];
  readonly words: string;
  readonly answer: string | null;
  readonly notice: string | null;
  readonly form: { readonly action: string; readonly version: string; readonly outcome: ChoiceView; readonly words: FieldView } | null;
}

declare module '../../web/render' {
  interface Views {
    'offers/procedure-ask': ProcedureAskView;
    'offers/procedure-list': ProcedureListView;
    'offers/procedure': ProcedureView;
  }
}

/** Where a request stands, with its clock. */
export function requestTag(t: Translate, review: ProcedureReview, now: Instant): Tag {
  if (review.outcome !== null)
    return { text: t(`offers.procedure.outcome.${review.outcome}`), tone: review.outcome === 'upheld' ? 'neutral' : 'success' };
  return now > review.answerBy
    ? { text: t('offers.procedure.overdue'), tone: 'warning' }
    : { text: t('offers.procedure.waiting'), tone: 'info' };
}

interface AskFacts {
  readonly application: Application;
  readonly cycle: Cycle;
  readonly candidacies: readonly Candidacy[];
  readonly names: ReadonlyMap<string, string>;
  readonly reviews: readonly ProcedureReview[];
  readonly state: FormState | null;
  readonly now: Instant;
}

/** An applicant asks whether the rules were followed, and reads the answer. */
export function procedureAskView(t: Translate, facts: AskFacts): ProcedureAskView {
  const { application, cycle, names, now } = facts;
  const asked = new Set(facts.reviews.map(({ candidacyId }) => candidacyId));
  const open = facts.candidacies.filter((one) => !asked.has(one.id) && mayAsk(one, cycle.settings.procedureReviewDays, now));
  return {
    title: t('offers.procedure.askTitle'),
    unlisted: true,
    errorSummary: errorSummary(t, facts.state?.errors ?? {}),
    kicker: inLocale(cycle.name, t.locale),
    back: applicationPaths.show({ ref: application.reference }),
    requests: facts.reviews.map((review) => ({
      name: names.get(review.collaborativeId) ?? '',
      tag: requestTag(t, review, now),
      words: review.words,
      answer: review.answer,
    })),
    form: open.length === 0 ? null : askForm(t, facts, open),
  };
}

function askForm(t: Translate, { application, cycle, names, state }: AskFacts, open: readonly Candidacy[]): ProcedureAskView['form'] {
  const [first] = open;
  const until = endOfDayAfter(first?.decidedAt ?? '', cycle.settings.procedureReviewDays);
  const options = open.map((one) => [one.id, names.get(one.collaborativeId) ?? ''] as const);
  const shown = state ?? blankForm({ candidacy: first?.id ?? '' });
  return {
    action: procedurePaths.ask({ ref: application.reference }),
    lead: t('offers.procedure.askLead', { by: formatDay(t.locale, until) }),
    candidacy: choiceView(t, shown, 'candidacy', t('offers.procedure.which'), options),
    words: fieldView(t, shown, 'words', t('offers.procedure.what'), { type: 'textarea', rows: 8, hint: t('offers.procedure.whatHint') }),
  };
}

interface ListFacts {
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly requests: readonly NamedRequest[];
  readonly now: Instant;
}

export const procedureListView = (t: Translate, { cycle, collaborative, requests, now }: ListFacts): ProcedureListView => ({
  title: t('offers.procedure.listTitle'),
  district: collaborative.slug,
  width: 'wide',
  unlisted: true,
  kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
  back: cyclePaths.show({ code: cycle.code }),
  rows: requests.map((request) => ({
    href: procedurePaths.show({ id: request.id }),
    name: request.name,
    reference: request.reference,
    asked: formatShortMoment(t, request.askedAt),
    by: formatShortMoment(t, request.answerBy),
    tag: requestTag(t, request, now),
  })),
});

interface Facts {
  readonly review: ProcedureReview;
  readonly application: Application;
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly answeredBy: string | null;
  readonly mayAnswer: boolean;
  readonly state: FormState | null;
  readonly now: Instant;
}

/** One request for who looks after it. */
export function procedureView(t: Translate, facts: Facts): ProcedureView {
  const { review, application, cycle, collaborative } = facts;
  const isOpen = review.status === 'received';
  return {
    title: t('offers.procedure.title', { name: application.name }),
    district: collaborative.slug,
    unlisted: true,
    errorSummary: errorSummary(t, facts.state?.errors ?? {}),
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    back: procedurePaths.list({ code: cycle.code, slug: collaborative.slug }),
    application: deskPaths.show({ ref: application.reference }),
    tag: requestTag(t, review, facts.now),
    facts: factRows(t, facts),
    words: review.words,
    answer: review.answer,
    notice: isOpen && !facts.mayAnswer ? t('offers.denied.involved') : null,
    form: isOpen && facts.mayAnswer ? answerForm(t, facts) : null,
  };
}

function factRows(t: Translate, { review, application, answeredBy }: Facts): ProcedureView['facts'] {
  const rows: (readonly [string, string | null])[] = [
    [t('offers.emails.reference'), application.reference],
    [t('offers.procedure.asked'), formatMoment(t, review.askedAt)],
    [t('offers.procedure.answerBy'), formatMoment(t, review.answerBy)],
    [t('offers.procedure.answeredAt'), review.answeredAt === null ? null : formatMoment(t, review.answeredAt)],
    [t('offers.procedure.answeredBy'), answeredBy],
  ];
  return rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value, href: null, change: null }]));
}

function answerForm(t: Translate, { review, state }: Facts): ProcedureView['form'] {
  const shown = state ?? blankForm();
  const options = outcomes.map((one) => [one, t(`offers.procedure.outcome.${one}`), t(`offers.procedure.outcomeHint.${one}`)] as const);
  return {
    action: procedurePaths.answer({ id: review.id }),
    version: String(review.version),
    outcome: choiceView(t, shown, 'outcome', t('offers.procedure.outcomeLabel'), options),
    words: fieldView(t, shown, 'words', t('offers.procedure.answerWords'), {
      type: 'textarea',
      rows: 6,
      hint: t('offers.procedure.answerHint'),
    }),
  };
}
