import { Store, type SessionData } from 'express-session';
import type { Deps } from '../deps';
import { sha256 } from '../lib/secret';
import { hoursBetween, plusElapsed, type Instant } from '../lib/time';
import { deleteSession, findSession, insertSession, saveSession, touchSession, type SessionRow } from './session.queries';

declare module 'express-session' {
  interface SessionData {
    /** The person signed in. */
    personId?: string;
    /** Set once a second factor was given in this session. */
    strong?: boolean;
    signedInAt?: Instant;
    /** Set by the store on load: when this session began and was last used. */
    times?: { createdAt: Instant; seenAt: Instant };
    flash?: string;
    /** Applications this browser opened without an account (a draft begun here, or a link from a mail). */
    applicationIds?: string[];
    /** What somebody said before the form, until it begins with it. */
    said?: { at: Instant; answers: Readonly<Record<string, string | readonly string[]>> };
  }
}

type Done = (error?: unknown) => void;

/** Sessions in our own table, by the SHA-256 of their id. A busy database is an error to the request, never to the process. */
export class DatabaseSessionStore extends Store {
  constructor(private readonly deps: Deps) {
    super();
  }

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    findSession(this.deps.reads, sha256(id)).then(
      (row) => {
        done(null, this.read(row));
      },
      (error: unknown) => {
        done(error);
      },
    );
  }

  override set(id: string, session: SessionData, done?: Done): void {
    const now = this.deps.clock.now();
    const { times, ...data } = session;
    const row: SessionRow = {
      id_hash: sha256(id),
      person_id: session.personId ?? null,
      data: JSON.stringify(data),
      created_at: times?.createdAt ?? now,
      seen_at: now,
      expires_at: plusElapsed(now, { hours: 12 }),
    };
    settle(times === undefined ? insertSession(this.deps.db, row) : saveSession(this.deps.db, row), done);
  }

  /** Writes at most once a minute: a reader turning pages costs no writes. */
  override touch(id: string, session: SessionData, done?: Done): void {
    const now = this.deps.clock.now();
    if (session.times !== undefined && hoursBetween(session.times.seenAt, now) < 1 / 60) {
      done?.();
      return;
    }
    settle(touchSession(this.deps.db, sha256(id), { seen_at: now, expires_at: plusElapsed(now, { hours: 12 }) }), done);
  }

  override destroy(id: string, done?: Done): void {
    settle(deleteSession(this.deps.db, sha256(id)), done);
  }

  private read(row: SessionRow | undefined): SessionData | null {
    if (row === undefined || row.expires_at <= this.deps.clock.now()) return null;
    return { ...(JSON.parse(row.data) as SessionData), times: { createdAt: row.created_at, seenAt: row.seen_at } };
  }
}

function settle(work: Promise<unknown>, done?: Done): void {
  work.then(
    () => done?.(),
    (error: unknown) => done?.(error),
  );
}
