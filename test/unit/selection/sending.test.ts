import { hasPriority } from '../../../src/features/selection/priority';
import { differencesOf, placeIn } from '../../../src/features/selection/sending';
import type { Entry } from '../../../src/features/selection/slate';

const inSeat = (candidacyId: string, seatId = 's1'): Entry => ({
  candidacyId,
  seatId,
  alternatePlace: null,
  reason: null,
  reasonWords: null,
});
const waits = (candidacyId: string, alternatePlace: number): Entry => ({ ...inSeat(candidacyId), seatId: null, alternatePlace });

describe('what changed between two versions that were sent', () => {
  const told = (before: Entry[], after: Entry[]) => differencesOf(before, after).map(({ candidacyId, kind }) => `${candidacyId} ${kind}`);

  it('names who came, went, moved up into a seat or changed place, and nobody else', () => {
    expect(told([inSeat('a'), waits('b', 1), waits('c', 2)], [inSeat('b'), waits('c', 1), waits('d', 2)])).toEqual([
      'b seated',
      'c moved',
      'd madeAlternate',
      'a taken_off',
    ]);
    expect(told([inSeat('a')], [waits('a', 1)])).toEqual(['a madeAlternate']);
  });

  it('is nothing where the same people sit, in whichever seat', () => {
    expect(told([inSeat('a', 's1'), waits('b', 1)], [inSeat('a', 's2'), waits('b', 1)])).toEqual([]);
  });
});

describe('a version that was sent', () => {
  it('knows where it put somebody, and that it did not', () => {
    const version = { entries: [inSeat('a', 's1'), waits('b', 1)] };
    expect([placeIn(version, 'a')?.seatId, placeIn(version, 'b')?.alternatePlace, placeIn(version, 'c')]).toEqual(['s1', 1, null]);
  });
});

describe('the priority rule', () => {
  const where = (school: string, area: string, schoolArea: string | null) => ({ school, area, schoolArea });
  const ground = { collaborativeId: 'central', represented: new Set(['s-1']) };
  const inDistrict = (given: ReturnType<typeof where> | undefined) =>
    hasPriority('in_district', { constituency: 'families', where: given }, ground);
  const newSchool = (school: string, constituency = 'families') =>
    hasPriority('new_schools', { constituency, where: where(school, 'central', 'central') }, ground);

  it('gives nobody priority where a cycle has none', () => {
    expect(hasPriority('none', { constituency: 'families', where: where('s-2', 'central', 'central') }, ground)).toBe(false);
  });

  it('in district goes by the school, and by the ZIP code of those who named none', () => {
    expect([inDistrict(where('s', 'south', 'central')), inDistrict(where('s', 'central', 'south'))]).toEqual([true, false]);
    expect([inDistrict(where('none', 'central', null)), inDistrict(where('none', 'none', null)), inDistrict(undefined)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('for new schools goes by who still sits, and only among families', () => {
    expect([newSchool('s-2'), newSchool('s-1'), newSchool('none'), newSchool('s-2', 'business')]).toEqual([true, false, false, false]);
  });
});
