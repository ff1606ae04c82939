import { createHash } from 'node:crypto';
import { append, move } from '../../../src/features/agendas/agenda-item';
import { differences } from '../../../src/features/agendas/differences';
import { itemMayTakeAction, postingInTime } from '../../../src/features/agendas/posting';
import { postingPolicy } from '../../../src/features/agendas/posting.policy';
import { asOf, contentOf, decidePosting, isFrozen, type Desk } from '../../../src/features/agendas/posting-rules';
import { canonicalJson } from '../../../src/features/agendas/snapshot';
import { meetingKinds } from '../../../src/features/meetings/meeting';
import { visitor, type RoleName } from '../../../src/lib/actor';
import { plusElapsed } from '../../../src/lib/time';
import { anAgenda, anItem, aPosting } from '../../support/builders/agenda';
import { aMeeting } from '../../support/builders/meeting';

const hours = { regular: 72, special: 24 };
const start = aMeeting().startsAt;
const before = (needed: number, milliseconds = 0) => plusElapsed(start, { hours: -needed, milliseconds });
const aDesk = (given: Partial<Desk> = {}): Desk => ({
  meeting: aMeeting(),
  items: anAgenda(),
  attachments: [],
  postings: [],
  hours,
  ...given,
});

describe('the decision to post', () => {
  it.each([
    ['regular', 72],
    ['special', 24],
  ] as const)('accepts a %s meeting at exactly %i hours and refuses it a millisecond later', (kind, needed) => {
    const desk = aDesk({ meeting: aMeeting({ kind }) });
    const kinds = [before(needed, -1), before(needed), before(needed, 1)].map((at) => decidePosting(desk, at, '').kind);
    expect(kinds).toEqual(['post', 'post', 'late']);
  });

  it.each(['emergency', 'orientation', 'community'] as const)('has no clock for %s', (kind) => {
    expect(decidePosting(aDesk({ meeting: aMeeting({ kind }) }), before(0, -1), '')).toMatchObject({ kind: 'post', isLate: false });
  });

  it('goes late with a reason, which serves for later versions too', () => {
    const late = decidePosting(aDesk(), before(71), 'Printer');
    expect(late).toEqual({ kind: 'post', isLate: true, lateReason: 'Printer', changes: [] });
    const desk = aDesk({ postings: [aPosting(before(71), { isLate: true })], items: append(anAgenda(), anItem('b')) });
    expect(decidePosting(desk, before(70), '')).toMatchObject({ kind: 'post', isLate: true, lateReason: 'Printer' });
  });

  it('lets an agenda posted in time be changed afterwards', () => {
    const desk = aDesk({ postings: [aPosting(before(80))], items: append(anAgenda(), anItem('b')) });
    expect(decidePosting(desk, before(1), '')).toMatchObject({ kind: 'post', isLate: false });
  });

  it('finds nothing new in the same words', () => {
    expect(decidePosting(aDesk({ postings: [aPosting(before(80))] }), before(79), '')).toEqual({ kind: 'nothingNew' });
  });

  it('misses before it looks at the clock', () => {
    expect(decidePosting(aDesk({ meeting: aMeeting({ accessContact: '' }) }), before(1), '').kind).toBe('missing');
  });

  it('does not count a posting for another date or kind', () => {
    const posting = aPosting(before(80));
    expect(postingInTime(aMeeting(), [posting], hours)).toBe(posting);
    expect(postingInTime(aMeeting({ startsAt: plusElapsed(start, { hours: 24 }) }), [posting], hours)).toBeUndefined();
    expect(postingInTime(aMeeting({ kind: 'special' }), [posting], hours)).toBeUndefined();
  });

  it('counts the newest version made in time, not a later one', () => {
    const first = aPosting(before(80));
    const second = aPosting(before(72), { before: [first] });
    const third = aPosting(before(71), { before: [first, second] });
    expect(postingInTime(aMeeting(), [third, first, second], hours)?.number).toBe(2);
  });
});

