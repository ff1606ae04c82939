import {
  answer,
  answerBy,
  isOverdue,
  nextInLine,
  offerMachine,
  unanswered,
  type Answer,
  type Offer,
} from '../../../src/features/offers/offer';

const accepting = (at: string): Answer => ({ event: 'accept', at, via: 'self', by: 'ana' });

describe('an offer', () => {
  const offer = (given: Partial<Offer> = {}): Offer => ({
    id: 'o',
    candidacyId: 'c',
    applicationId: 'a',
    seatId: 's',
    status: 'open',
    offeredAt: '2026-11-21T20:00:00.000Z',
    answerBy: '2026-12-02T07:59:59.999Z',
    ...unanswered,
    version: 1,
    ...given,
  });

  it('can be answered until the end of its last day in Los Angeles, also where clocks change', () => {
    expect(answerBy('2026-11-21T20:00:00.000Z', 10)).toBe('2026-12-02T07:59:59.999Z');
    expect(answerBy('2026-10-28T20:00:00.000Z', 10)).toBe('2026-11-08T07:59:59.999Z');
    expect([isOverdue(offer(), '2026-12-02T07:59:59.999Z'), isOverdue(offer(), '2026-12-02T08:00:00.000Z')]).toEqual([false, true]);
    expect(answer(offer(), accepting('2026-12-02T07:59:59.999Z')).status).toBe('accepted');
    expect(() => answer(offer(), accepting('2026-12-02T08:00:00.000Z'))).toThrow('offers.errors.offerOver');
    expect(() => answer(offer({ status: 'accepted' }), { ...accepting('2026-11-22T08:00:00.000Z'), event: 'decline' })).toThrow(
      'no decline from accepted',
    );
  });

  it('goes to the first alternate who is free and fits', () => {
    const line = [
      ['a', 1, true],
      ['b', 3, false],
      ['c', 2, false],
    ] as const;
    const waiting = line.map(([candidacyId, place, isTaken]) => ({
      candidacyId,
      applicationId: candidacyId,
      constituency: 'families',
      place,
      isTaken,
    }));
    expect(nextInLine(waiting, () => true)?.candidacyId).toBe('c');
    expect(nextInLine(waiting, (constituency) => constituency === 'business')).toBeNull();
  });
});

describe('an answer', () => {
  const open: Offer = {
    id: 'o',
    candidacyId: 'c',
    applicationId: 'a',
    seatId: 's',
    status: 'open',
    offeredAt: '2026-11-21T20:00:00.000Z',
    answerBy: '2026-12-02T07:59:59.999Z',
    ...unanswered,
    version: 1,
  };

  it('moves an offer exactly as promised', () => {
    expect(Object.fromEntries(offerMachine.states.map((state) => [state, offerMachine.eventsFrom(state)]))).toEqual({
      open: ['accept', 'decline', 'lapse'],
      accepted: [],
      declined: [],
      lapsed: [],
    });
  });

  it('keeps who heard it on the phone, and why a seat was declined', () => {
    const heard = answer(open, { event: 'decline', at: '2026-11-22T08:00:00.000Z', via: 'phone', by: 'carla', reason: 'I moved away' });
    expect(heard).toMatchObject({ status: 'declined', answeredVia: 'phone', answeredBy: 'carla', declineReason: 'I moved away' });
    expect(answer(open, { ...accepting('2026-11-22T08:00:00.000Z'), reason: 'words' }).declineReason).toBeNull();
    expect(answer(open, { ...accepting('2026-11-22T08:00:00.000Z'), event: 'decline', reason: '' }).declineReason).toBeNull();
  });
});
