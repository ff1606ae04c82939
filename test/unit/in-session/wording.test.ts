import type { Motion } from '../../../src/features/in-session/motion';
import { reword, wordsBefore } from '../../../src/features/in-session/wording';
import { Conflict } from '../../../src/lib/errors';

const motion: Motion = {
  id: 'x',
  meetingId: 'm',
  itemId: 'i',
  number: 1,
  text: 'Plant ten trees',
  moverId: 'a',
  seconderId: 'b',
  status: 'moved',
  movedAt: '2026-12-04T02:10:00.000Z',
  decidedAt: null,
  version: 1,
};
const change = { text: 'Plant twelve trees', at: '2026-12-04T02:12:00.000Z' };
const room = { present: new Set(['a', 'b', 'c']), earlier: [] };

it('changes a motion on the floor and keeps what it said, in order', () => {
  const first = reword(motion, change, room);
  expect(first).toEqual({
    motion: { ...motion, text: 'Plant twelve trees' },
    wording: { motionId: 'x', number: 1, text: 'Plant ten trees', replacedAt: change.at },
  });
  const second = reword(first.motion, { ...change, text: 'Plant oaks' }, { ...room, earlier: [first.wording] });
  expect(second.wording).toMatchObject({ number: 2, text: 'Plant twelve trees' });
  const other = { ...first.wording, motionId: 'y' };
  expect(wordsBefore([first.wording, other, second.wording], 'x')).toEqual(['Plant ten trees', 'Plant twelve trees']);
});

it.each(['carried', 'failed', 'withdrawn'] as const)('changes nothing that is %s', (status) => {
  expect(() => reword({ ...motion, status }, change, room)).toThrow(Conflict);
});

it.each(['a', 'b'])('needs its mover and its seconder there: not when %s has left', (gone) => {
  const present = new Set(['a', 'b', 'c'].filter((id) => id !== gone));
  expect(() => reword(motion, change, { ...room, present })).toThrow(Conflict);
});

it('is the mover’s alone to change while nobody has seconded it', () => {
  const waiting: Motion = { ...motion, status: 'waiting', seconderId: null };
  expect(reword(waiting, change, room).motion).toEqual({ ...waiting, text: 'Plant twelve trees' });
  expect(() => reword(waiting, change, { ...room, present: new Set(['b', 'c']) })).toThrow(Conflict);
  expect(() => reword({ ...waiting, status: 'died' }, change, room)).toThrow(Conflict);
});
