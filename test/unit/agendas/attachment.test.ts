import { differences } from '../../../src/features/agendas/differences';
import { goesUpAtOnce, hasRoom, isForAll, wasPublic } from '../../../src/features/agendas/attachment';
import { attachmentPolicy } from '../../../src/features/agendas/attachment.policy';
import { contentOf } from '../../../src/features/agendas/posting-rules';
import { visitor, type Actor } from '../../../src/lib/actor';
import { plusElapsed } from '../../../src/lib/time';
import { anAgenda, aPaper, aPosting } from '../../support/builders/agenda';
import { aMeeting } from '../../support/builders/meeting';

const hours = { regular: 72, special: 24 };
const before = (needed: number, milliseconds = 0) => plusElapsed(aMeeting().startsAt, { hours: -needed, milliseconds });
const posted = aPosting(before(80), { attachments: [aPaper('p')] });

describe('a paper goes up at once', () => {
  const agenda = { meeting: aMeeting(), postings: [posted], hours };

  it('when it comes after the deadline for an item that is posted', () => {
    const cases = [
      goesUpAtOnce(agenda, 'a', before(72)),
      goesUpAtOnce(agenda, 'a', before(72, 1)),
      goesUpAtOnce(agenda, 'new', before(1)),
      goesUpAtOnce({ ...agenda, postings: [] }, 'a', before(1)),
    ];
    expect(cases).toEqual([false, true, false, false]);
  });

  it('by the hours of its kind of meeting, and by posting alone where no clock runs', () => {
    const special = { ...agenda, meeting: aMeeting({ kind: 'special' }) };
    const community = { ...agenda, meeting: aMeeting({ kind: 'community' }) };
    expect([goesUpAtOnce(special, 'a', before(24)), goesUpAtOnce(special, 'a', before(24, 1))]).toEqual([false, true]);
    expect(goesUpAtOnce(community, 'a', before(1))).toBe(false);
  });
});

describe('a paper', () => {
  it('is for all once a version names it or it went up at once, until it is taken off', () => {
    const papers = [aPaper('p'), aPaper('draft'), aPaper('late', { publishedAt: before(1) }), aPaper('p', { removedAt: before(1) })];
    expect(papers.map((paper) => [wasPublic(paper, [posted]), isForAll(paper, [posted])])).toEqual([
      [true, true],
      [false, false],
      [true, true],
      [true, false],
    ]);
  });

  it('has room up to 100 MB in all, not counting what was taken off', () => {
    const present = [aPaper('p', { bytes: 99_000_000 }), aPaper('q', { bytes: 50_000_000, removedAt: before(1) })];
    expect([hasRoom(present, 1_000_000), hasRoom(present, 1_000_001)]).toEqual([true, false]);
  });

  it('belongs to the content of its item, without who added it', () => {
    const content = contentOf({ meeting: aMeeting(), items: anAgenda(), attachments: [aPaper('p'), aPaper('q', { itemId: 'call' })] });
    expect(content.items.map(({ id, attachments }) => [id, attachments?.map((paper) => paper.id)])).toEqual([
      ['call', ['q']],
      ['roll', undefined],
      ['comment', undefined],
      ['a', ['p']],
      ['adjourn', undefined],
    ]);
    expect(content.items[3]!.attachments).toEqual([
      {
        id: 'p',
        title: { en: 'Paper p' },
        name: 'p.pdf',
        format: 'pdf',
        bytes: 1000,
        sha256: `p${'0'.repeat(63)}`,
        addedAt: '2026-11-22T20:00:00.000Z',
      },
    ]);
  });

  it('changes the item it is added to or taken off', () => {
    const content = (attachments: Parameters<typeof contentOf>[0]['attachments']) =>
      contentOf({ meeting: aMeeting(), items: anAgenda(), attachments });
    const told = (from: typeof attachments, to: typeof attachments) =>
      differences(content(from), content(to)).map(({ kind, itemId, fields }) => [kind, itemId, fields]);
    const attachments = [aPaper('p')];
    expect(told([], attachments)).toEqual([['changed', 'a', ['attachments']]]);
    expect(told(attachments, [])).toEqual([['changed', 'a', ['attachments']]]);
    expect(told(attachments, attachments)).toEqual([]);
  });
});

describe('the policy of papers', () => {
  const person = (given: Partial<Actor>): Actor => ({ ...visitor('en'), id: 'x', ...given });
  const people: readonly Actor[] = [
    visitor('en'),
    person({ seats: [{ membershipId: 'm', collaborativeId: 'central-1', status: 'active' }] }),
    person({ grants: [{ role: 'staff', collaborativeId: 'south-1', cycleId: null }] }),
    person({ grants: [{ role: 'approver', collaborativeId: 'central-1', cycleId: null }] }),
    person({ offices: [{ office: 'secretary', collaborativeId: 'central-1' }] }),
    person({ grants: [{ role: 'staff', collaborativeId: 'central-1', cycleId: null }] }),
    person({ grants: [{ role: 'administrator', collaborativeId: null, cycleId: null }] }),
  ];
  const readers = (attachment: ReturnType<typeof aPaper>, meeting = aMeeting()) =>
    people.map((actor) => attachmentPolicy.read(actor, { attachment, meeting, postings: [posted] }).allowed);

  it('shows what is up to everyone, drafts and what was taken off to those who run the meeting', () => {
    const runners = [false, false, false, false, true, true, true];
    expect(readers(aPaper('p'))).toEqual(people.map(() => true));
    expect(readers(aPaper('draft'))).toEqual(runners);
    expect(readers(aPaper('p', { removedAt: before(1) }))).toEqual(runners);
    expect(readers(aPaper('p'), aMeeting({ status: 'draft' }))).toEqual(runners);
  });
});
