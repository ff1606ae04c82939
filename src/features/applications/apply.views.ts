import { formatDate, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import { cyclePaths, type Cycle, type SeatsOnOffer } from '../cycles';
import { eligibilityPaths } from '../eligibility';
import type { Application } from './application';
import { applicationPaths, applyPaths } from './application.paths';

interface OpenCycleView {
  readonly name: string;
  readonly closes: string;
  readonly decisions: string;
  readonly term: string;
  readonly seats: readonly { readonly slug: string; readonly area: string; readonly text: string }[];
  readonly beginHref: string;
  readonly rubricHref: string;
}

interface StartView {
  readonly title: string;
  readonly cycles: readonly OpenCycleView[];
  readonly continueHref: string | null;
  readonly askHref: string;
}

interface AskForLinkView {
  readonly title: string;
  readonly field: FieldView;
  readonly isSent: boolean;
  readonly isSpent: boolean;
  readonly errorSummary: ErrorSummary | null;
}

interface OpenLinkView {
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly button: string;
}

declare module '../../web/render' {
  interface Views {
    'applications/start': StartView;
    'applications/ask-for-link': AskForLinkView;
    'applications/open-link': OpenLinkView;
  }
}

interface Area {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}

export interface OpenCycle {
  readonly cycle: Cycle;
  readonly offered: readonly SeatsOnOffer[];
}

/** The page before the first question. */
export function startView(
  t: Translate,
  open: readonly OpenCycle[],
  more: { readonly areas: readonly Area[]; readonly continueHref: string | null },
): StartView {
  return {
    title: t('applications.start.title'),
    cycles: open.map(({ cycle, offered }) => ({
      name: inLocale(cycle.name, t.locale),
      closes: t('applications.start.closes', { moment: formatMoment(t, cycle.closesAt) }),
      decisions: t('applications.start.decisions', { date: formatDate(t.locale, cycle.decisionsOn) }),
      term: t('applications.start.term', { from: formatDate(t.locale, cycle.termStartsOn), to: formatDate(t.locale, cycle.termEndsOn) }),
      seats: more.areas.flatMap((area) => seatsOf(t, area, offered)),
      beginHref: withQuery(eligibilityPaths.ask(), { cycle: cycle.code }),
      rubricHref: cyclePaths.rubric({ code: cycle.code }),
      paperHref: applyPaths.paper({ code: cycle.code }),
    })),
    continueHref: more.continueHref,
    askHref: applyPaths.askForLink(),
  };
}

function seatsOf(t: Translate, { id, slug, name }: Area, offered: readonly SeatsOnOffer[]) {
  const own = offered.filter((offer) => offer.collaborativeId === id);
  if (own.length === 0) return [];
  const text = own
    .map((offer) => t('cycles.show.seatCount', { constituency: t(`common.constituency.${offer.constituency}`), count: offer.count }))
    .join(' · ');
  return [{ slug, area: name, text }];
}

export const askForLinkView = (
  t: Translate,
  form: FormState,
  state: { readonly isSent: boolean; readonly isSpent: boolean },
): AskForLinkView => ({
  title: state.isSent ? t('applications.link.sentTitle') : state.isSpent ? t('applications.link.spentTitle') : t('applications.link.title'),
  field: fieldView(t, form, 'email', t('applications.link.email'), { type: 'email', autocomplete: 'email', inputmode: 'email' }),
  ...state,
  errorSummary: errorSummary(t, form.errors),
});

/** What a link from a mail shows: opening it changes nothing, the button does. */
export const openLinkView = (t: Translate, which: 'resume' | 'status', action: string): OpenLinkView => ({
  title: t(`applications.link.${which}.title`),
  lead: t(`applications.link.${which}.lead`),
  action,
  button: t(`applications.link.${which}.button`),
});

export const confirmationHref = (application: Pick<Application, 'reference'>): string =>
  applicationPaths.confirmation({ ref: application.reference });

/** What the link to apply again shows: its button begins the application. */
export const againView = (t: Translate, action: string): OpenLinkView => ({
  title: t('interest.again.title'),
  lead: t('interest.again.lead'),
  action,
  button: t('interest.again.button'),
});
