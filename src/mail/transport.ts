import { Transform } from 'node:stream';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { MailConfig } from '../config';
import type { Instant } from '../lib/time';
import type { Lane } from './outbox.queries';
import type { MailBody } from './render-email';
import { answerOf, type Answer } from './reply';

/** One mail on its way. */
export interface OutgoingMail {
  readonly id: string;
  readonly lane: Lane;
  readonly to: { readonly name: string; readonly address: string };
  readonly locale: string;
  readonly subject: string;
  readonly body: MailBody;
  readonly sentAt: Instant;
}

/** Where mails go. */
export interface Transport {
  /** How many mails of a lane are under way at once. */
  readonly atOnce: Readonly<Record<Lane, number>>;
  /** Sends one mail; `beforeFinalDot` must have answered true before the server can take it for complete. */
  send(mail: OutgoingMail, beforeFinalDot: () => Promise<boolean>): Promise<Answer>;
  close(): void;
}

interface Timeouts {
  readonly connectionMs: number;
  readonly socketMs: number;
  /** For the whole mail: a server that trickles its replies is no silent socket. */
  readonly mailMs: number;
}

const patient: Timeouts = { connectionMs: 10_000, socketMs: 30_000, mailMs: 300_000 };

const atOnce: Readonly<Record<Lane, number>> = { urgent: 2, rest: 10 };

/** The transport the configuration asks for: SMTP, or the mailbox, where mails stay in the outbox to be read. */
export const openTransport = (config: MailConfig): Transport => (config.mode === 'smtp' ? smtpTransport(config) : mailboxTransport);

/** Delivery without a network, for the demo, development and tests. */
export const mailboxTransport: Transport = {
  atOnce,
  send: async (_mail, beforeFinalDot): Promise<Answer> => {
    await beforeFinalDot();
    return { kind: 'accepted' };
  },
  close: () => undefined,
};

type Outgoing = SendMailOptions & { beforeFinalDot?: () => Promise<boolean> };

/** SMTP with a pool of connections for each lane. */
export function smtpTransport(config: MailConfig, timeouts: Timeouts = patient): Transport {
  const pools = { urgent: smtpPool(config, atOnce.urgent, timeouts), rest: smtpPool(config, atOnce.rest, timeouts) };
  return {
    atOnce,
    send: async (mail, beforeFinalDot) => {
      if (!isPlainAddress(mail.to.address)) return { kind: 'unusable' };
      const deadline = new AbortController();
      const timer = setTimeout(() => {
        deadline.abort();
      }, timeouts.mailMs);
      const message: Outgoing = { ...messageOf(mail, config), beforeFinalDot, signal: deadline.signal };
      try {
        await pools[mail.lane].sendMail(message);
        return { kind: 'accepted' };
      } catch (error) {
        return answerOf(error);
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => {
      pools.urgent.close();
      pools.rest.close();
    },
  };
}

/** The pool must not send anything again by itself (`maxRequeues: 0`): it does not know what was handed over. */
function smtpPool(config: MailConfig, maxConnections: number, timeouts: Timeouts) {
  const pool = createTransport({
    url: config.smtpUrl,
    pool: true,
    maxConnections,
    maxRequeues: 0,
    connectionTimeout: timeouts.connectionMs,
    greetingTimeout: timeouts.connectionMs,
    dnsTimeout: timeouts.connectionMs,
    socketTimeout: timeouts.socketMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  pool.use('stream', (mail, done) => {
    const { beforeFinalDot } = mail.data as Outgoing;
    if (beforeFinalDot !== undefined) mail.message.transform(() => gate(beforeFinalDot));
    done();
  });
  return pool;
}

/** Lets a message through and asks at its end: until the answer the final dot stays unsent. */
function gate(mayEnd: () => Promise<boolean>): Transform {
  return new Transform({
    transform: (chunk, _encoding, done) => {
      done(null, chunk);
    },
    flush: (done) => {
      mayEnd().then(
        (allowed) => {
          done(allowed ? null : new Error('lease lost'));
        },
        () => {
          done(new Error('could not mark the mail as handed over'));
        },
      );
    },
  });
}

/** One ASCII address and nothing else: a comma or an angle bracket would add recipients. */
export const isPlainAddress = (address: string): boolean =>
  address.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i.test(address);

function messageOf(mail: OutgoingMail, config: MailConfig): SendMailOptions {
  const { body, to, locale } = mail;
  return {
    from: { name: config.fromName, address: config.from },
    to: [to],
    envelope: { from: config.from, to: [to.address] },
    subject: mail.subject,
    text: body.text,
    html: body.html,
    messageId: `<${mail.id}@${config.domain}>`,
    date: new Date(mail.sentAt),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': locale,
      ...(body.leaveUrl === null ? {} : { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
    ...(body.leaveUrl === null ? {} : { list: { unsubscribe: [[body.leaveUrl]] } }),
    ...(body.calendar === null ? {} : { icalEvent: { ...body.calendar, filename: 'invite.ics' } }),
  };
}
