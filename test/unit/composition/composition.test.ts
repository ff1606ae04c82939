import fc from 'fast-check';
import { compositionOf, type Member } from '../../../src/features/composition/composition';
import { anyOne, problemsOf, standingsOf, stateOf, type Target } from '../../../src/features/composition/target';
import { parseTargets } from '../../../src/features/composition/target.form';
import { targetPolicy } from '../../../src/features/composition/target.policy';
import { visitor, type Actor, type Grant } from '../../../src/lib/actor';

describe('the composition', () => {
  it('hides small groups, and a second one where one alone could be worked out', () => {
    const members = [...Array<string>(12).fill('en'), ...Array<string>(11).fill('es'), ...Array<string>(9).fill('ko')].map(
      (group, index) => ({ group, isPlaced: index === 0 }),
    );
    expect(compositionOf(members, 10)).toEqual([
      { group: 'en', applicants: 12, placed: 1 },
      { group: 'es', applicants: null, placed: null },
      { group: 'ko', applicants: null, placed: null },
    ]);
    expect(compositionOf(members, 9).map((row) => row.applicants)).toEqual([12, 11, 9]);
  });

  it('never shows a group under the limit, nor exactly one hidden of several', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 }), (groups) => {
        const rows = compositionOf(
          groups.map((group) => ({ group, isPlaced: false })),
          10,
        );
        const hidden = rows.filter((row) => row.applicants === null).length;
        return rows.every((row) => row.applicants === null || row.applicants >= 10) && (hidden !== 1 || rows.length === 1);
      }),
    );
  });
});

describe('whatever the groups', () => {
  const people = fc.array(fc.record({ group: fc.constantFrom('a', 'b', 'c', 'd', 'e'), isPlaced: fc.boolean() }), { maxLength: 60 });

  it('what is shown is the true count of every group, and what is hidden cannot be worked out from the sum', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 15 }), (members, smallest) => {
        const rows = compositionOf(members, smallest);
        const truly = (group: string, isPlaced?: boolean): number =>
          members.filter((one) => one.group === group && (isPlaced === undefined || one.isPlaced === isPlaced)).length;
        expect(rows.map(({ group }) => group).sort()).toEqual([...new Set(members.map(({ group }) => group))].sort());
        for (const { group, applicants, placed } of rows)
          expect(applicants === null ? [null, null] : [truly(group), truly(group, true)]).toEqual([applicants, placed]);
        const shown = rows.filter(({ applicants }) => applicants !== null).length;
        expect(rows.length - shown).not.toBe(rows.length > 1 ? 1 : -1);
        expect(rows.some(({ group }) => truly(group) < smallest) || shown === rows.length).toBe(true);
      }),
    );
  });
});

describe('whatever the targets', () => {
  const groups = ['en', 'es', 'none'];
  const edges = { atLeast: fc.option(fc.nat({ max: 4 })), atMost: fc.option(fc.nat({ max: 4 })) };
  const targets = fc.uniqueArray(
    fc.record({ dimension: fc.constantFrom('language' as const, 'school' as const), group: fc.constantFrom('en', 'es'), ...edges }),
    { selector: ({ dimension, group }) => `${dimension} ${group}` },
  );
  const anyMember = fc.record({ language: fc.constantFrom(...groups), school: fc.constantFrom(...groups), isPlaced: fc.boolean() });
  const memberOf = ({ language, school, isPlaced }: { language: string; school: string; isPlaced: boolean }): Member => ({
    groups: { constituency: 'families', school, area: 'none', language, served: 'first_time' },
    isPlaced,
  });

  /** Every way to fill some of so many seats, as far as language and school go. */
  function everySlate(seats: number): Member[][] {
    const kinds = groups.flatMap((language) => groups.map((school) => memberOf({ language, school, isPlaced: true })));
    const upTo = (from: number, left: number): Member[][] =>
      left === 0 ? [[]] : [[], ...kinds.slice(from).flatMap((one, at) => upTo(from + at, left - 1).map((rest) => [one, ...rest]))];
    return upTo(0, seats);
  }

  it('are called impossible exactly where no slate at all could meet them', () => {
    fc.assert(
      fc.property(targets, fc.nat({ max: 4 }), (wanted, seats) => {
        const isPossible = everySlate(seats).some((slate) => standingsOf(wanted, slate).every(({ state }) => state === 'met'));
        expect(problemsOf(wanted, seats).length === 0).toBe(isPossible);
      }),
      { numRuns: 200 },
    );
  });

  it('each stands by who of its group is seated: in any order, and nobody unseated or of another group moves it', () => {
    fc.assert(
      fc.property(targets, fc.array(anyMember, { maxLength: 12 }), anyMember, (wanted, list, fresh) => {
        const before = standingsOf(wanted, list.map(memberOf));
        expect(standingsOf(wanted, [...list].reverse().map(memberOf))).toEqual(before);
        const countsIn = ({ dimension, group }: Target): boolean => fresh.isPlaced && memberOf(fresh).groups[dimension] === group;
        const after = standingsOf(wanted, [...list, fresh].map(memberOf));
        expect(after.map(({ placed }, at) => placed - (before[at]?.placed ?? 0))).toEqual(after.map((one) => (countsIn(one) ? 1 : 0)));
        expect(after.map(({ state }) => state === 'above')).toEqual(after.map(({ placed, atMost }) => placed > (atMost ?? Infinity)));
      }),
    );
  });

  it('for any one school stand by the school with the most, whoever named none', () => {
    fc.assert(
      fc.property(fc.array(anyMember, { maxLength: 12 }), (list) => {
        const any: Target = { dimension: 'school', group: anyOne, atLeast: null, atMost: 2 };
        const each = ['en', 'es'].map((group) => list.filter((one) => one.isPlaced && one.school === group).length);
        expect(standingsOf([any], list.map(memberOf)).map(({ placed }) => placed)).toEqual([Math.max(...each)]);
      }),
    );
  });
});

describe('a target', () => {
  const target = (given: Partial<Target> = {}): Target => ({ dimension: 'language', group: 'es', atLeast: null, atMost: null, ...given });
  const member = (language: string, school = 'none', isPlaced = true): Member => ({
    groups: { constituency: 'families', school, area: 'none', language, served: 'first_time' },
    isPlaced,
  });

  it('is met from its lower to its upper edge', () => {
    const state = (placed: number) => stateOf(target({ atLeast: 2, atMost: 3 }), placed);
    expect([1, 2, 3, 4].map(state)).toEqual(['below', 'met', 'met', 'above']);
    expect([stateOf(target(), 0), stateOf(target({ atMost: 0 }), 1)]).toEqual(['met', 'above']);
  });

  it('counts who is seated, not who applied', () => {
    const members = [member('es'), member('es', 'none', false), member('en')];
    expect(standingsOf([target({ atLeast: 2 })], members)).toEqual([{ ...target({ atLeast: 2 }), placed: 1, state: 'below' }]);
  });

  it('for any one school looks at the school with most seats, and not at those who named none', () => {
    const any = target({ dimension: 'school', group: anyOne, atMost: 2 });
    const from = (...schools: string[]) =>
      standingsOf(
        [any],
        schools.map((school) => member('en', school)),
      )[0];
    expect([from('none', 'none', 'none')?.placed, from('a', 'b', 'a')?.state, from('a', 'a', 'a')?.state]).toEqual([0, 'met', 'above']);
  });

  it('is impossible where it is turned around, or where a dimension wants more seats than there are', () => {
    const of = (targets: Target[], seats: number) => problemsOf(targets, seats).map(({ problem }) => problem);
    expect(of([target({ atLeast: 3, atMost: 2 })], 5)).toEqual(['turned']);
    const both = [target({ atLeast: 3 }), target({ group: 'en', atLeast: 2 })];
    expect([of(both, 5), of(both, 4)]).toEqual([[], ['tooMany']]);
    expect(of([target({ atLeast: 3 }), target({ dimension: 'served', group: 'before', atLeast: 2 })], 3)).toEqual([]);
  });
});

describe('the form of targets', () => {
  const groups = [{ dimension: 'language', group: 'es' }] as const;
  const parsed = (least: string, most: string) =>
    parseTargets({ version: '0', 'least-language-es': least, 'most-language-es': most }, groups, 5);

  it('takes two numbers, one or none for a group', () => {
    const targets = (least: string, most: string) => {
      const result = parsed(least, most);
      return result.ok ? result.values.targets.map(({ atLeast, atMost }) => [atLeast, atMost]) : null;
    };
    expect([targets('1', '3'), targets('', '3'), targets('', '')]).toEqual([[[1, 3]], [[null, 3]], []]);
  });

  it.each([
    ['x', '', 'least-language-es', 'common.form.whole'],
    ['-1', '', 'least-language-es', 'common.form.whole'],
    ['3', '2', 'most-language-es', 'composition.errors.turned'],
    ['6', '', 'least-language-es', 'composition.errors.tooMany'],
  ])('refuses at least %s, at most %s and keeps the words', (least, most, name, key) => {
    const result = parsed(least, most);
    expect(result.ok ? null : [result.errors[name]?.key, result.raw['least-language-es']]).toEqual([key, least]);
  });
});

describe('who may see and set targets', () => {
  const person = (id: string, ...grants: Grant[]): Actor => ({ ...visitor('en'), id, grants });
  const grant = (role: Grant['role'], collaborativeId: string | null): Grant => ({ role, collaborativeId, cycleId: null });
  const everyone = [
    visitor('en'),
    person('stranger'),
    person('staff', grant('staff', 'central')),
    person('staff-south', grant('staff', 'south')),
    person('approver', grant('approver', 'central')),
    person('approver-south', grant('approver', 'south')),
    person('reviewer', { role: 'reviewer', collaborativeId: 'central', cycleId: 'spring' }),
    person('administrator', grant('administrator', null)),
  ];
  const allowed = (may: (actor: Actor) => { allowed: boolean }) => everyone.filter((actor) => may(actor).allowed).map(({ id }) => id);

  it('is staff there; the approver and administrators read along', () => {
    const central = { collaborativeId: 'central' };
    expect(allowed((actor) => targetPolicy.view(actor, central))).toEqual(['staff', 'approver', 'administrator']);
    expect(allowed((actor) => targetPolicy.set(actor, central))).toEqual(['staff']);
  });
});
