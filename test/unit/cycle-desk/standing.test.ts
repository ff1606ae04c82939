import type { CycleStatus } from '../../../src/features/cycles';
import { blockersOf, dueList, nextStep, stagesOf, type Standing } from '../../../src/features/cycle-desk/standing';
import { theCycle } from '../../support/builders/application';

const standing = (given: Partial<Standing> = {}): Standing => ({
  collaborativeId: 'central',
  seats: [{ constituency: 'families', count: 2 }],
  firstChoice: 40,
  all: 50,
  panel: { staff: 1, member: 1, public: 1 },
  minimumReviews: 3,
  toReview: 40,
  unassigned: 0,
  covered: 40,
  slate: 'approved',
  offers: { open: 0, accepted: 0, declined: 0, lapsed: 0 },
  answerBy: null,
  ...given,
});

const open = (status: CycleStatus, given: Partial<Standing>) =>
  blockersOf(status, [standing(given)]).map(({ kind, count }) => [kind, count]);

describe('what is still open before the next step', () => {
  const nobody = { staff: 0, member: 0, public: 0 };

  it.each<[string, CycleStatus, Partial<Standing>, unknown[]]>([
    ['a draft without seats', 'draft', { seats: [] }, [['noSeats', 1]]],
    ['a scheduled cycle without a panel', 'scheduled', { panel: nobody }, [['noPanel', 1]]],
    ['an open cycle does not wait for seats', 'open', { seats: [] }, []],
    ['a panel of exactly the least number', 'closed', { panel: { staff: 3, member: 0, public: 0 } }, []],
    ['a panel one short', 'closed', { panel: { staff: 2, member: 0, public: 0 } }, [['smallPanel', 1]]],
    ['no panel is said once', 'closed', { panel: nobody }, [['noPanel', 1]]],
    ['applications without reviewers', 'closed', { unassigned: 4 }, [['unassigned', 4]]],
    ['reviews that are missing', 'in_review', { covered: 39 }, [['uncovered', 1]]],
    ['nothing to read', 'in_review', { toReview: 0, covered: 0 }, []],
    ['no slate', 'deciding', { slate: null }, [['noSlate', 1]]],
    ['a draft slate', 'deciding', { slate: 'draft' }, [['noSlate', 1]]],
    ['a slate given back', 'deciding', { slate: 'returned' }, [['returned', 1]]],
    ['a slate sent', 'deciding', { slate: 'sent' }, [['toApprove', 1]]],
    ['an approved slate', 'deciding', {}, [['toRelease', 1]]],
    ['a released slate', 'deciding', { slate: 'released' }, []],
    ['an offer without answer', 'released', { offers: { open: 1, accepted: 3, declined: 0, lapsed: 0 } }, [['openOffers', 1]]],
    ['nothing in a cycle that is over', 'complete', { seats: [], slate: null, unassigned: 3 }, []],
  ])('%s', (_name, status, given, expected) => {
    expect(open(status, given)).toEqual(expected);
  });

  it('names each collaborative it is open for', () => {
    const both = blockersOf('deciding', [standing(), standing({ collaborativeId: 'south', slate: 'sent' })]);
    expect(both.map(({ kind, collaborativeId }) => `${kind} ${collaborativeId}`)).toEqual(['toApprove south', 'toRelease central']);
  });
});

describe('the next step', () => {
  const cycle = theCycle({ status: 'scheduled' });

  it('is taken by its date, and before it by a person who says why', () => {
    const at = cycle.opensAt;
    const before = '2026-11-01T15:59:59.999Z';
    expect([nextStep(cycle, [], before), nextStep(cycle, [], at)]).toEqual([
      { step: 'open', at, needsReason: true },
      { step: 'open', at, needsReason: false },
    ]);
  });

  it('asks for a reason after its date too when something is still open', () => {
    const blockers = [{ kind: 'noSeats', collaborativeId: 'central', count: 1 }] as const;
    expect(nextStep(cycle, blockers, cycle.opensAt)?.needsReason).toBe(true);
    expect(nextStep({ ...cycle, status: 'draft' }, blockers, cycle.opensAt)).toEqual({ step: 'schedule', at: null, needsReason: true });
    expect(nextStep({ ...cycle, status: 'released' }, [], cycle.opensAt)).toEqual({ step: 'complete', at: null, needsReason: false });
  });

  it('after deciding is the release, for which no date stands', () => {
    expect(nextStep({ ...cycle, status: 'deciding' }, [], '2030-01-01T00:00:00.000Z')).toEqual({
      step: 'release',
      at: null,
      needsReason: false,
    });
  });

  it('is none once the cycle is over', () => {
    expect((['complete', 'cancelled'] as const).map((status) => nextStep({ ...cycle, status }, [], cycle.opensAt))).toEqual([null, null]);
  });
});

describe('the way of a cycle', () => {
  it('says when each state began, and when the next ones come', () => {
    const stages = stagesOf(theCycle({ status: 'closed' }), new Map([['open', '2026-11-01T16:00:00.000Z']]));
    expect(stages.map(({ status, is, at, on }) => [status, is, at ?? on])).toEqual([
      ['draft', 'past', null],
      ['scheduled', 'past', null],
      ['open', 'past', '2026-11-01T16:00:00.000Z'],
      ['closed', 'now', null],
      ['in_review', 'ahead', '2026-12-05T08:00:00.000Z'],
      ['deciding', 'ahead', '2027-01-16T08:00:00.000Z'],
      ['released', 'ahead', '2027-02-01'],
      ['complete', 'ahead', null],
    ]);
    expect(stagesOf(theCycle({ status: 'open' }), new Map())[3]?.at).toBe(theCycle().closesAt);
    expect(stagesOf(theCycle({ status: 'cancelled' }), new Map())).toEqual([]);
  });

  it('lists what is due, the next first, late things as late and done things not at all', () => {
    const list = (status: CycleStatus, today: string, standings: Standing[] = []) =>
      dueList(theCycle({ status }), standings, today).map(({ kind, days }) => [kind, days]);
    expect(list('open', '2026-12-01')).toEqual([
      ['closes', 3],
      ['reviews', 45],
      ['decisions', 62],
      ['term', 90],
    ]);
    expect(list('in_review', '2027-01-15')[0]).toEqual(['reviews', 0]);
    expect(list('deciding', '2027-02-02')[0]).toEqual(['decisions', -1]);
    const answers = [standing({ answerBy: '2027-02-12T07:59:59.999Z' }), standing({ answerBy: '2027-02-10T07:59:59.999Z' }), standing()];
    expect(list('released', '2027-02-11', answers)).toEqual([
      ['answers', 0],
      ['term', 18],
    ]);
    expect(list('complete', '2027-02-11')).toEqual([]);
  });
});
