import { eventsCsv, notesCsv } from '../../../src/features/open-data/data-csv.views';
import { pageBehind, pageOf } from '../../../src/features/open-data/data-page';
import { noteData } from '../../../src/features/open-data/data.views';
import type { OpenNote } from '../../../src/features/open-data/open-note';
import { motionsOf } from '../../../src/features/open-data/popolo-motion';
import type { MinutesRecord } from '../../../src/features/minutes';

const rows = ['a', 'b', 'c'].map((id) => ({ id }));
const ids = (page: { readonly rows: readonly { readonly id: string }[] }): string => page.rows.map(({ id }) => id).join('');

describe('a page of data', () => {
  it('names the last row it shows where there is more, and nothing where it is full to the last row', () => {
    expect([ids(pageOf(rows, 2)), pageOf(rows, 2).after]).toEqual(['ab', 'b']);
    expect([ids(pageOf(rows, 3)), pageOf(rows, 3).after]).toEqual(['abc', null]);
    expect(pageOf([], 3)).toEqual({ rows: [], after: null });
  });

  it('goes on behind an id, in the order of the ids', () => {
    const mixed = [...rows].reverse();
    expect([ids(pageBehind(mixed, '', 2)), ids(pageBehind(mixed, 'b', 2)), ids(pageBehind(mixed, 'c', 2))]).toEqual(['ab', 'c', '']);
  });
});

type Item = MinutesRecord['items'][number];
type Motion = Item['motions'][number];

const motion = (given: Partial<Motion>): Motion => ({
  id: 'motion-1',
  number: 1,
  text: 'To adopt the note',
  mover: 'Ana Reyes',
  seconder: 'Bo Lee',
  status: 'carried',
  decidedAt: '2026-12-04T03:00:00.000Z',
  votes: [],
  ...given,
});
const item = (motions: readonly Motion[]): Item => ({
  id: 'item',
  number: 1,
  kind: 'business',
  title: { en: 'Item' },
  isAction: true,
  outcome: 'decided',
  outcomeWords: '',
  motions,
  actionItems: [],
});
const recordOf = (items: readonly Item[]): MinutesRecord => ({
  format: 1,
  meeting: {
    id: 'meeting-1',
    kind: 'regular',
    title: { en: 'Meeting' },
    startsAt: '2026-12-04T02:00:00.000Z',
    place: '',
    begunAt: null,
    adjournedAt: null,
  },
  attendance: [],
  movements: [],
  quorum: { seats: 3, needed: 2, spans: [] },
  items,
});

describe('a motion of the minutes as Popolo', () => {
  it('counts and names the votes in the words of Popolo, and leaves out why somebody stepped aside', () => {
    const votes: Motion['votes'] = [
      { name: 'Ana', choice: 'yes' },
      { name: 'Bo', choice: 'yes' },
      { name: 'Cy', choice: 'recused', reason: 'canary-reason' },
      { name: 'Di', choice: 'absent' },
    ];
    const [found] = motionsOf(recordOf([item([motion({ votes })])]), 'body');
    expect(found?.vote_events[0]?.counts).toEqual([
      { option: 'yes', value: 2 },
      { option: 'not voting', value: 1 },
      { option: 'absent', value: 1 },
    ]);
    expect(found?.vote_events[0]?.votes[2]).toEqual({ voter: { name: 'Cy' }, option: 'not voting' });
    expect([found?.date, JSON.stringify(found).includes('canary')]).toEqual(['2026-12-03', false]);
  });

  it.each([
    ['carried', 'pass'],
    ['failed', 'fail'],
    ['withdrawn', null],
    ['died', null],
    ['moved', null],
    ['waiting', null],
  ] as const)('%s has the result %s', (status, result) => {
    const [found] = motionsOf(recordOf([item([motion({ status })])]), 'body');
    expect([found?.result, found?.status, found?.vote_events]).toEqual([result, status, []]);
  });

  it('stands once where it decided several items together, and by number', () => {
    const [one, two] = [motion({ together: [1, 2] }), motion({ id: 'motion-2', number: 2 })];
    expect(motionsOf(recordOf([item([two, one]), item([one])]), 'body').map(({ id }) => id)).toEqual(['motion-1', 'motion-2']);
  });
});

const note = (given: Partial<OpenNote> = {}): OpenNote => ({
  id: 'note-1',
  reference: 'C-2026-01',
  collaborativeId: 'body',
  status: 'answered',
  title: { en: '=Guards', es: '' },
  background: { en: 'Why' },
  topic: 'safety',
  addressee: { en: 'Office' },
  adoptedAt: 'a',
  deliveredAt: null,
  acknowledgedAt: null,
  answeredAt: null,
  closedAt: null,
  acknowledgeBy: null,
  answerBy: null,
  sha256: null,
  recommendations: [],
  ...given,
});

describe('the tables', () => {
  const cells = (csv: string): string[][] =>
    csv
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));

  it('have the same columns in each row, one for each recommendation, or one for a note without any', () => {
    const answer = { disposition: 'declined', reasons: { en: 'No money' }, commitment: null } as const;
    const recommendations = [1, 2].map((number) => ({
      id: `r${number}`,
      number,
      text: { en: 'Do' },
      answer: number === 1 ? answer : null,
    }));
    const table = cells(notesCsv([noteData(note({ recommendations }), ''), noteData(note(), '')]));
    expect(table.map((row) => row.length)).toEqual([24, 24, 24, 24]);
    expect(table.slice(1).map((row) => [row[11], row[15], row[16]])).toEqual([
      ['"r1"', '"declined"', '"No money"'],
      ['"r2"', '""', '""'],
      ['""', '""', '""'],
    ]);
  });

  it('hold no formula, and stand with their columns where there is nothing', () => {
    expect(notesCsv([noteData(note(), '')])).toContain(`"'=Guards"`);
    expect(cells(eventsCsv([])).map((row) => row.length)).toEqual([11]);
  });
});
