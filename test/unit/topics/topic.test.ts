import { parseDecision } from '../../../src/features/topics/topic.form';
import { decide, standing, topicMachine, type Topic, type TopicStatus } from '../../../src/features/topics/topic';
import { topicPolicy } from '../../../src/features/topics/topic.policy';
import { IllegalTransition } from '../../../src/lib/errors';
import { visitor, type Actor } from '../../../src/lib/actor';

const topic: Topic = {
  id: 't',
  collaborativeId: 'c',
  proposedBy: 'ana',
  proposedAt: '2026-11-21T20:00:00.000Z',
  locale: 'es',
  title: 'Sombra',
  why: 'Hace calor',
  minutes: 10,
  status: 'proposed',
  itemId: null,
  meetingId: null,
  answer: '',
  decidedAt: null,
  decidedBy: null,
  version: 1,
};
const order = { answer: '', at: '2026-11-22T20:00:00.000Z', by: 'cy', isOnAgenda: true } as const;

const promised: Readonly<Record<TopicStatus, Readonly<Record<string, TopicStatus>>>> = {
  proposed: { accept: 'accepted', defer: 'deferred', refuse: 'refused' },
  deferred: { accept: 'accepted', refuse: 'refused' },
  accepted: {},
  refused: {},
};

describe('a proposed topic', () => {
  it.each(topicMachine.states)('that is %s takes exactly the decisions we promise', (status) => {
    const steps = topicMachine.eventsFrom(status).map((event) => [event, topicMachine.next(status, event)]);
    expect(Object.fromEntries(steps)).toEqual(promised[status]);
  });

  it('waits again when its line is on no agenda any more, and only then', () => {
    expect(standing({ status: 'accepted' }, true)).toBe('accepted');
    expect(standing({ status: 'accepted' }, false)).toBe('deferred');
    expect(standing({ status: 'refused' }, false)).toBe('refused');
    expect(() => decide({ ...topic, status: 'accepted' }, { ...order, decision: 'refuse' })).toThrow(IllegalTransition);
    expect(decide({ ...topic, status: 'accepted' }, { ...order, decision: 'refuse', isOnAgenda: false }).status).toBe('refused');
  });
});

describe('the form that decides', () => {
  const faults = (body: Record<string, string>): string[] => {
    const parsed = parseDecision({ version: '1', ...body });
    return parsed.ok ? [] : Object.keys(parsed.errors);
  };

  it('asks for a reason only where a topic is not taken up', () => {
    expect(faults({ decision: 'refuse', answer: '   ' })).toEqual(['answer']);
    expect(faults({ decision: 'refuse', answer: 'Not ours to advise on' })).toEqual([]);
    expect(faults({ decision: 'defer' })).toEqual([]);
  });

  it('asks for a place, an English title and minutes only where it goes on an agenda', () => {
    expect(faults({ decision: 'accept', titleEs: 'Sombra' })).toEqual(['where', 'titleEn', 'minutes']);
    expect(faults({ decision: 'accept', where: 'next', titleEn: 'Shade', minutes: '0' })).toEqual([]);
    expect(faults({ decision: 'accept', where: "x' or 1=1", titleEn: 'Shade', minutes: '5' })).toEqual(['where']);
    expect(faults({ decision: 'accept', where: 'next', titleEn: 'Shade', minutes: '241' })).toEqual(['minutes']);
    expect(faults({ decision: 'adopt' })).toEqual(['decision']);
  });
});

describe('who may do what with topics', () => {
  const sitting = (status: 'active' | 'pending', collaborativeId = 'c'): Actor => ({
    ...visitor('en'),
    id: 'a',
    seats: [{ collaborativeId, status } as Actor['seats'][number]],
  });
  const granted = (role: string, collaborativeId: string | null = 'c'): Actor => ({
    ...visitor('en'),
    id: 'a',
    grants: [{ role, collaborativeId } as Actor['grants'][number]],
  });
  const officer: Actor = { ...sitting('active'), offices: [{ collaborativeId: 'c' } as Actor['offices'][number]] };

  it.each([
    ['a visitor', visitor('en'), false, false],
    ['a member', sitting('active'), true, false],
    ['a member to be', sitting('pending'), false, false],
    ['a member of another body', sitting('active', 'd'), false, false],
    ['an officer', officer, true, true],
    ['staff', granted('staff'), false, true],
    ['staff of another body', granted('staff', 'd'), false, false],
    ['an approver', granted('approver'), false, false],
    ['an administrator', granted('administrator', null), false, true],
  ] as const)('%s', (_, actor, proposes, decides) => {
    expect([topicPolicy.propose(actor, 'c').allowed, topicPolicy.decide(actor, 'c').allowed]).toEqual([proposes, decides]);
  });
});
