import { isAway } from '../../../src/features/panels/availability';
import { fileToAssign, reads, verdictKey, type Circumstances } from '../../../src/features/panels/bars';
import type { Verdict } from '../../../src/features/panels/conflict';
import type { Panelist, ReviewFile } from '../../../src/features/panels/file';

const nobody = { email: '', address: '', zip: '', schoolId: '' };

const aFile = (given: Partial<ReviewFile> = {}): ReviewFile => ({
  candidacyId: 'file',
  applicationId: 'application',
  reference: '7KQ4-XM2P',
  cycleId: 'cycle',
  collaborativeId: 'central',
  constituency: 'families',
  locale: 'es',
  party: { ...nobody, personId: 'ana', name: 'Ana Lopez', references: '', organizations: '' },
  reviews: [],
  ...given,
});

const aPanelist = (id: string, given: Partial<Panelist> = {}): Panelist => ({
  id: `member-${id}`,
  cycleId: 'cycle',
  collaborativeId: 'central',
  personId: id,
  kind: 'public',
  acknowledgedAt: null,
  acknowledgedGuide: null,
  languages: [],
  mostFiles: null,
  note: '',
  leftOn: null,
  name: id,
  party: { ...nobody, personId: id, name: id, declared: [] },
  absences: [],
  assigned: 0,
  complete: 0,
  recused: 0,
  ...given,
});

const given = (more: Partial<Circumstances> = {}): Circumstances => ({
  minimum: 3,
  today: '2026-11-21',
  reviewBy: '2026-12-15',
  verdicts: new Map(),
  rebalances: false,
  ...more,
});

const barOf = (panelist: Panelist, file = aFile(), more: Partial<Circumstances> = {}) =>
  fileToAssign(file, [panelist], given(more)).barred.get(panelist.personId);

describe('who may be handed a file', () => {
  it('is nobody who applies, has it, stepped aside, cannot read it or is away throughout', () => {
    expect(barOf(aPanelist('ana'))).toBe('own');
    expect(barOf(aPanelist('rita'), aFile({ reviews: [{ reviewerId: 'rita', status: 'assigned' }] }))).toBe('has_it');
    expect(barOf(aPanelist('rita'), aFile({ reviews: [{ reviewerId: 'rita', status: 'recused' }] }))).toBe('stepped_aside');
    expect(barOf(aPanelist('rita', { languages: ['en'] }))).toBe('language');
    expect(barOf(aPanelist('rita', { languages: ['en', 'es'] }))).toBeUndefined();
    expect(barOf(aPanelist('rita', { absences: [{ fromOn: '2026-11-01', toOn: '2026-12-15' }] }))).toBe('away');
    expect(barOf(aPanelist('rita', { absences: [{ fromOn: '2026-11-01', toOn: '2026-12-14' }] }))).toBeUndefined();
    expect(barOf(aPanelist('rita'))).toBeUndefined();
  });

  it('follows staff: a confirmed conflict bars, a dismissed one does not, and nobody can dismiss an own application', () => {
    const neighbour = aPanelist('rita', { party: { ...nobody, personId: 'rita', name: 'Rita', address: '1 Elm St', declared: [] } });
    const file = aFile({ party: { ...aFile().party, address: '1 elm st' } });
    const decided = (verdict: Verdict, id = 'rita') => ({ verdicts: new Map([[verdictKey('file', id), verdict]]) });
    expect(barOf(neighbour, file)).toBe('conflict');
    expect(barOf(neighbour, file, decided('dismissed'))).toBeUndefined();
    expect(barOf(aPanelist('rosa'), file, decided('confirmed', 'rosa'))).toBe('conflict');
    expect(barOf(aPanelist('ana'), file, decided('dismissed', 'ana'))).toBe('own');
  });

  it('counts what has not been begun as free to move only when rebalancing', () => {
    const reviews = [
      { reviewerId: 'rita', status: 'assigned' as const },
      { reviewerId: 'rosa', status: 'complete' as const },
      { reviewerId: 'gone', status: 'assigned' as const },
    ];
    const panel = [aPanelist('rita'), aPanelist('rosa')];
    expect(fileToAssign(aFile({ reviews }), panel, given())).toMatchObject({ needed: 0, movable: [], released: [] });
    expect(fileToAssign(aFile({ reviews }), panel, given({ rebalances: true }))).toMatchObject({
      needed: 2,
      movable: ['rita'],
      released: ['gone'],
    });
  });

  it('leaves a reviewer who has not said any language free to get any', () => {
    expect([reads({ languages: [] }, 'ko'), reads({ languages: ['ko'] }, 'ko'), reads({ languages: ['en'] }, 'ko')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('being away', () => {
  it('means every day from today to the date, put together from several absences', () => {
    const halves = [
      { fromOn: '2026-12-01', toOn: '2026-12-15' },
      { fromOn: '2026-11-20', toOn: '2026-11-30' },
    ];
    expect(isAway(halves, '2026-11-21', '2026-12-15')).toBe(true);
    expect(isAway(halves, '2026-11-21', '2026-12-16')).toBe(false);
    expect(isAway(halves, '2026-11-19', '2026-12-15')).toBe(false);
    expect(isAway([], '2026-11-21', '2026-12-15')).toBe(false);
  });

  it('counts today alone once the date has passed', () => {
    expect(isAway([{ fromOn: '2026-12-20', toOn: '2026-12-20' }], '2026-12-20', '2026-12-15')).toBe(true);
    expect(isAway([{ fromOn: '2026-12-21', toOn: '2026-12-22' }], '2026-12-20', '2026-12-15')).toBe(false);
  });
});
