import { createHash } from 'node:crypto';
import fc from 'fast-check';
import {
  cancel,
  draw,
  drawOrder,
  fingerprintOf,
  giveWord,
  lotMachine,
  replace,
  seedFrom,
  ticketOf,
  type Lot,
} from '../../../src/features/lots/lot';
import { parseAnnouncement, parseRedraw } from '../../../src/features/lots/lot.form';
import { lotPolicy } from '../../../src/features/lots/lot.policy';
import { visitor, type Actor, type Grant } from '../../../src/lib/actor';

const lot = (given: Partial<Lot> = {}): Lot => ({
  id: 'lot',
  cycleId: 'cycle',
  collaborativeId: 'central',
  constituency: 'families',
  status: 'announced',
  ruleVersion: 1,
  source: 'public',
  sourceWords: 'The evening numbers',
  drawAt: '2026-11-30T03:00:00.000Z',
  references: ['AAA1', 'BBB2', 'CCC3'],
  announcedBy: 'stella',
  announcedAt: '2026-11-21T20:00:00.000Z',
  firstPart: null,
  firstBy: null,
  seed: null,
  drawnBy: null,
  drawnAt: null,
  replaces: null,
  reason: null,
  version: 1,
  ...given,
});
const at = '2026-11-30T03:00:00.000Z';

/** The published rule, written anew from its words alone. */
const byTheWords = (seed: string, references: readonly string[]): string[] => {
  const ticket = (reference: string) =>
    createHash('sha256')
      .update(Buffer.from(seed + ':' + reference, 'utf8'))
      .digest('hex');
  return [...references].sort((a, b) => Buffer.compare(Buffer.from(ticket(a)), Buffer.from(ticket(b))));
};

describe('the rule of the lot', () => {
  it('gives what a terminal gives: printf seed:reference | sha256sum', () => {
    expect(ticketOf('12 7 33', 'AAA1')).toBe('ab7adc08126e58526f7b4caccf44e96e12e22246efaf3cf06acfd9ca8a22e2b8');
    expect(fingerprintOf(['b', 'a'])).toBe(createHash('sha256').update('a\nb').digest('hex'));
  });

  it('can be recomputed by anyone from its words, for any seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.uniqueArray(fc.stringMatching(/^[A-Z0-9-]{4,9}$/), { maxLength: 12 }), (seed, references) => {
        expect(drawOrder(seed, references)).toEqual(byTheWords(seed, references));
      }),
    );
  });

  it('does not depend on the order in which people are named', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc
          .uniqueArray(fc.stringMatching(/^[A-Z0-9]{4}$/), { maxLength: 10 })
          .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        (seed, [one, other]) => {
          expect(drawOrder(seed, one)).toEqual(drawOrder(seed, other));
          expect(fingerprintOf(one)).toBe(fingerprintOf(other));
        },
      ),
    );
  });

  it('keeps the order of those who stay when somebody withdraws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.uniqueArray(fc.stringMatching(/^[A-Z]{4}$/), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        (seed, list, gone) => {
          const left = list[gone % list.length];
          expect(
            drawOrder(
              seed,
              list.filter((one) => one !== left),
            ),
          ).toEqual(drawOrder(seed, list).filter((one) => one !== left));
        },
      ),
    );
  });

  it('is fair: over 6,000 seeds each of four people comes to each place a quarter of the time', () => {
    const references = ['A-1001', 'A-1002', 'A-1003', 'A-1004'];
    const counts = references.map(() => [0, 0, 0, 0]);
    for (let seed = 0; seed < 6000; seed += 1)
      for (const [place, one] of drawOrder(`seed ${seed}`, references).entries()) counts[references.indexOf(one)]![place]! += 1;
    for (const count of counts.flat()) expect(Math.abs(count - 1500)).toBeLessThan(150);
  });
});

