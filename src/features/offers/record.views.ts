import { formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { groupBy } from '../../lib/group';
import { inLocale } from '../../lib/local-text';
import { numberedPage } from '../../lib/numbered-pages';
import { withQuery } from '../../lib/path';
import type { Instant } from '../../lib/time';
import { pageNumbers, type PageNumbers } from '../../web/page-numbers';
import type { PageModel } from '../../web/render';
import { toneOfCandidacy } from '../applications';
import { approvalPaths, constituencyText, slatePaths, type Board, type BoardCandidate } from '../selection';
import { isListed, withoutNames, type Named, type RecordFilter } from './record';
import { personRecord, type PersonRecord } from './record-person.views';
import { saysNames, slateRecordView, type SlateRecordView } from './record-slate.views';
import type { RecordFacts, SlateFacts } from './record.queries';
import { releasePaths } from './release.paths';

type Tag = { readonly text: string; readonly tone: string };

/** An applicant in the list. */
interface Row extends Named {
  readonly id: string;
  readonly href: string;
  readonly rank: string;
  readonly outcome: Tag;
}

interface RecordPage extends PageModel, SlateRecordView {
  readonly kicker: string;
  readonly back: { readonly href: string; readonly text: string };
  /** That the reader's own application is not shown. */
  readonly own: string | null;
}

export interface RecordListView extends RecordPage {
  readonly address: string;
  readonly full: string;
  readonly tabs: readonly { readonly href: string; readonly text: string; readonly isCurrent: boolean }[];
  /** What is looked for; null once there are no names to look for. */
  readonly text: string | null;
  readonly outcome: string;
  readonly count: string;
  readonly rows: readonly Row[];
  readonly pages: PageNumbers | null;
}

export interface FullRecordView extends RecordPage {
  /** One person, or everybody. */
  readonly isWhole: boolean;
  readonly people: readonly PersonRecord[];
}

declare module '../../web/render' {
  interface Views {
    'offers/record': RecordListView;
    'offers/record-full': FullRecordView;
  }
}

interface Reading {
  readonly board: Board;
  /** Nobody reads of their own application here. */
  readonly readerId: string | null;
  /** Whether the letters are a page of the reader's, too: not of the approver's. */
  readonly seesLetters: boolean;
  readonly now: Instant;
}

const listed = 25;

/** The record of the decisions of a collaborative: how it decided, and a line for each applicant. */
export function recordView(
  t: Translate,
  { filter, record, ...reading }: Reading & { readonly filter: RecordFilter; readonly record: SlateFacts },
): RecordListView {
  const { board, now } = reading;
  const params = { code: board.cycle.code, slug: board.collaborative.slug };
  const isNamed = saysNames(board, now);
  const text = isNamed ? filter.text : '';
  const people = othersThan(reading);
  const shown = people.filter((person) => isListed({ ...filter, text }, person));
  const page = numberedPage(shown, filter.page, listed);
  const at = (query: Partial<RecordFilter>): string => {
    const { outcome, page: number } = { ...filter, page: 1, ...query };
    return withQuery(releasePaths.record(params), { outcome, q: text, page: number === 1 ? '' : number });
  };
  return {
    ...pageOf(t, reading, { title: t('offers.record.title'), ...backOf(t, reading) }),
    ...slateRecordView(t, board, record, isNamed),
    address: releasePaths.record(params),
    full: releasePaths.fullRecord(params),
    tabs: tabsOf(t, people, filter, at),
    text: isNamed ? text : null,
    outcome: filter.outcome,
    count: t('selection.board.showing', { count: shown.length, all: people.length }),
    rows: rowsOf(t, reading, page.rows, isNamed),
    pages: pageNumbers(t, page, (number) => `${at({ page: number })}#people`),
  };
}

/** All that is known of how each of these people, or all, were decided on; without names once their time is over. */
export function fullRecordView(
  t: Translate,
  { only, record, ...reading }: Reading & { readonly only: string | null; readonly record: RecordFacts },
): FullRecordView {
  const { board, now } = reading;
  const params = { code: board.cycle.code, slug: board.collaborative.slug };
  const isNamed = saysNames(board, now);
  const wanted = othersThan(reading).filter(({ id }) => only === null || id === only);
  const people = wanted.map((candidate) => personRecord(t, { board, record, isNamed }, candidate));
  const title = t(only === null ? 'offers.record.title' : 'offers.record.onePerson');
  return {
    ...pageOf(t, reading, { title, href: releasePaths.record(params), text: t('offers.record.back') }),
    ...slateRecordView(t, board, record, isNamed),
    isWhole: only === null,
    people: isNamed ? people : withoutNames(people),
  };
}

const backOf = (t: Translate, { board: { cycle, collaborative, slate }, seesLetters }: Reading) =>
  seesLetters
    ? { href: slatePaths.release({ code: cycle.code, slug: collaborative.slug }), text: t('offers.letterPage.back') }
    : { href: approvalPaths.show({ id: slate.id }), text: t('offers.record.backToSlate') };

type Frame = Pick<RecordPage, 'title' | 'district' | 'width' | 'unlisted' | 'kicker' | 'back' | 'own'>;

function pageOf(t: Translate, { board, readerId }: Reading, { title, ...back }: { title: string; href: string; text: string }): Frame {
  const { cycle, collaborative, candidates } = board;
  return {
    title,
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    kicker: `${inLocale(collaborative.area, t.locale)} · ${inLocale(cycle.name, t.locale)}`,
    back,
    own: candidates.some((candidate) => isOwn(candidate, readerId)) ? t('offers.record.own') : null,
  };
}

const isOwn = ({ personId }: BoardCandidate, readerId: string | null): boolean => personId !== null && personId === readerId;

/** Everyone but the reader, one constituency after the other, each by rank. */
function othersThan({ board: { candidates }, readerId }: Reading): BoardCandidate[] {
  const groups = groupBy(candidates, ({ constituency }) => constituency);
  return [...groups.keys()]
    .sort()
    .flatMap((group) => groups.get(group) ?? [])
    .filter((candidate) => !isOwn(candidate, readerId));
}

function tabsOf(
  t: Translate,
  people: readonly BoardCandidate[],
  filter: RecordFilter,
  at: (query: Partial<RecordFilter>) => string,
): RecordListView['tabs'] {
  const groups = groupBy(people, ({ status }) => status);
  const tab = (outcome: string, text: string) => ({ href: at({ outcome }), text, isCurrent: outcome === filter.outcome });
  return [
    tab('', t('offers.record.everyone', { count: people.length })),
    ...[...groups.entries()].map(([status, own]) =>
      tab(status, t('offers.record.tab', { outcome: t.loosely(`selection.candidacy.${status}`), count: own.length })),
    ),
  ];
}

function rowsOf(t: Translate, { board }: Reading, shown: readonly BoardCandidate[], isNamed: boolean): Row[] {
  const params = { code: board.cycle.code, slug: board.collaborative.slug };
  const groups = groupBy(board.candidates, ({ constituency }) => constituency);
  const rows = shown.map((candidate): Row => {
    const peers = groups.get(candidate.constituency) ?? [];
    const { weighted } = candidate.total;
    return {
      id: candidate.id,
      href: releasePaths.personRecord({ ...params, id: candidate.id }),
      name: candidate.name,
      reference: candidate.reference,
      words: null,
      rank: t('offers.record.rank', {
        group: constituencyText(t, candidate.constituency),
        rank: peers.indexOf(candidate) + 1,
        all: peers.length,
        points: weighted === null ? t('selection.board.noTotal') : formatNumber(t.locale, weighted, 1),
      }),
      outcome: { text: t(`selection.candidacy.${candidate.status}`), tone: toneOfCandidacy[candidate.status] },
    };
  });
  return isNamed ? rows : withoutNames(rows);
}
