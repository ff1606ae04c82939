import { formatDay, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { PageModel } from '../../web/render';
import { constituencyText, fits, slatePaths, type Board } from '../selection';
import type { BoardOffer, PhoneAttempts } from './live-board.queries';
import { nextInLine, type AlternateInLine } from './offer';
import { offerPaths } from './offer.paths';
import { releasePaths } from './release.paths';
import type { FreeSeat } from './settle.queries';

interface OfferRow {
  readonly href: string;
  readonly name: string;
  readonly reference: string;
  readonly seat: string;
  readonly since: string;
  readonly by: string;
  readonly reminders: string;
  /** How often they were phoned, and how the last call ended; null: not yet. */
  readonly calls: string | null;
  readonly question: string | null;
  readonly answer: { readonly text: string; readonly tone: string };
  readonly answeredOn: string;
  readonly reason: string | null;
}

export interface LiveBoardView extends PageModel {
  readonly kicker: string;
  readonly back: string;
  readonly refresh: string;
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly asOf: string;
  readonly numbers: readonly { readonly number: string; readonly label: string }[];
  readonly unanswered: readonly OfferRow[];
  readonly answered: readonly OfferRow[];
  readonly free: readonly {
    readonly seat: string;
    readonly next: string;
    readonly form: { readonly action: string; readonly seat: string; readonly candidacy: string; readonly button: string } | null;
  }[];
  readonly alternates: readonly { readonly group: string; readonly names: readonly string[] }[];
}

declare module '../../web/render' {
  interface Views {
    'offers/board': LiveBoardView;
  }
}

interface Facts {
  readonly board: Board;
  readonly offers: readonly BoardOffer[];
  readonly calls: ReadonlyMap<string, PhoneAttempts>;
  readonly free: readonly FreeSeat[];
  readonly alternates: readonly AlternateInLine[];
  readonly now: Instant;
  readonly mayOffer: boolean;
}

const toneOf = { open: 'info', accepted: 'success', declined: 'neutral', lapsed: 'warning' } as const;

/** Who has answered their offer and who has not, the seats, and who is next. */
export function liveBoardView(t: Translate, facts: Facts): LiveBoardView {
  const { board, offers } = facts;
  const params = { code: board.cycle.code, slug: board.collaborative.slug };
  const rows = offers.map((offer) => ({ offer, row: offerRow(t, offer, facts.calls.get(offer.id)) }));
  return {
    title: t('offers.board.title'),
    district: board.collaborative.slug,
    width: 'wide',
    unlisted: true,
    kicker: `${inLocale(board.collaborative.area, t.locale)} · ${inLocale(board.cycle.name, t.locale)}`,
    back: slatePaths.board(params),
    refresh: offerPaths.board(params),
    links: [
      { href: offerPaths.calls(params), text: t('offers.board.toPhone') },
      { href: offerPaths.alternates(params), text: t('offers.alternates.link') },
      ...(board.slate.status === 'released' ? [{ href: releasePaths.record(params), text: t('offers.record.title') }] : []),
    ],
    asOf: t('offers.board.asOf', { at: formatShortMoment(t, facts.now) }),
    numbers: numbersOf(t, facts),
    unanswered: rows.filter(({ offer }) => offer.status === 'open').map(({ row }) => row),
    answered: rows
      .filter(({ offer }) => offer.status !== 'open')
      .map(({ row }) => row)
      .reverse(),
    free: facts.free.map((seat) => freeSeat(t, facts, seat)),
    alternates: alternatesOf(t, facts),
  };
}

function numbersOf(t: Translate, { board, offers, free }: Facts): LiveBoardView['numbers'] {
  const count = (status: BoardOffer['status']): number => offers.filter((offer) => offer.status === status).length;
  const filled = board.seats.length - free.length - count('open');
  const of = (label: string, number: number) => ({ label, number: String(Math.max(0, number)) });
  return [
    of(t('offers.board.open'), count('open')),
    of(t('offers.board.accepted'), count('accepted')),
    of(t('offers.board.declined'), count('declined')),
    of(t('offers.board.lapsed'), count('lapsed')),
    { label: t('offers.board.filled'), number: t('offers.board.of', { some: Math.max(0, filled), all: board.seats.length }) },
  ];
}

const offerRow = (t: Translate, offer: BoardOffer, calls: PhoneAttempts | undefined): OfferRow => ({
  href: offerPaths.desk({ id: offer.id }),
  name: offer.name,
  reference: offer.reference,
  seat: t('offers.board.seat', { code: offer.seatCode }),
  since: t('offers.board.since', { day: formatDay(t.locale, offer.offeredAt, 'shortDate') }),
  by: formatDay(t.locale, offer.answerBy, 'shortDate'),
  reminders: t('offers.board.reminders', { count: offer.reminders }),
  calls: calls === undefined ? null : callsText(t, calls),
  question: offer.openQuestions === 0 ? null : t('offers.board.asks'),
  answer: { text: answerText(t, offer), tone: toneOf[offer.status] },
  answeredOn: formatDay(t.locale, offer.answeredAt ?? offer.answerBy, 'shortDate'),
  reason: offer.declineReason,
});

const callsText = (t: Translate, { calls, outcome, at, by }: PhoneAttempts): string =>
  t('outreach.calls.last', {
    count: calls,
    outcome: t.loosely(`outreach.calls.outcomes.${outcome}`),
    moment: formatDay(t.locale, at, 'shortDate'),
    name: by ?? t('history.erased'),
  });

function answerText(t: Translate, { status, answeredVia }: BoardOffer): string {
  const text = t(`offers.board.state.${status}`);
  return answeredVia === 'phone' ? t('offers.board.byPhone', { text }) : text;
}

function freeSeat(t: Translate, facts: Facts, seat: FreeSeat): LiveBoardView['free'][number] {
  const next = nextInLine(facts.alternates, (constituency) => fits(seat, constituency));
  const params = { code: facts.board.cycle.code, slug: facts.board.collaborative.slug };
  const name = nameOf(facts, next?.candidacyId);
  return {
    seat: t('selection.place.seatOption', { code: seat.code, constituency: constituencyText(t, seat.constituency) }),
    next: next === null ? t('offers.board.nobody') : t('offers.board.next', { name }),
    form:
      next === null || !facts.mayOffer
        ? null
        : { action: offerPaths.next(params), seat: seat.id, candidacy: next.candidacyId, button: t('offers.board.offerButton', { name }) },
  };
}

function alternatesOf(t: Translate, facts: Facts): LiveBoardView['alternates'] {
  const line = [...facts.alternates].sort((a, b) => a.place - b.place || a.candidacyId.localeCompare(b.candidacyId));
  const groups = [...new Set(line.map(({ constituency }) => constituency))].sort();
  return groups.map((constituency) => ({
    group: constituencyText(t, constituency),
    names: line
      .filter((one) => one.constituency === constituency)
      .map((one) => {
        const name = nameOf(facts, one.candidacyId);
        return one.isTaken ? t('offers.board.bound', { name }) : name;
      }),
  }));
}

const nameOf = ({ board }: Facts, candidacyId: string | undefined): string =>
  board.candidates.find((candidate) => candidate.id === candidacyId)?.name ?? '';
