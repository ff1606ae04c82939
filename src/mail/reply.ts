/** How far the talk with the mail server had come. */
export type Stage = 'connection' | 'sign-in' | 'sender' | 'recipient' | 'message';

/** What the mail server made of a mail. */
export type Answer =
  | { readonly kind: 'accepted' }
  /** A definite reply with its SMTP code. */
  | { readonly kind: 'answered'; readonly code: number; readonly stage: Stage; readonly reply: string }
  /** No reply: refused or cut connection, time over. */
  | { readonly kind: 'silent'; readonly stage: Stage; readonly reply: string }
  /** Not even tried: the address is none. */
  | { readonly kind: 'unusable' };

export type Outcome =
  | { readonly is: 'sent' }
  | { readonly is: 'retry'; readonly problem: 'unreachable' | 'deferred'; readonly reply: string }
  | { readonly is: 'failed'; readonly problem: 'refused' | 'bad_address'; readonly reply: string; readonly flagsAddress: boolean }
  | { readonly is: 'unknown'; readonly reply: string };

/**
 * What becomes of a mail (reliability.md 4.14). `wasHanded`: the whole message may be with the server, so no reply means
 * nobody knows. Only a definite 5xx about the recipient or the message is final: one about us (greeting, sign-in,
 * sender) says nothing about this mail.
 */
export function outcomeOf(answer: Answer, wasHanded: boolean): Outcome {
  switch (answer.kind) {
    case 'accepted':
      return { is: 'sent' };
    case 'unusable':
      return { is: 'failed', problem: 'bad_address', reply: '', flagsAddress: false };
    case 'silent':
      return wasHanded ? { is: 'unknown', reply: answer.reply } : { is: 'retry', problem: 'unreachable', reply: answer.reply };
    case 'answered':
      return outcomeOfReply(answer);
  }
}

function outcomeOfReply({ code, stage, reply }: Extract<Answer, { kind: 'answered' }>): Outcome {
  if (stage === 'connection' || stage === 'sign-in') return { is: 'retry', problem: 'unreachable', reply };
  if (code >= 500 && stage !== 'sender')
    return { is: 'failed', problem: 'refused', reply, flagsAddress: isAboutAddress(code, stage, reply) };
  return { is: 'retry', problem: 'deferred', reply };
}

/** No such mailbox, as opposed to a full one, a policy, or a dislike of the message. */
function isAboutAddress(code: number, stage: Stage, reply: string): boolean {
  const enhanced = /\b5\.(\d)\.\d+\b/.exec(reply)?.[1];
  return stage === 'recipient' && [550, 551, 553].includes(code) && (enhanced === undefined || enhanced === '1');
}

/** Reads what nodemailer rejects with. `err.command` is not to be trusted about whether the mail was handed over. */
export function answerOf(error: unknown): Answer {
  const { code, command, responseCode, response } = fieldsOf(error);
  const stage = stageOf(code, command);
  const reply = (response ?? code ?? 'no answer').replace(/\s+/g, ' ').slice(0, 300);
  if (code === 'EENVELOPE' && command === 'API') return { kind: 'unusable' };
  return responseCode === undefined ? { kind: 'silent', stage, reply } : { kind: 'answered', code: responseCode, stage, reply };
}

function stageOf(code: string | undefined, command: string | undefined): Stage {
  if (code === 'EAUTH' || command?.startsWith('AUTH') === true) return 'sign-in';
  if (command === 'MAIL FROM') return 'sender';
  if (command === 'RCPT TO') return 'recipient';
  if (command === 'DATA') return 'message';
  return 'connection';
}

interface NodemailerFields {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly response?: string;
}

const fieldsOf = (error: unknown): NodemailerFields => (error instanceof Error ? (error as NodemailerFields) : {});
