import { movedBetween } from '../../lib/moves';
import type { Change, ChangedField } from './posting';
import { canonicalJson, type Snapshot, type SnapshotItem, type SnapshotMeeting } from './snapshot';

type Content = Pick<Snapshot, 'meeting' | 'items'>;

const itemFields = [
  'title',
  'purpose',
  'presenter',
  'minutes',
  'text',
  'isAction',
  'isInformationOnly',
  'isConsent',
  'attachments',
  'noteId',
  'priority',
  'carriedFrom',
] as const satisfies readonly (keyof SnapshotItem)[];

/** What a reader of the version before must know: items added, removed, reworded or moved, and changes of the meeting itself. */
export function differences(before: Content, after: Content): Change[] {
  const old = new Map(before.items.map((item) => [item.id, item]));
  const present = new Set(after.items.map((item) => item.id));
  return [
    ...meetingChanges(before.meeting, after.meeting),
    ...after.items.filter(({ id }) => !old.has(id)).map((item) => itemChange('added', item)),
    ...before.items.filter(({ id }) => !present.has(id)).map((item) => itemChange('removed', item)),
    ...after.items.flatMap((item) => rewordings(old.get(item.id), item)),
    ...moves(before.items, after.items),
  ];
}

function meetingChanges(before: SnapshotMeeting, after: SnapshotMeeting): Change[] {
  const fields = (Object.keys(after) as (keyof SnapshotMeeting)[]).filter((name) => !isSame(before[name], after[name]));
  return fields.length === 0 ? [] : [{ kind: 'meeting', itemId: null, title: null, fields }];
}

const itemChange = (kind: Change['kind'], item: SnapshotItem, fields: readonly ChangedField[] = []): Change => ({
  kind,
  itemId: item.id,
  title: item.title,
  fields,
});

function rewordings(before: SnapshotItem | undefined, after: SnapshotItem): Change[] {
  if (before === undefined) return [];
  const fields = itemFields.filter((name) => !isSame(toldOf(before, name), toldOf(after, name)));
  return fields.length === 0 ? [] : [itemChange('changed', after, fields)];
}

/** A priority that is worded anew is the same one: that changes no agenda. */
const toldOf = (item: SnapshotItem, name: (typeof itemFields)[number]): unknown => (name === 'priority' ? item.priority?.id : item[name]);

/** The items that must have been moved, among those both versions have; numbers that only shift do not count. */
function moves(before: readonly SnapshotItem[], after: readonly SnapshotItem[]): Change[] {
  const ids = (items: readonly SnapshotItem[]) => items.map(({ id }) => id);
  const moved = movedBetween(ids(before), ids(after));
  return after.filter(({ id }) => moved.includes(id)).map((item) => itemChange('moved', item, ['order']));
}

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);
