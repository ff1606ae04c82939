import { formatDate, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { blankForm, errorSummary, fieldView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { applicationPaths, type Application } from '../applications';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import type { Seat } from '../membership';
import { isOverdue, type Offer } from './offer';
import { offerPaths } from './offer.paths';
import type { OfferQuestion } from './question';

type Row = { readonly label: string; readonly value: string; readonly href: null; readonly change: null };

export interface OfferView extends PageModel {
  readonly kicker: string;
  readonly lead: string;
  readonly facts: readonly Row[];
  readonly answer: { readonly accept: string; readonly decline: string; readonly duties: readonly string[] } | null;
  readonly next: { readonly title: string; readonly text: string; readonly href: string; readonly link: string } | null;
  readonly questions: readonly { readonly words: string; readonly answer: string | null }[];
  readonly ask: { readonly action: string; readonly words: FieldView } | null;
  readonly contact: string;
  readonly back: string;
}

export interface DeclineView extends PageModel {
  readonly action: string;
  readonly back: string;
  readonly lead: string;
  readonly reason: FieldView;
}

declare module '../../web/render' {
  interface Views {
    'offers/offer': OfferView;
    'offers/decline': DeclineView;
  }
}

export interface OfferFacts {
  readonly application: Application;
  readonly offer: Offer;
  readonly seat: Seat;
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly now: Instant;
  readonly questions: readonly OfferQuestion[];
  /** A question that came back. */
  readonly returned: FormState | null;
}

/** The offer as its applicant sees it: what it is, by when to answer, and what came of it. */
export function offerView(t: Translate, facts: OfferFacts): OfferView {
  const { application, offer, collaborative } = facts;
  const ref = { ref: application.reference };
  const state = offer.status === 'open' && isOverdue(offer, facts.now) ? 'lapsed' : offer.status;
  const name = inLocale(collaborative.name, t.locale);
  return {
    title: t(`offers.offer.title.${state}`),
    district: collaborative.slug,
    unlisted: true,
    errorSummary: errorSummary(t, facts.returned?.errors ?? {}),
    kicker: name,
    lead: t.loosely(`offers.offer.lead.${state}`, { by: formatMoment(t, offer.answerBy), name }),
    facts: factRows(t, facts),
    answer:
      state === 'open'
        ? {
            accept: offerPaths.accept(ref),
            decline: offerPaths.askDecline(ref),
            duties: inLocale(collaborative.duties, t.locale)
              .split('\n')
              .filter((line) => line !== ''),
          }
        : null,
    next:
      state === 'accepted'
        ? {
            title: t('offers.offer.nextTitle'),
            text: t('offers.offer.next'),
            href: '/me/onboarding',
            link: t('offers.offer.checklist'),
          }
        : null,
    questions: facts.questions.map(({ words, answer }) => ({ words, answer })),
    ask: state === 'open' ? askForm(t, facts) : null,
    contact: t('offers.offer.contact', { email: collaborative.contactEmail, phone: collaborative.contactPhone }),
    back: applicationPaths.show(ref),
  };
}

const askForm = (t: Translate, { application, returned }: OfferFacts): OfferView['ask'] => ({
  action: offerPaths.ask({ ref: application.reference }),
  words: fieldView(t, returned ?? blankForm(), 'words', t('offers.offer.ask'), {
    type: 'textarea',
    rows: 4,
    hint: t('offers.offer.askHint'),
  }),
});

/** Asks before a seat is given away. */
export const declineView = (t: Translate, { application, collaborative }: OfferFacts): DeclineView => ({
  title: t('offers.decline.title'),
  district: collaborative.slug,
  unlisted: true,
  lead: t('offers.decline.lead', { name: inLocale(collaborative.name, t.locale) }),
  action: offerPaths.decline({ ref: application.reference }),
  back: offerPaths.show({ ref: application.reference }),
  reason: fieldView(t, blankForm(), 'reason', t('offers.decline.reason'), {
    type: 'textarea',
    rows: 3,
    required: false,
    hint: t('offers.decline.reasonHint'),
  }),
});

function factRows(t: Translate, { application, offer, seat, cycle }: OfferFacts): Row[] {
  const dates = { from: formatDate(t.locale, cycle.termStartsOn), until: formatDate(t.locale, cycle.termEndsOn) };
  const rows: [string, string][] = [
    [
      t('offers.offer.seat'),
      t('selection.place.seatOption', { code: seat.code, constituency: t(`common.constituency.${seat.constituency}`) }),
    ],
    [t('offers.emails.offer.term'), t('offers.emails.offer.termDates', dates)],
    ...(offer.status === 'open' ? [[t('offers.emails.offer.answerBy'), formatMoment(t, offer.answerBy)] as [string, string]] : []),
    [t('offers.emails.reference'), application.reference],
  ];
  return rows.map(([label, value]) => ({ label, value, href: null, change: null }));
}
