import { answerOf, outcomeOf, type Stage } from '../../../src/mail/reply';

const failure = (given: object) => Object.assign(new Error('x'), given);
const said = (code: number, stage: Stage, reply = '') => outcomeOf({ kind: 'answered', code, stage, reply }, false);

describe('an answer read from the library', () => {
  it.each([
    [
      { code: 'ECONNECTION', command: 'CONN' },
      { kind: 'silent', stage: 'connection', reply: 'ECONNECTION' },
    ],
    [
      { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 no' },
      { kind: 'answered', code: 535, stage: 'sign-in', reply: '535 no' },
    ],
    [
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 no' },
      { kind: 'answered', code: 550, stage: 'recipient', reply: '550 no' },
    ],
    [
      { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550, response: '550 no' },
      { kind: 'answered', code: 550, stage: 'sender', reply: '550 no' },
    ],
    [
      { code: 'EMESSAGE', command: 'DATA', responseCode: 554, response: '554 no' },
      { kind: 'answered', code: 554, stage: 'message', reply: '554 no' },
    ],
    [{ code: 'EENVELOPE', command: 'API' }, { kind: 'unusable' }],
  ])('%p', (given, expected) => {
    expect(answerOf(failure(given))).toEqual(expected);
  });
});

describe('what becomes of the mail', () => {
  it('is unknown without a reply after the mail was handed over, and only then', () => {
    const silent = { kind: 'silent', stage: 'connection', reply: 'ECONNECTION' } as const;
    expect(outcomeOf(silent, true)).toEqual({ is: 'unknown', reply: 'ECONNECTION' });
    expect(outcomeOf(silent, false)).toEqual({ is: 'retry', problem: 'unreachable', reply: 'ECONNECTION' });
  });

  it.each([
    [421, 'connection', 'retry'],
    [554, 'connection', 'retry'],
    [535, 'sign-in', 'retry'],
    [550, 'sender', 'retry'],
    [450, 'recipient', 'retry'],
    [550, 'recipient', 'failed'],
    [452, 'message', 'retry'],
    [499, 'message', 'retry'],
    [500, 'message', 'failed'],
  ] as const)('%i at the %s: %s', (code, stage, is) => {
    expect(said(code, stage).is).toBe(is);
  });

  it.each([
    [550, 'recipient', '550 5.1.1 no such user', true],
    [550, 'recipient', '550 no such user', true],
    [553, 'recipient', '553 5.1.3 bad address', true],
    [550, 'recipient', '550 5.7.1 relaying denied', false],
    [552, 'recipient', '552 5.2.2 mailbox full', false],
    [550, 'message', '550 5.1.1 odd', false],
  ] as const)('%i at the %s (%s) flags the address: %p', (code, stage, reply, flagsAddress) => {
    expect(said(code, stage, reply)).toEqual({ is: 'failed', problem: 'refused', reply, flagsAddress });
  });
});
