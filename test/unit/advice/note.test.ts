import { answerMachine, isWhole, send, sign, type Answer } from '../../../src/features/advice/answer';
import { deliver, frozenWords, isPublic, lateness, noteMachine, step, type Note } from '../../../src/features/advice/note';
import { notePolicy } from '../../../src/features/advice/note.policy';
import { visitor, type Actor } from '../../../src/lib/actor';
import { Conflict, Forbidden, IllegalTransition } from '../../../src/lib/errors';

const note: Note = {
  id: 'n1',
  reference: 'C-2026-01',
  collaborativeId: 'c1',
  status: 'draft',
  title: { en: 'Shade', es: 'Sombra' },
  background: { en: 'It is hot.', es: 'Hace calor.' },
  priority: null,
  topic: 'facilities',
  addressee: { en: 'Local District Central', es: 'Distrito Local Centro' },
  recommendations: [
    { id: 'r1', number: 1, text: { en: 'Plant trees.' } },
    { id: 'r2', number: 2, text: { en: 'Buy sails.' } },
  ],
  authorIds: ['ana'],
  adoptedByMotion: null,
  draftedAt: '2026-11-01T20:00:00.000Z',
  openedAt: null,
  adoptedAt: null,
  deliveredAt: null,
  acknowledgedAt: null,
  answeredAt: null,
  closedAt: null,
  acknowledgeBy: null,
  answerBy: null,
  stoppedOn: null,
  sha256: null,
  version: 1,
};
const at = '2026-12-03T20:00:00.000Z';
const frozen = { sha256: 'x', daysOff: new Set<string>() };
const clocks = { acknowledgeDays: 5, answerDays: 30 };

describe('a note', () => {
  const promised = {
    draft: ['open', 'withdraw'],
    open: ['revise', 'adopt', 'withdraw'],
    adopted: ['deliver', 'withdraw'],
    delivered: ['acknowledge'],
    acknowledged: ['answer'],
    answered: ['close'],
    closed: [],
    withdrawn: [],
  };

  it.each(noteMachine.states)('%s takes exactly the steps we promise', (status) => {
    expect(noteMachine.eventsFrom(status)).toEqual(promised[status]);
  });

  it('is delivered only after its adoption, and then runs both clocks in working days', () => {
    expect(() => deliver(note, at, clocks, frozen)).toThrow(IllegalTransition);
    const adopted = step({ ...note, status: 'open' }, 'adopt', at);
    expect(deliver(adopted, at, clocks, frozen)).toMatchObject({
      status: 'delivered',
      deliveredAt: at,
      acknowledgeBy: '2026-12-10',
      answerBy: '2027-01-21',
      sha256: 'x',
    });
  });

  it('is not delivered empty', () => {
    expect(() => deliver({ ...note, status: 'adopted', recommendations: [] }, at, clocks, frozen)).toThrow(Conflict);
  });

  it('is late only after its day, and never again once answered', () => {
    const delivered = { status: 'delivered' as const, acknowledgeBy: '2026-12-10', answerBy: '2027-01-20', stoppedOn: null };
    expect(lateness(delivered, '2026-12-10')).toBe('none');
    expect(lateness(delivered, '2026-12-11')).toBe('acknowledgement');
    expect(lateness({ ...delivered, status: 'acknowledged' }, '2027-01-20')).toBe('none');
    expect(lateness({ ...delivered, status: 'acknowledged' }, '2027-01-21')).toBe('answer');
    expect(lateness({ ...delivered, status: 'answered' }, '2027-06-01')).toBe('none');
    expect(lateness({ ...delivered, status: 'acknowledged', stoppedOn: '2027-01-20' }, '2027-06-01')).toBe('none');
    expect(lateness({ ...delivered, status: 'acknowledged', stoppedOn: '2027-01-21' }, '2027-06-01')).toBe('answer');
  });

  it('has another fingerprint when one word of it changes', () => {
    expect(frozenWords(note)).toBe(
      '["C-2026-01",{"en":"Shade","es":"Sombra"},{"en":"It is hot.","es":"Hace calor."},[[1,{"en":"Plant trees."}],[2,{"en":"Buy sails."}]]]',
    );
    expect(frozenWords({ ...note, background: { en: 'It is cold.' } })).not.toBe(frozenWords(note));
  });

  it.each(noteMachine.states)('%s and never adopted is nobody else’s to read', (status) => {
    expect(isPublic({ status, adoptedAt: null })).toBe(false);
  });
});

