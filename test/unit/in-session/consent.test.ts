import { differences } from '../../../src/features/agendas/differences';
import { parseItem } from '../../../src/features/agendas/agenda-item.form';
import { renumber, type AgendaItem } from '../../../src/features/agendas/agenda-item';
import {
  checkNotInGroup,
  checkNotVotedTogether,
  checkPuttingBack,
  consentGroup,
  takeOutOfGroup,
} from '../../../src/features/in-session/consent';
import { isAbout, type Motion } from '../../../src/features/in-session/motion';
import { checkAdjournment } from '../../../src/features/in-session/session';
import { anItem, aPosting } from '../../support/builders/agenda';

const at = '2026-12-04T02:05:00.000Z';
const marked = (id: string, given: Partial<AgendaItem> = {}) => anItem(id, { isConsent: true, ...given });
const posted = aPosting('2026-11-25T20:00:00.000Z', { items: renumber([marked('a'), marked('b'), anItem('c')]) });
const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
const taken = (itemId: string) => ({ itemId, membershipId: 'ana', at });
const moved: Motion = {
  id: 'm',
  meetingId: 'meeting-1',
  itemId: 'a',
  number: 1,
  text: 'Approve',
  moverId: 'ana',
  seconderId: 'bo',
  status: 'moved',
  movedAt: at,
  decidedAt: null,
  alsoItemIds: ['b'],
  version: 1,
};
const refusal = (work: () => unknown): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { key: string }).key;
  }
};

describe('the consent group', () => {
  it('holds what the posting in time shows in it, as long as it is open and nobody took it out', () => {
    const group = (items: readonly AgendaItem[], out: readonly string[] = []) => ids(consentGroup(items, posted, out.map(taken)).together);
    expect(group([marked('a'), marked('b'), marked('c')])).toEqual(['a', 'b']);
    expect(group([marked('a'), marked('b')], ['a'])).toEqual(['b']);
    expect(group([marked('a', { outcome: 'postponed' }), anItem('b')])).toEqual([]);
    expect(group([marked('a', { isAction: false }), marked('b', { isInformationOnly: true })])).toEqual([]);
    expect(consentGroup([marked('a')], undefined, []).together).toEqual([]);
  });

  it('lets a voting member who is there take an item out, until the motion is on the floor', () => {
    const group = consentGroup([marked('a'), marked('b')], posted, [taken('b')]);
    const take = (itemId: string, motions: readonly Motion[] = [], present = ['ana']) =>
      refusal(() => takeOutOfGroup(taken(itemId), { group, motions, present: new Set(present) }));
    expect(take('a')).toBeNull();
    expect(take('a', [{ ...moved, status: 'withdrawn' }])).toBeNull();
    expect(take('a', [moved])).toBe('inSession.errors.motionOpen');
    expect(take('a', [], ['bo'])).toBe('consentGroup.errors.memberGone');
    expect(take('b')).toBe('consentGroup.errors.notInGroup');
    expect(take('c')).toBe('consentGroup.errors.notInGroup');
  });

  it('takes an item back that was not dealt with alone', () => {
    const group = consentGroup([marked('a'), marked('b')], posted, [taken('b')]);
    expect(refusal(() => checkPuttingBack(marked('b'), group, []))).toBeNull();
    expect(refusal(() => checkPuttingBack(marked('b'), group, [{ ...moved, itemId: 'b' }]))).toBe('inSession.errors.motionOpen');
    expect(refusal(() => checkPuttingBack(marked('b', { outcome: 'decided' }), group, []))).toBe('consentGroup.errors.notInGroup');
    expect(refusal(() => checkPuttingBack(marked('a'), group, []))).toBe('consentGroup.errors.notInGroup');
  });

  it('keeps its items from motions and outcomes of their own', () => {
    const group = consentGroup([marked('a')], posted, []);
    expect(refusal(() => checkNotInGroup(marked('a'), group))).toBe('consentGroup.errors.inGroup');
    expect(refusal(() => checkNotInGroup(anItem('c'), group))).toBeNull();
    expect(refusal(() => checkNotVotedTogether(marked('b'), [moved]))).toBe('inSession.errors.motionOpen');
    expect(refusal(() => checkNotVotedTogether(marked('b'), [{ ...moved, status: 'carried' }]))).toBeNull();
    expect([isAbout(moved, 'a'), isAbout(moved, 'b'), isAbout(moved, 'c')]).toEqual([true, true, false]);
  });

  it('holds a meeting until each of its items has an outcome', () => {
    const open = renumber([marked('a', { outcome: 'decided' }), marked('b')]);
    expect(refusal(() => checkAdjournment(open, []))).toBe('inSession.errors.outcomesMissing');
    expect(
      refusal(() => checkAdjournment(renumber([marked('a', { outcome: 'decided' }), marked('b', { outcome: 'decided' })]), [])),
    ).toBeNull();
  });
});

describe('an agenda', () => {
  it('names the group in its snapshot only where it holds an item, and its marking is a difference', () => {
    const plain = aPosting('2026-11-25T20:00:00.000Z', { items: renumber([anItem('a'), anItem('b')]) });
    const group = aPosting('2026-11-25T20:00:00.000Z', {
      items: renumber([marked('a'), marked('b', { isInformationOnly: true })]),
    });
    expect(plain.snapshot).not.toContain('isConsent');
    expect(group.content.items.map(({ isConsent }) => isConsent)).toEqual([true, undefined]);
    const [change] = differences(plain.content, {
      ...group.content,
      items: group.content.items.slice(0, 1).concat(plain.content.items.slice(1)),
    });
    expect(change).toMatchObject({ kind: 'changed', itemId: 'a', fields: ['isConsent'] });
  });

  it('puts into the group only what may be decided', () => {
    const sent = { titleEn: 'Chairs', purpose: 'procedure', minutes: '5', isConsent: 'yes' };
    expect(parseItem(sent)).toMatchObject({ ok: false, errors: { isConsent: {} }, raw: { titleEn: 'Chairs' } });
    expect(parseItem({ ...sent, isAction: 'yes' })).toMatchObject({ ok: true, values: { isConsent: ['yes'] } });
  });
});
