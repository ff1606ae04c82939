import { formatMoment, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { dateOf, plusDays } from '../../lib/time';
import { blankForm, errorSummary, fieldView, type FieldView, type FormState } from '../../web/form-view';
import type { PageModel } from '../../web/render';
import { deskPaths, type Application } from '../applications';
import type { Collaborative } from '../collaboratives';
import type { Cycle } from '../cycles';
import type { Seat } from '../membership';
import type { Offer } from './offer';
import { offerPaths } from './offer.paths';
import type { OfferQuestion } from './question';

interface Row {
  readonly label: string;
  readonly value: string;
  readonly href: null;
  readonly change: null;
}

export interface OfferDeskView extends PageModel {
  readonly kicker: string;
  readonly back: string;
  readonly application: string;
  readonly facts: readonly Row[];
  readonly questions: readonly {
    readonly words: string;
    readonly at: string;
    readonly answer: string | null;
    readonly form: { readonly action: string; readonly version: string; readonly words: FieldView } | null;
  }[];
  readonly extension: { readonly action: string; readonly version: string; readonly until: FieldView; readonly reason: FieldView } | null;
}

declare module '../../web/render' {
  interface Views {
    'offers/desk': OfferDeskView;
  }
}

export interface DeskFacts {
  readonly application: Application;
  readonly offer: Offer;
  readonly seat: Seat;
  readonly cycle: Cycle;
  readonly collaborative: Collaborative;
  readonly questions: readonly OfferQuestion[];
  readonly mayManage: boolean;
  /** A form that came back, by what it is about: a question's id, or `extension`. */
  readonly returned: { readonly of: string; readonly state: FormState } | null;
}

/** One offer for staff: what was asked, and more time. */
export function offerDeskView(t: Translate, facts: DeskFacts): OfferDeskView {
  const { application, offer, collaborative, cycle } = facts;
  return {
    title: t('offers.desk.title', { name: application.name }),
    district: collaborative.slug,
    unlisted: true,
    errorSummary: errorSummary(t, facts.returned?.state.errors ?? {}),
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    back: offerPaths.board({ code: cycle.code, slug: collaborative.slug }),
    application: deskPaths.show({ ref: application.reference }),
    facts: factRows(t, facts),
    questions: facts.questions.map((question) => questionView(t, facts, question)),
    extension: facts.mayManage && offer.status === 'open' ? extensionForm(t, facts) : null,
  };
}

function factRows(t: Translate, { application, offer, seat }: DeskFacts): Row[] {
  const answered = offer.answeredAt === null ? '' : formatShortMoment(t, offer.answeredAt);
  const rows: (readonly [string, string | null])[] = [
    [t('offers.emails.reference'), application.reference],
    [
      t('offers.offer.seat'),
      t('selection.place.seatOption', { code: seat.code, constituency: t(`common.constituency.${seat.constituency}`) }),
    ],
    [t('offers.board.offeredAt'), formatShortMoment(t, offer.offeredAt)],
    [t('offers.board.by'), formatMoment(t, offer.answerBy)],
    [t('offers.board.answer'), t.loosely(`offers.board.status.${offer.status}`, { at: answered })],
    [t('offers.decline.reason'), offer.declineReason],
    [t('offers.desk.extended'), offer.extensionReason],
    [t('offers.desk.phone'), typeof application.answers['phone'] === 'string' ? application.answers['phone'] : null],
    [t('offers.desk.email'), application.email],
  ];
  return rows.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value, href: null, change: null }]));
}

function questionView(t: Translate, facts: DeskFacts, question: OfferQuestion): OfferDeskView['questions'][number] {
  const state = facts.returned?.of === question.id ? facts.returned.state : blankForm();
  // One at a time, the oldest first: each form's fields have the same names.
  const mayAnswer = facts.mayManage && facts.questions.find(({ status }) => status === 'asked')?.id === question.id;
  return {
    words: question.words,
    at: formatShortMoment(t, question.askedAt),
    answer: question.answer,
    form: mayAnswer
      ? {
          action: offerPaths.answer({ id: question.id }),
          version: String(question.version),
          words: fieldView(t, state, 'words', t('offers.desk.answer'), { type: 'textarea', rows: 4, hint: t('offers.desk.answerHint') }),
        }
      : null,
  };
}

function extensionForm(t: Translate, { offer, returned }: DeskFacts): OfferDeskView['extension'] {
  const state = returned?.of === 'extension' ? returned.state : blankForm({ until: plusDays(dateOf(offer.answerBy), 5) });
  return {
    action: offerPaths.extension({ id: offer.id }),
    version: String(offer.version),
    until: fieldView(t, state, 'until', t('offers.desk.until'), { type: 'date', narrow: true }),
    reason: fieldView(t, state, 'reason', t('offers.desk.reason'), { type: 'textarea', rows: 3 }),
  };
}