describe('the answer', () => {
  const answer: Answer = {
    id: 'a1',
    noteId: 'n1',
    status: 'draft',
    opening: { en: '' },
    dispositions: [{ recommendationId: 'r1', disposition: 'declined', reasons: { en: 'No money.' }, commitment: null }],
    writtenBy: 'staff',
    sentAt: null,
    signedBy: null,
    signedAt: null,
    signedFor: null,
    returnWords: '',
    version: 1,
  };
  const accepted = { recommendationId: 'r2', disposition: 'accepted' as const, reasons: { en: 'Yes.' } };
  const commitment = { id: '', what: { en: 'Buy' }, who: 'Facilities', dueOn: '2027-06-01', status: 'planned' as const };

  const promised = { draft: ['save', 'send'], sent: ['sign', 'return'], returned: ['save', 'send'], signed: [] };

  it.each(answerMachine.states)('%s takes exactly the steps we promise', (status) => {
    expect(answerMachine.eventsFrom(status)).toEqual(promised[status]);
  });

  it('goes for signature only whole: each recommendation, each acceptance with its promise', () => {
    const ids = ['r1', 'r2'];
    expect(isWhole(answer, ids)).toBe(false);
    expect(() => send(answer, ids, at)).toThrow(Conflict);
    const unpromised = { ...answer, dispositions: [...answer.dispositions, { ...accepted, commitment: null }] };
    expect(isWhole(unpromised, ids)).toBe(false);
    const whole = { ...answer, dispositions: [...answer.dispositions, { ...accepted, commitment }] };
    expect(send(whole, ids, at)).toMatchObject({ status: 'sent', sentAt: at });
  });

  it('is never signed by whoever wrote it', () => {
    const sent: Answer = { ...answer, status: 'sent' };
    expect(() => sign(sent, { by: 'staff', inPlaceOf: null }, at)).toThrow(Forbidden);
    expect(() => sign(sent, { by: 'deputy', inPlaceOf: 'staff' }, at)).toThrow(Forbidden);
    expect(sign(sent, { by: 'approver', inPlaceOf: null }, at)).toMatchObject({ status: 'signed', signedBy: 'approver', signedFor: null });
    expect(sign(sent, { by: 'deputy', inPlaceOf: 'approver' }, at)).toMatchObject({ signedBy: 'deputy', signedFor: 'approver' });
  });
});

describe('who may do what with advice', () => {
  const person = (id: string, more: Partial<Actor>): Actor => ({ ...visitor('en'), id, ...more });
  const grant = (role: 'staff' | 'approver' | 'administrator', collaborativeId: string | null) => ({
    grants: [{ role, collaborativeId, cycleId: null }],
  });
  const seat = (collaborativeId: string, status: 'active' | 'pending' = 'active') => ({
    seats: [{ membershipId: 'm', collaborativeId, status }],
  });
  const kinds: Record<string, Actor> = {
    visitor: visitor('en'),
    author: person('ana', seat('c1')),
    member: person('bo', seat('c1')),
    pending: person('pia', seat('c1', 'pending')),
    elsewhere: person('cy', seat('c2')),
    officer: person('di', { ...seat('c1'), offices: [{ office: 'chair', collaborativeId: 'c1' }] }),
    staff: person('ed', grant('staff', 'c1')),
    staffElsewhere: person('flo', grant('staff', 'c2')),
    approver: person('gus', grant('approver', 'c1')),
    administrator: person('hal', grant('administrator', null)),
  };
  const everyone = Object.keys(kinds);
  const allowedTo = (may: (actor: Actor) => { allowed: boolean }) => everyone.filter((kind) => may(kinds[kind]!).allowed);

  it.each([
    ['draft', ['author']],
    ['open', ['author', 'member', 'officer']],
    ['withdrawn', ['author', 'member', 'officer']],
  ] as const)('a %s is read by %j alone', (status, readers) => {
    expect(allowedTo((actor) => notePolicy.view(actor, { ...note, status }))).toEqual(readers);
  });

  it.each(['adopted', 'delivered', 'acknowledged', 'answered', 'closed'] as const)('everyone reads a note that is %s', (status) => {
    expect(allowedTo((actor) => notePolicy.view(actor, { ...note, status, adoptedAt: at }))).toEqual(everyone);
  });

  it('members write, authors change, fellow members endorse, officers steer, staff answer, the approver signs', () => {
    expect(allowedTo((actor) => notePolicy.write(actor, 'c1'))).toEqual(['author', 'member', 'officer']);
    expect(allowedTo((actor) => notePolicy.edit(actor, note))).toEqual(['author']);
    expect(allowedTo((actor) => notePolicy.endorse(actor, note))).toEqual(['member', 'officer']);
    expect(allowedTo((actor) => notePolicy.steer(actor, note))).toEqual(['officer']);
    expect(allowedTo((actor) => notePolicy.answer(actor, note))).toEqual(['staff']);
    expect(allowedTo((actor) => notePolicy.sign(actor, note))).toEqual(['approver']);
    expect(allowedTo((actor) => notePolicy.seeDesk(actor, 'c1'))).toEqual(['staff', 'approver', 'administrator']);
  });
});
