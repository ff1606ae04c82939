import { formatNumber, formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { constituencyText, fits, placeIn, type Board, type BoardCandidate, type Entry } from '../selection';
import type { Named } from './record';
import type { RecordFacts } from './record.queries';
import { scoresView, type ScoresView } from './record-scores.views';

/** What the record says about one applicant. */
export interface PersonRecord extends Named {
  readonly id: string;
  readonly group: string;
  readonly outcome: string;
  /** Rank, seats and reason in words. */
  readonly why: string;
  readonly times: readonly string[];
  /** How often the application was sent, and which time counts. */
  readonly sent: readonly string[];
  /** Null for those who see totals alone. */
  readonly scores: ScoresView | null;
  /** The place on each version of the slate that was sent. */
  readonly places: readonly string[];
}

interface Shown {
  readonly board: Board;
  readonly record: RecordFacts;
  readonly isNamed: boolean;
}

/** One applicant's outcome with all that led to it. */
export function personRecord(t: Translate, shown: Shown, candidate: BoardCandidate): PersonRecord {
  const { record, board, isNamed } = shown;
  const declined = (record.offers.get(candidate.id) ?? []).flatMap(({ declineReason }) => (declineReason === null ? [] : [declineReason]));
  const scores = record.scores?.get(candidate.id) ?? { sheets: [], without: [] };
  return {
    id: candidate.id,
    name: candidate.name,
    reference: candidate.reference,
    group: constituencyText(t, candidate.constituency),
    outcome: t(`selection.candidacy.${candidate.status}`),
    why: whyText(t, shown, candidate),
    words: wordsOf(shown, candidate.id, declined),
    times: timesOf(t, record, candidate.id),
    sent: sentTexts(t, record, candidate.applicationId),
    scores: record.scores === null ? null : scoresView(t, scores, { whose: whoseText(t, shown, candidate), isNamed }),
    places: record.sendings.map((sending) => {
      const place = placeText(t, board, placeIn(sending, candidate.id));
      return t('offers.record.inVersion', { number: sending.number, place });
    }),
  };
}

/** Two people may have one name: the reference tells them apart, and once names are gone the line. */
function whoseText(t: Translate, { board, isNamed }: Shown, candidate: BoardCandidate): { name: string; which: string } {
  if (isNamed) return { name: candidate.name, which: candidate.reference };
  return { name: t('offers.record.noName'), which: String(board.candidates.indexOf(candidate) + 1) };
}

function sentTexts(t: Translate, { sent, formNumber }: RecordFacts, applicationId: string): string[] {
  const times = [...(sent.get(applicationId) ?? [])].reverse();
  if (times.length === 0) return [];
  const each = times.map(({ submittedAt, formNumber: form }, index) =>
    t(index === 0 ? 'offers.record.counts' : 'offers.record.before', { at: formatShortMoment(t, submittedAt), form: form ?? formNumber }),
  );
  return [t('offers.record.sentTimes', { count: times.length }), ...each];
}

/** What people wrote: why somebody was chosen out of rank order, why a seat was declined. */
function wordsOf({ board }: Shown, candidacyId: string, declined: readonly string[]): string | null {
  const why = board.entries.find((entry) => entry.candidacyId === candidacyId)?.reasonWords ?? '';
  const all = [why, ...declined].filter((text) => text !== '');
  return all.length === 0 ? null : all.join(' · ');
}

/** "Ranked 14 of 61 in Families, with 62.5 points from 3 reviews. 4 seats were on offer for this group. Not selected: ..." */
function whyText(t: Translate, { board, record }: Shown, candidate: BoardCandidate): string {
  const peers = board.candidates.filter((one) => one.constituency === candidate.constituency);
  const { weighted, reviews } = candidate.total;
  const rank = t('offers.record.ranked', {
    rank: peers.findIndex((one) => one.id === candidate.id) + 1,
    all: peers.length,
    group: constituencyText(t, candidate.constituency),
    points: weighted === null ? t('selection.board.noTotal') : formatNumber(t.locale, weighted, 1),
    count: reviews,
  });
  const seats = t('offers.record.seats', { count: board.seats.filter((seat) => fits(seat, candidate.constituency)).length });
  const letters = record.letters.get(candidate.id) ?? [];
  const said = letters.map((letter) => t('offers.record.said', { letter: t(`offers.code.${letter.code}`) }));
  const lot = candidate.draw === null ? '' : t('offers.record.lot', { place: candidate.draw.place });
  const first = candidate.hasPriority ? t('offers.record.first') : '';
  const placed = placeText(t, board, placeIn(board, candidate.id));
  return [rank, first, lot, seats, placed, ...said].filter((text) => text !== '').join(' ');
}

/** Where a slate put somebody, with the coded reason; words of one's own stand apart. */
function placeText(t: Translate, board: Board, entry: Entry | null): string {
  if (entry === null) return t('offers.record.notPlaced');
  const seat = board.seats.find(({ id }) => id === entry.seatId);
  const place =
    seat === undefined ? t('offers.record.alternate', { place: entry.alternatePlace ?? 0 }) : t('offers.record.seat', { code: seat.code });
  const coded =
    entry.reason === null || entry.reason === 'words' ? '' : t('offers.record.because', { reason: t(`selection.reason.${entry.reason}`) });
  return [place, coded].filter((text) => text !== '').join(' ');
}

function timesOf(t: Translate, record: RecordFacts, candidacyId: string): string[] {
  const letters = (record.letters.get(candidacyId) ?? []).map((letter) => ({
    at: letter.created_at,
    text: t('offers.record.letterSent', { letter: t(`offers.code.${letter.code}`), at: formatShortMoment(t, letter.created_at) }),
  }));
  const answers = (record.offers.get(candidacyId) ?? []).flatMap(({ status, answeredAt }) =>
    answeredAt === null
      ? []
      : [{ at: answeredAt, text: t.loosely(`offers.board.status.${status}`, { at: formatShortMoment(t, answeredAt) }) }],
  );
  const request = record.requests.get(candidacyId);
  const asked =
    request === undefined ? [] : [{ at: request.askedAt, text: t('offers.record.asked', { at: formatShortMoment(t, request.askedAt) }) }];
  const outcome =
    request?.outcome == null ? [] : [{ at: request.answeredAt ?? '', text: t(`offers.procedure.outcome.${request.outcome}`) }];
  return [...letters, ...answers, ...asked, ...outcome].sort((a, b) => a.at.localeCompare(b.at)).map(({ text }) => text);
}
