import { mayDelete, neighbour, offered, shown, type Priority } from '../../../src/features/priorities/priority';
import { priorityPolicy } from '../../../src/features/priorities/priority.policy';
import { visitor, type Actor, type RoleName } from '../../../src/lib/actor';
import { contentOf, freeze, pendingChanges } from '../../../src/features/agendas/posting-rules';
import { anItem } from '../../support/builders/agenda';
import { aMeeting } from '../../support/builders/meeting';

const one = (id: string, given: Partial<Priority> = {}): Priority => ({
  id,
  collaborativeId: 'c',
  place: 1,
  title: { en: id, es: id },
  text: { en: '' },
  isLinked: false,
  retiredAt: null,
  version: 1,
  ...given,
});
const retired = { retiredAt: '2026-11-01T00:00:00.000Z' };
const ids = (priorities: readonly Priority[]) => priorities.map(({ id }) => id);

describe('the priorities of a local district', () => {
  const all = [one('a'), one('b', retired), one('c', { ...retired, isLinked: true }), one('d')];

  it('are offered while in force, and the one a record has already', () => {
    expect([ids(offered(all, null)), ids(offered(all, 'b')), ids(offered(all, 'gone'))]).toEqual([
      ['a', 'd'],
      ['a', 'b', 'd'],
      ['a', 'd'],
    ]);
  });

  it('are shown in force first, and retired only where something is linked', () => expect(ids(shown(all))).toEqual(['a', 'd', 'c']));

  it('change places with the next one in force; at an edge and when retired there is none', () => {
    const asked = [
      ['a', 'up'],
      ['a', 'down'],
      ['d', 'up'],
      ['d', 'down'],
      ['b', 'up'],
      ['gone', 'down'],
    ] as const;
    expect(asked.map(([id, direction]) => neighbour(all, id, direction)?.id)).toEqual([
      undefined,
      'd',
      'a',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('stay once something was linked', () => expect([one('a'), one('a', { isLinked: true })].map(mayDelete)).toEqual([true, false]));

  it.each([
    ['staff', 'c', true],
    ['staff', 'other', false],
    ['administrator', null, true],
    ['approver', 'c', false],
    ['reviewer', 'c', false],
    ['caller', 'c', false],
  ] as const)('are written by %s of %s: %s', (role: RoleName, collaborativeId, may) => {
    const actor: Actor = { ...visitor('en'), id: 'p', grants: [{ role, collaborativeId, cycleId: null }] };
    expect(priorityPolicy.edit(actor, 'c').allowed).toBe(may);
  });

  it('are not written by members, officers and visitors', () => {
    const member: Actor = {
      ...visitor('en'),
      id: 'm',
      seats: [{ membershipId: 's', collaborativeId: 'c', status: 'active' }],
      offices: [{ office: 'chair', collaborativeId: 'c' }],
    };
    expect([member, visitor('en')].map((actor) => priorityPolicy.edit(actor, 'c').allowed)).toEqual([false, false]);
  });
});

describe('a priority on a posted agenda', () => {
  const priority = { id: 'p-1', title: { en: 'Old words' } };
  const deskWith = (item: Parameters<typeof anItem>[1]) => ({
    meeting: aMeeting(),
    items: [anItem('a', { place: 1, ...item })],
    attachments: [],
    postings: [],
    hours: { regular: 72, special: 24 },
  });
  const posted = freeze(
    deskWith({ priority }),
    { kind: 'post', isLate: false, lateReason: '', changes: [] },
    {
      ...{ id: 'posting', at: '2026-11-20T00:00:00.000Z', postedBy: 'x', postedAs: 'staff', putUpAt: [] },
      collaborative: { slug: 'central', name: { en: 'Central' } },
    },
  );
  const changesTo = (item: Parameters<typeof anItem>[1]) =>
    pendingChanges({ ...deskWith(item), postings: [posted] }).flatMap(({ fields }) => fields);

  it('is frozen in its words, and is no part of the item where there is none', () => {
    expect(posted.content.items[0]).toMatchObject({ priority });
    expect(contentOf(deskWith({})).items[0]).not.toHaveProperty('priority');
  });

  it('is a change when another is chosen or none, and none when it is worded anew', () => {
    expect(changesTo({ priority: { id: 'p-1', title: { en: 'New words' } } })).toEqual([]);
    expect(changesTo({ priority: { id: 'p-2', title: { en: 'Old words' } } })).toEqual(['priority']);
    expect(changesTo({ priority: null })).toEqual(['priority']);
  });
});
