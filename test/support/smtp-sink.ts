import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What the server does with a mail. `keeps`: the mail has arrived whatever the sender hears. */
export type Behaviour =
  | { readonly does: 'accept'; readonly afterMs?: number }
  | { readonly does: 'answer'; readonly code: number; readonly at: 'sender' | 'recipient' | 'message'; readonly text?: string }
  | { readonly does: 'cut'; readonly at: 'body' | 'end' }
  | { readonly does: 'hang'; readonly at: 'recipient' | 'end' };

export interface Arrived {
  readonly messageId: string;
  readonly recipients: readonly string[];
  readonly raw: string;
  /** Whether the sender was told 250. */
  readonly isAcknowledged: boolean;
}

/** A real SMTP server on loopback that behaves as told. */
export interface SmtpSink {
  readonly url: string;
  readonly port: number;
  /** Mails that came through whole and were kept, in order. */
  readonly arrived: Arrived[];
  /** How often each behaviour was asked for. */
  connections: number;
  behave(choose: (recipient: string, nth: number) => Behaviour): void;
  /** Makes it refuse connections (`greeting`) or passwords (`sign-in`) with a code; null ends it. */
  refuse(at: 'greeting' | 'sign-in', code: number | null): void;
  close(): Promise<void>;
}

const accept: Behaviour = { does: 'accept' };

export async function smtpSink(port = 0): Promise<SmtpSink> {
  const state = {
    choose: (_recipient: string, _nth: number): Behaviour => accept,
    greeting: null as number | null,
    signIn: null as number | null,
    nth: 0,
  };
  const chosen = new Map<string, Behaviour>();
  const server: SMTPServer = new SMTPServer({
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    logger: false,
    onConnect: (_session, done) => {
      sink.connections += 1;
      done(state.greeting === null ? undefined : failure(state.greeting, 'go away'));
    },
    onAuth: (_auth, _session, done) => {
      if (state.signIn === null) done(null, { user: 'worker' });
      else done(failure(state.signIn, 'wrong password'));
    },
    onRcptTo: ({ address }, session, done) => {
      const behaviour = state.choose(address, (state.nth += 1));
      chosen.set(session.id, behaviour);
      if (behaviour.does === 'hang' && behaviour.at === 'recipient') return;
      done(answerAt(behaviour, 'recipient', 'sender'));
    },
    onData: (stream, session, done) => {
      const behaviour = chosen.get(session.id) ?? accept;
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (behaviour.does === 'cut' && behaviour.at === 'body') socketOf(server, session)?.destroy();
      });
      stream.on('end', () => {
        take({ raw: Buffer.concat(chunks).toString('utf8'), session, behaviour, done });
      });
    },
  });
  const take = ({
    raw,
    session,
    behaviour,
    done,
  }: {
    raw: string;
    session: SMTPServerSession;
    behaviour: Behaviour;
    done: (error?: Error) => void;
  }) => {
    const refusal = answerAt(behaviour, 'message');
    if (refusal !== undefined) {
      done(refusal);
      return;
    }
    if (behaviour.does === 'cut' && behaviour.at === 'body') return;
    sink.arrived.push(arrivedOf(raw, session, behaviour));
    finish[behaviour.does](session, behaviour, done);
  };
  const finish: Readonly<Record<Behaviour['does'], (session: SMTPServerSession, behaviour: Behaviour, done: () => void) => unknown>> = {
    accept: (_session, behaviour, done) => setTimeout(done, behaviour.does === 'accept' ? (behaviour.afterMs ?? 0) : 0),
    cut: (session) => socketOf(server, session)?.destroy(),
    hang: () => undefined,
    answer: (_session, _behaviour, done) => {
      done();
    },
  };
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = (server.server.address() as AddressInfo).port;
  const sink: SmtpSink = {
    port: bound,
    url: `smtp://127.0.0.1:${bound}/?ignoreTLS=true`,
    arrived: [],
    connections: 0,
    behave: (choose) => {
      state.choose = choose;
    },
    refuse: (at, code) => {
      state[at === 'greeting' ? 'greeting' : 'signIn'] = code;
    },
    close: () => closed(server),
  };
  return sink;
}

function arrivedOf(raw: string, session: SMTPServerSession, behaviour: Behaviour): Arrived {
  const messageId = /^message-id: *(<[^>]+>)/im.exec(raw)?.[1] ?? '';
  return { messageId, recipients: session.envelope.rcptTo.map(({ address }) => address), raw, isAcknowledged: behaviour.does === 'accept' };
}

function closed(server: SMTPServer): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    for (const connection of server.connections as unknown as Set<{ _socket: Socket }>) connection._socket.destroy();
  });
}

function socketOf(server: SMTPServer, session: SMTPServerSession): Socket | undefined {
  const connections = [...(server.connections as unknown as Set<{ id: string; _socket: Socket }>)];
  return connections.find(({ id }) => id === session.id)?._socket;
}

function answerAt(behaviour: Behaviour, ...stages: readonly string[]): Error | undefined {
  return behaviour.does === 'answer' && stages.includes(behaviour.at) ? failure(behaviour.code, behaviour.text ?? 'no') : undefined;
}

const failure = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });
