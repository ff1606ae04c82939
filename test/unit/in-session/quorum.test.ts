import fc from 'fast-check';
import { neededOf, presentNow, quorumOf, type Presence } from '../../../src/features/in-session';

const minute = (n: number) => `2026-12-04T02:${String(n).padStart(2, '0')}:00.000Z`;
const voters = ['a', 'b', 'c', 'd', 'e'];
const roll = (present: string[], movements: Presence['movements'] = []): Presence => ({
  voters,
  rollCall: { at: minute(4), present },
  movements,
});

describe('quorum', () => {
  it.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [8, 5],
    [9, 5],
    [16, 9],
  ])('of %i seats is %i', (seats, needed) => {
    expect(neededOf(seats)).toBe(needed);
  });

  it('is not there before the roll call', () => {
    const presence = { voters, rollCall: null, movements: [] };
    expect(quorumOf(presence, 5)).toEqual({ seats: 5, needed: 3, present: 0, isMet: false, spans: [] });
  });

  it('is there with exactly the majority and not with one fewer', () => {
    expect(quorumOf(roll(['a', 'b', 'c']), 5)).toEqual({
      seats: 5,
      needed: 3,
      present: 3,
      isMet: true,
      spans: [{ from: minute(4), to: null }],
    });
    expect(quorumOf(roll(['a', 'b']), 5)).toEqual({ seats: 5, needed: 3, present: 2, isMet: false, spans: [] });
  });

  it('is lost and regained as people come and go', () => {
    const movements = [
      { membershipId: 'c', kind: 'left' as const, at: minute(12) },
      { membershipId: 'd', kind: 'arrived' as const, at: minute(20) },
    ];
    expect(quorumOf(roll(['a', 'b', 'c'], movements), 5).spans).toEqual([
      { from: minute(4), to: minute(12) },
      { from: minute(20), to: null },
    ]);
  });

  it('holds when one leaves in the minute in which another comes', () => {
    const movements = [
      { membershipId: 'c', kind: 'left' as const, at: minute(12) },
      { membershipId: 'd', kind: 'arrived' as const, at: minute(12) },
    ];
    expect(quorumOf(roll(['a', 'b', 'c'], movements), 5).spans).toEqual([{ from: minute(4), to: null }]);
  });

  it('does not count people who may not vote that day', () => {
    const presence = roll(['a', 'b', 'stranger'], [{ membershipId: 'other', kind: 'arrived', at: minute(5) }]);
    expect([...presentNow(presence)]).toEqual(['a', 'b']);
    expect(quorumOf(presence, 5).isMet).toBe(false);
  });
});

/** Minute by minute: of each voter, the last thing known at that minute; a vacant seat is nobody's. */
function modelSpans(presence: Presence, seats: number): { from: string; to: string | null }[] {
  const spans: { from: string; to: string | null }[] = [];
  let since: string | null = null;
  for (let n = 4; n < 60; n += 1) {
    const here = presence.voters.filter((id) => {
      const last = [...presence.movements].reverse().find((movement) => movement.membershipId === id && movement.at <= minute(n));
      return last === undefined ? (presence.rollCall?.present.includes(id) ?? false) : last.kind === 'arrived';
    }).length;
    const enough = here * 2 > seats;
    if (enough && since === null) since = minute(n);
    if (!enough && since !== null) {
      spans.push({ from: since, to: minute(n) });
      since = null;
    }
  }
  return since === null ? spans : [...spans, { from: since, to: null }];
}

it('agrees with a minute-by-minute model, whoever comes and goes and however many seats are vacant', () => {
  const meeting = fc.record({ size: fc.integer({ min: 1, max: 16 }), vacant: fc.integer({ min: 0, max: 5 }) }).chain(({ size, vacant }) => {
    const ids = Array.from({ length: size }, (_, index) => `m${index}`);
    const steps = fc.array(fc.record({ who: fc.nat(size - 1), after: fc.integer({ min: 0, max: 4 }) }), { maxLength: 25 });
    return fc.record({ ids: fc.constant(ids), vacant: fc.constant(vacant), present: fc.subarray(ids), steps });
  });
  fc.assert(
    fc.property(meeting, ({ ids, vacant, present, steps }) => {
      const inside = new Set(present);
      let at = 4;
      const movements = steps.flatMap(({ who, after }) => {
        at += after;
        if (at > 59) return [];
        const id = ids[who] ?? '';
        const kind = inside.has(id) ? ('left' as const) : ('arrived' as const);
        if (kind === 'left') inside.delete(id);
        else inside.add(id);
        return [{ membershipId: id, kind, at: minute(at) }];
      });
      const presence: Presence = { voters: ids, rollCall: { at: minute(4), present }, movements };
      for (const seats of [ids.length, ids.length + vacant]) {
        const quorum = quorumOf(presence, seats);
        expect(quorum.spans).toEqual(modelSpans(presence, seats));
        expect([quorum.present, quorum.isMet]).toEqual([inside.size, inside.size * 2 > seats]);
      }
    }),
    { numRuns: 500 },
  );
});
