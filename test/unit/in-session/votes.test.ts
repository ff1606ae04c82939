import fc from 'fast-check';
import { presentNow, quorumOf, type Presence } from '../../../src/features/in-session';
import { decideMotion, moveMotion, spokenChoices, type SpokenChoice } from '../../../src/features/in-session/motion';

const minute = (n: number) => `2026-12-04T02:${String(n).padStart(2, '0')}:00.000Z`;

/** What one evening does: it is told step by step, and a ledger beside the product says who is in the room. */
const evening = fc.record({ size: fc.integer({ min: 2, max: 12 }), vacant: fc.integer({ min: 0, max: 5 }) }).chain(({ size, vacant }) => {
  const ids = Array.from({ length: size }, (_, index) => `m${index}`);
  const votes = fc.array(fc.constantFrom<SpokenChoice>(...spokenChoices), { minLength: size, maxLength: size });
  const move = fc.record({ kind: fc.constant('move' as const), who: fc.nat(size - 1) });
  const vote = fc.record({ kind: fc.constant('vote' as const), votes });
  const steps = fc.array(fc.oneof(move, vote), { minLength: 1, maxLength: 20 });
  const rule = fc.constantFrom('majority_of_votes' as const, 'majority_of_present' as const);
  return fc.record({ ids: fc.constant(ids), seats: fc.constant(size + vacant), present: fc.subarray(ids), steps, rule });
});

/** Counted by hand: a ledger of yes against no, or of yes against everybody in the room who did not say yes. */
function ledger(spoken: readonly SpokenChoice[], rule: 'majority_of_votes' | 'majority_of_present'): boolean {
  let balance = 0;
  for (const word of spoken) {
    if (word === 'yes') balance += 1;
    else if (word === 'no' || rule === 'majority_of_present') balance -= 1;
  }
  return balance > 0;
}

interface Room {
  readonly ids: readonly string[];
  readonly seats: number;
  readonly rule: 'majority_of_votes' | 'majority_of_present';
  /** Who is there by the ledger. */
  readonly inRoom: ReadonlySet<string>;
  readonly presence: Presence;
}

function voteInRoom({ ids, seats, rule, inRoom, presence }: Room, spoken: readonly SpokenChoice[], at: string): void {
  const isMet = inRoom.size * 2 > seats;
  expect(quorumOf(presence, seats).isMet).toBe(isMet);
  const bodies = [{ voters: new Set(ids), rule, regime: 'policy' as const }];
  const floor = { hasQuorum: quorumOf(presence, seats).isMet, mayTakeAction: true, present: presentNow(presence), bodies };
  const answers = new Map([...inRoom].map((id) => [id, spoken[ids.indexOf(id)] ?? 'abstain']));
  const [moverId = 'nobody', seconderId = 'nobody'] = inRoom;
  const move = () => moveMotion({ id: 'x', meetingId: 'm', itemId: 'i', text: 'It', moverId, seconderId, movedAt: at }, floor, []);
  if (!isMet || inRoom.size < 2) {
    expect(move).toThrow();
    return;
  }
  const decided = decideMotion(move(), { choices: answers }, { ...floor, voters: ids, at });
  expect(decided.status).toBe(ledger([...answers.values()], rule) ? 'carried' : 'failed');
  const expected = ids.map((membershipId) => ({
    membershipId,
    choice: inRoom.has(membershipId) ? answers.get(membershipId) : 'absent',
    reason: '',
  }));
  expect(decided.votes).toEqual(expected);
}

it('carries what a ledger carries and refuses without quorum, whoever comes, goes and steps aside, however many seats are vacant', () => {
  fc.assert(
    fc.property(evening, ({ ids, seats, present, steps, rule }) => {
      const inRoom = new Set(present);
      const movements: Presence['movements'][number][] = [];
      for (const [index, step] of steps.entries()) {
        const at = minute(5 + index);
        const presence: Presence = { voters: ids, rollCall: { at: minute(4), present }, movements };
        if (step.kind === 'vote') voteInRoom({ ids, seats, rule, inRoom, presence }, step.votes, at);
        else {
          const id = ids[step.who] ?? '';
          movements.push({ membershipId: id, kind: inRoom.has(id) ? 'left' : 'arrived', at });
          if (!inRoom.delete(id)) inRoom.add(id);
        }
      }
    }),
    { numRuns: 300, seed: 20261128 },
  );
});
