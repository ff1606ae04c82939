import { accessMachine, answerRequest, isPastCutOff, mayAsk, type AccessRequest } from '../../../src/features/access/access-request';
import { parseAccess, parseAnswer } from '../../../src/features/access/access-request.form';
import { logisticsOf, type Guest } from '../../../src/features/access/logistics';
import { rawNeeds } from '../../../src/features/access/access-request.views';

const request: AccessRequest = {
  id: 'a',
  meetingId: 'm',
  personId: null,
  name: '',
  email: 'rosa@example.org',
  phone: '',
  locale: 'es',
  needs: ['interpreter'],
  language: 'Mixteco',
  children: 0,
  words: '',
  status: 'open',
  askedAt: '2026-11-21T20:00:00.000Z',
  isLate: false,
  answer: '',
  answeredAt: null,
  answeredBy: null,
  version: 1,
};

describe('a request for help to take part', () => {
  it('goes through these states and no others', () => {
    expect(Object.fromEntries(accessMachine.states.map((state) => [state, accessMachine.eventsFrom(state)]))).toEqual({
      open: ['arrange', 'refuse'],
      arranged: ['refuse'],
      refused: ['arrange'],
    });
  });

  it('keeps the words of its last answer, refuses the same answer twice, and a stale one', () => {
    const arranged = answerRequest(request, { event: 'arrange', words: 'Ask at the door', by: 'sam', at: '2026-11-22T20:00:00.000Z' }, 1);
    expect([arranged.status, arranged.answer, arranged.answeredBy]).toEqual(['arranged', 'Ask at the door', 'sam']);
    const again = { event: 'arrange', words: '', by: 'sam', at: '2026-11-22T21:00:00.000Z' } as const;
    expect(() => answerRequest(arranged, again, 1)).toThrow('no arrange from arranged');
    expect(() => answerRequest(arranged, { ...again, event: 'refuse' }, 2)).toThrow('errors.conflict.changedMeanwhile');
  });

  it('may come until the meeting begins, to the second', () => {
    const meeting = { status: 'posted', startsAt: '2026-12-04T02:00:00.000Z' } as const;
    expect(['2026-12-04T01:59:59.999Z', '2026-12-04T02:00:00.000Z'].map((now) => mayAsk(meeting, now))).toEqual([true, false]);
    expect(mayAsk({ ...meeting, status: 'cancelled' }, '2026-12-01T00:00:00.000Z')).toBe(false);
  });

  it('is late from the day after the day to ask by, in Los Angeles', () => {
    const moments = ['2026-12-01T07:59:59.000Z', '2026-12-01T08:00:00.000Z'];
    expect(moments.map((now) => isPastCutOff('2026-11-30', now))).toEqual([false, true]);
    expect(isPastCutOff(null, '2099-01-01T00:00:00.000Z')).toBe(false);
  });
});

const sent = { needs: ['interpreter'], language: 'Korean', children: '', words: '', name: '', email: '', phone: '213 555 0100' };

describe('what is sent', () => {
  it.each([
    [{ needs: [] }, 'needs'],
    [{ language: '' }, 'language'],
    [{ needs: ['child_care'], children: '0' }, 'children'],
    [{ needs: ['more'], words: ' ' }, 'words'],
    [{ phone: '' }, 'email'],
    [{ email: 'nobody' }, 'email'],
    [{ children: '21' }, 'children'],
  ])('with %j lacks %s', (given, field) => {
    const parsed = parseAccess({ ...sent, ...given });
    expect(parsed.ok ? [] : Object.keys(parsed.errors)).toEqual([field]);
  });

  it('keeps no language and no number of children that nobody needs', () => {
    const parsed = parseAccess({ ...sent, needs: ['mobility', 'odd'], children: '3' });
    expect(parsed.ok && parsed.values).toMatchObject({ needs: ['mobility'], language: '', children: 0, email: null });
  });

  it('as an answer needs words where it is not possible', () => {
    const answers = [
      { event: 'arrange', words: '' },
      { event: 'refuse', words: '' },
      { event: 'refuse', words: 'Nobody speaks it.' },
    ].map((given) => parseAnswer({ ...given, version: '1' }).ok);
    expect(answers).toEqual([true, false, true]);
  });
});

const guest = (given: Partial<Guest>): Guest => ({ personId: 'p', name: 'Ana', answer: null, needs: {}, ...given });

describe('the sheet for the room', () => {
  it('counts answers, children and languages, however they are written, and leaves out who does not come and what is not possible', () => {
    const guests = [
      guest({ answer: 'coming', needs: { interpreter: 'Español' } }),
      guest({ answer: 'remote' }),
      guest({ answer: 'not_coming', needs: { interpreter: 'Farsi' } }),
      guest({ needs: { mobility: 'Step-free', interpreter: '' } }),
    ];
    const requests = [
      { ...request, language: 'espanol' },
      { ...request, needs: ['child_care', 'large_print'] as const, language: '', children: 2, status: 'arranged' as const },
      { ...request, language: 'Korean', status: 'refused' as const },
    ];
    expect(logisticsOf(guests, requests)).toEqual({
      coming: 1,
      remote: 1,
      notComing: 1,
      unanswered: 1,
      interpreters: [{ language: 'espanol', people: 2 }],
      children: 2,
      counts: { interpreter: 1, child_care: 1, large_print: 1 },
      members: [guests[0], guests[3]],
      open: 1,
    });
  });

  it('fills the form in from a standing profile', () => {
    expect(rawNeeds({ interpreter: 'Korean', childCare: 'Two, 3 and 5', other: '' })).toEqual({
      needs: ['interpreter', 'child_care'],
      language: 'Korean',
      words: 'Two, 3 and 5',
    });
  });
});