describe('a lot', () => {
  it('takes only the steps of its life', () => {
    expect(Object.fromEntries(lotMachine.states.map((state) => [state, lotMachine.eventsFrom(state)]))).toEqual({
      announced: ['draw', 'cancel'],
      drawn: ['replace'],
      replaced: [],
      cancelled: [],
    });
  });

  it('is drawn from the stated moment on, once', () => {
    expect(() => draw(lot(), '7', { by: 'stella', at: '2026-11-30T02:59:59.999Z' })).toThrow('lots.errors.tooEarly');
    const drawn = draw(lot(), '  12   7 ', { by: 'stella', at });
    expect([drawn.status, drawn.seed, drawn.drawnBy, drawn.drawnAt]).toEqual(['drawn', '12 7', 'stella', at]);
    expect(() => draw(drawn, '8', { by: 'stella', at })).toThrow('no draw from drawn');
    expect([replace(drawn).status, replace(drawn).seed]).toEqual(['replaced', '12 7']);
    expect(() => cancel(drawn, 'why')).toThrow('no cancel from drawn');
  });

  it('by two people is drawn with the word of the second, who is somebody else', () => {
    const first = giveWord(lot({ source: 'two_people' }), ' blue ', { by: 'stella', at: '2026-11-22T00:00:00.000Z' });
    expect([first.status, first.firstPart, first.seed]).toEqual(['announced', 'blue', null]);
    expect(() => giveWord(first, 'green', { by: 'stella', at })).toThrow('lots.errors.samePerson');
    expect(() => giveWord(first, 'green', { by: 'alma', at: '2026-11-22T00:00:00.000Z' })).toThrow('lots.errors.tooEarly');
    expect(giveWord(first, 'green', { by: 'alma', at }).seed).toBe('blue green');
  });

  it('reads a seed without the blanks that paper adds', () => {
    expect(seedFrom(' 1\t2  3\n')).toBe('1 2 3');
  });
});

describe('the announcement', () => {
  const body = { candidacy: 'c1', source: 'public', words: 'Evening numbers', date: '2026-11-30', time: '19:00' };
  const keys = (given: object) => {
    const parsed = parseAnnouncement({ ...body, ...given }, '2026-11-30T02:59:00.000Z');
    return parsed.ok ? parsed.values.drawAt : Object.values(parsed.errors).map(({ key }) => key);
  };

  it('needs a moment ahead and, for a published number, which one', () => {
    expect(keys({})).toBe('2026-12-01T03:00:00.000Z');
    expect(keys({ date: '2026-11-29', time: '18:59' })).toEqual(['lots.errors.past']);
    expect(keys({ words: '' })).toEqual(['lots.errors.words']);
    expect(keys({ words: '', source: 'two_people' })).toBe('2026-12-01T03:00:00.000Z');
  });

  it('of a new draw needs a reason, too', () => {
    const parsed = parseRedraw({ ...body, version: '2', reason: '' }, '2026-11-21T00:00:00.000Z');
    expect(parsed.ok ? null : Object.keys(parsed.errors)).toEqual(['reason']);
  });
});

describe('who may', () => {
  const person = (id: string, ...grants: Grant[]): Actor => ({ ...visitor('en'), id, grants });
  const grant = (role: Grant['role'], collaborativeId: string | null): Grant => ({ role, collaborativeId, cycleId: null });
  const everyone = [
    visitor('en'),
    person('stranger'),
    person('staff', grant('staff', 'central')),
    person('staff-south', grant('staff', 'south')),
    person('approver', grant('approver', 'central')),
    person('administrator', grant('administrator', null)),
  ];
  const may = (what: keyof typeof lotPolicy) =>
    everyone.filter((actor) => lotPolicy[what](actor, { collaborativeId: 'central' }).allowed).map(({ id }) => id);

  it('see the desk, announce and draw', () => {
    expect([may('view'), may('arrange'), may('draw')]).toEqual([['staff', 'approver', 'administrator'], ['staff'], ['staff', 'approver']]);
  });
});
