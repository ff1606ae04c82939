import { answerRequest, type HelpRequest } from '../../../src/features/help/help-request';
import { helpPolicy } from '../../../src/features/help/help-request.policy';
import { visitor, type Actor, type RoleName } from '../../../src/lib/actor';

const request: HelpRequest = {
  id: 'h',
  name: 'Ana',
  email: 'ana@example.org',
  collaborativeId: 'c',
  text: 'When?',
  locale: 'es',
  askedAt: '2026-11-21T20:00:00.000Z',
  answeredAt: null,
  answeredBy: null,
  answer: null,
  version: 1,
};

describe('a question', () => {
  it('is answered once', () => {
    const answered = answerRequest(request, 'On Monday', 'sam', '2026-11-22T20:00:00.000Z');
    expect(answered).toEqual({ ...request, answer: 'On Monday', answeredBy: 'sam', answeredAt: '2026-11-22T20:00:00.000Z' });
    expect(() => answerRequest(answered, 'On Tuesday', 'sam', '2026-11-23T20:00:00.000Z')).toThrow('help.errors.answered');
  });
});

const actorAs = (role: RoleName, collaborativeId: string | null): Actor => ({
  ...visitor('en'),
  id: 'p',
  grants: [{ role, collaborativeId, cycleId: null }],
});

describe('who answers', () => {
  it.each([
    ['a visitor', visitor('en'), [false, false, false]],
    ['a person without a role', { ...visitor('en'), id: 'p' }, [false, false, false]],
    ['staff of that collaborative', actorAs('staff', 'c'), [true, true, false]],
    ['staff of another', actorAs('staff', 'd'), [true, false, false]],
    ['the approver', actorAs('approver', 'c'), [false, false, false]],
    ['a reviewer', actorAs('reviewer', 'c'), [false, false, false]],
    ['a caller', actorAs('caller', 'c'), [false, false, false]],
    ['an administrator', actorAs('administrator', null), [true, true, true]],
  ])('%s: list, one of theirs, one that names no collaborative', (_, actor, expected) => {
    const general = { collaborativeId: null };
    expect([helpPolicy.list(actor).allowed, helpPolicy.view(actor, request).allowed, helpPolicy.view(actor, general).allowed]).toEqual(
      expected,
    );
    expect([helpPolicy.answer(actor, request).allowed, helpPolicy.answer(actor, general).allowed]).toEqual(expected.slice(1));
  });
});
