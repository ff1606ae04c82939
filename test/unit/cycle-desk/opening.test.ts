import { openingChecks, openItems, type OpeningFacts } from '../../../src/features/cycle-desk/opening';
import { theCycle } from '../../support/builders/application';

const now = '2026-10-01T16:00:00.000Z';
const tick = { by: 'Ada', at: now, about: '' };

const ready = (given: Partial<OpeningFacts> = {}): OpeningFacts => ({
  cycle: theCycle({ status: 'draft' }),
  previews: new Map([
    ['en', now],
    ['es', now],
  ]),
  weightsAreWhole: true,
  rubricAbout: 'rubric:2',
  withSeats: new Set(['central', 'south']),
  panels: new Map(['central', 'south'].map((id) => [id, { staff: 1, member: 1, public: 1 }])),
  ticks: [
    { ...tick, item: 'rubric', about: 'rubric:2' },
    { ...tick, item: 'letters_en' },
    { ...tick, item: 'letters_es' },
  ],
  ...given,
});

const faults = (given: Partial<OpeningFacts>, at = now) =>
  openingChecks(ready(given), at).flatMap((check) => check.faults.map(({ kind }) => kind));

describe('the checklist before opening', () => {
  it('is done when all is there', () => {
    expect(openItems(openingChecks(ready(), now))).toEqual([]);
  });

  it.each<[string, Partial<OpeningFacts>, string[]]>([
    ['a form seen in one language only', { previews: new Map([['en', now]]) }, ['preview_es']],
    ['weights that do not sum to 100', { weightsAreWhole: false }, ['weights']],
    ['a rubric that changed after it was read', { rubricAbout: 'rubric:3' }, ['rubricUnread']],
    ['a collaborative without a panel', { panels: new Map([['central', { staff: 1, member: 0, public: 0 }]]) }, ['noPanel']],
    ['a collaborative without seats', { withSeats: new Set(['south']) }, ['noSeats']],
    ['letters nobody read', { ticks: [{ ...tick, item: 'rubric', about: 'rubric:2' }] }, ['letters_en', 'letters_es']],
    ['thirteen days to apply in', { cycle: theCycle({ opensAt: '2026-11-21T16:00:00.000Z' }) }, ['shortWindow']],
    ['fourteen days to apply in', { cycle: theCycle({ opensAt: '2026-11-20T16:00:00.000Z' }) }, []],
    ['dates in the wrong order', { cycle: theCycle({ decisionsOn: '2027-01-14' }) }, ['decisionsFirst']],
  ])('names %s', (_name, given, expected) => {
    expect(faults(given)).toEqual(expected);
  });

  it('finds an opening that is past from its very moment on', () => {
    const { opensAt } = theCycle();
    expect([faults({}, '2026-11-01T15:59:59.999Z'), faults({}, opensAt)]).toEqual([[], ['opensPast']]);
  });

  it('names the collaborative that something is missing for', () => {
    const [seats] = openingChecks(ready({ withSeats: new Set(['south']) }), now).filter(({ item }) => item === 'seats');
    expect(seats?.faults).toEqual([{ kind: 'noSeats', collaborativeId: 'central' }]);
  });
});
