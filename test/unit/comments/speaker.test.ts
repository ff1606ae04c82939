import {
  checkSignUp,
  endOf,
  moved,
  speakerCounts,
  speakerMachine,
  takesSpeakers,
  type Speaker,
} from '../../../src/features/comments/speaker';

const meeting = { status: 'posted', startsAt: '2026-12-04T02:00:00.000Z' } as const;
const speaker: Speaker = {
  id: 's',
  meetingId: 'm',
  number: 3,
  itemId: null,
  name: '',
  email: '',
  way: 'in_person',
  interpreter: '',
  locale: 'en',
  status: 'waiting',
  signedAt: '2026-12-01T02:00:00.000Z',
  beganAt: null,
  endedAt: null,
  version: 1,
};
const began = '2026-12-04T02:04:10.000Z';

describe('speakers', () => {
  it('sign up on this site to the moment of the start, and at the door until the meeting ends', () => {
    expect([takesSpeakers(meeting, meeting.startsAt), takesSpeakers(meeting, '2026-12-04T02:00:00.001Z')]).toEqual([true, false]);
    const going = { ...meeting, status: 'in_session' } as const;
    expect(() => checkSignUp(going, began, true)).not.toThrow();
    expect(() => checkSignUp(going, began, false)).toThrow('comments.errors.signUpClosed');
    expect(() => checkSignUp({ ...meeting, status: 'adjourned' }, began, true)).toThrow('comments.errors.signUpClosed');
  });

  it('have the same time, and twice that with an interpreter', () => {
    expect(endOf({ beganAt: began, interpreter: '' }, 2)).toBe('2026-12-04T02:06:10.000Z');
    expect(endOf({ beganAt: began, interpreter: 'Korean' }, 2)).toBe('2026-12-04T02:08:10.000Z');
    expect(endOf({ beganAt: null, interpreter: '' }, 2)).toBeNull();
  });

  it.each([
    ['waiting', ['call', 'miss', 'cancel']],
    ['speaking', ['finish']],
    ['absent', ['call']],
    ['spoke', []],
    ['cancelled', []],
  ] as const)('who are %s can only %j', (status, events) => {
    expect(speakerMachine.eventsFrom(status)).toEqual(events);
  });

  it('are counted without a name: who spoke, and who was not there', () => {
    const called = moved(speaker, 'call', began);
    const done = moved(called, 'finish', '2026-12-04T02:06:00.000Z');
    expect([called.beganAt, done.endedAt]).toEqual([began, '2026-12-04T02:06:00.000Z']);
    expect(speakerCounts([done, called, moved(speaker, 'miss', began)])).toEqual({ spoke: 1, absent: 1 });
  });
});