describe('what may be decided', () => {
  const posting = aPosting(before(80));

  it('is an action item that was posted in time, and nothing else', () => {
    const [, , comment, a] = anAgenda();
    const outcomes = [a!, comment!, { ...a!, isInformationOnly: true }, { ...a!, isAction: false }, anItem('new')].map((item) =>
      itemMayTakeAction(item, posting),
    );
    expect(outcomes).toEqual([true, false, false, false, false]);
    expect(itemMayTakeAction(a!, undefined)).toBe(false);
  });

  it('is nothing in meetings that only inform', () => {
    const outcomes = meetingKinds.map((kind) => [
      kind,
      itemMayTakeAction(anAgenda()[3]!, aPosting(before(80), { meeting: aMeeting({ kind }) })),
    ]);
    expect(outcomes).toEqual([
      ['regular', true],
      ['special', true],
      ['emergency', true],
      ['orientation', false],
      ['community', false],
    ]);
  });

  it('leaves what is added after the deadline for information, and what is posted late as well', () => {
    const items = append(anAgenda(), anItem('b'));
    const marks = (desk: Desk, at: string) =>
      asOf(desk, at)
        .items.filter(({ isInformationOnly }) => isInformationOnly)
        .map(({ id }) => id);
    expect(marks(aDesk({ items, postings: [posting] }), before(72))).toEqual([]);
    expect(marks(aDesk({ items, postings: [posting] }), before(72, 1))).toEqual(['b']);
    expect(marks(aDesk({ items }), before(72, 1))).toEqual(['a', 'b']);
  });

  it('keeps the title of what was posted once the deadline is over', () => {
    const [, , , a] = anAgenda();
    const desk = aDesk({ postings: [posting] });
    expect([isFrozen(desk, a!, before(72)), isFrozen(desk, a!, before(72, 1)), isFrozen(desk, anItem('b'), before(1))]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('a frozen version', () => {
  it('is canonical: the same bytes whatever the order of its parts', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'é"\n' }], a: undefined, A: true })).toBe('{"A":true,"b":[1,{"c":"é\\"\\n","d":null}]}');
  });

  it('carries the hash of its own bytes and the one of the version before', () => {
    const first = aPosting(before(80));
    const second = aPosting(before(79), { before: [first] });
    expect(createHash('sha256').update(Buffer.from(first.snapshot, 'utf8')).digest('hex')).toBe(first.sha256);
    expect([first.number, first.content.previous, second.number, second.content.previous]).toEqual([1, null, 2, first.sha256]);
    expect(canonicalJson(JSON.parse(second.snapshot))).toBe(second.snapshot);
  });
});

describe('the differences between versions', () => {
  const content = (items = anAgenda(), meeting = aMeeting()) => contentOf({ meeting, items, attachments: [] });
  const told = (after: ReturnType<typeof content>) =>
    differences(content(append(anAgenda(), anItem('b'))), after).map(({ kind, itemId, fields }) => [kind, itemId, fields]);

  it('are none for the same words', () => {
    expect(told(content(append(anAgenda(), anItem('b'))))).toEqual([]);
  });

  it('name what was added, taken off, reworded and moved, once each', () => {
    const two = append(anAgenda(), anItem('b'));
    expect(told(content(append(two, anItem('c'))))).toEqual([['added', 'c', []]]);
    expect(told(content(anAgenda()))).toEqual([['removed', 'b', []]]);
    expect(told(content(two.map((item) => (item.id === 'b' ? { ...item, minutes: 5, title: { en: 'Other' } } : item))))).toEqual([
      ['changed', 'b', ['title', 'minutes']],
    ]);
    expect(told(content(move(move(two, 'b', 'up'), 'b', 'up')))).toEqual([['moved', 'b', ['order']]]);
  });

  it('name what changed about the meeting', () => {
    expect(told(content(append(anAgenda(), anItem('b')), aMeeting({ place: 'Elsewhere', room: '1' })))).toEqual([
      ['meeting', null, ['place', 'room']],
    ]);
  });
});

describe('the policy of postings', () => {
  it('lets staff of the collaborative and administrators post late', () => {
    const actor = (role: RoleName, collaborativeId: string | null) => ({
      ...visitor('en'),
      id: 'x',
      grants: [{ role, collaborativeId, cycleId: null }],
    });
    const chair = { ...visitor('en'), id: 'x', offices: [{ office: 'chair' as const, collaborativeId: 'central-1' }] };
    const people = [
      actor('staff', 'central-1'),
      actor('administrator', null),
      actor('staff', 'south-1'),
      actor('approver', 'central-1'),
      chair,
      visitor('en'),
    ];
    expect(people.map((person) => postingPolicy.postLate(person, aMeeting()).allowed)).toEqual([true, true, false, false, false, false]);
  });
});
