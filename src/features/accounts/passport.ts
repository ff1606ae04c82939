import type { Request, RequestHandler, Response } from 'express';
import { Passport, Strategy, type PassportStatic } from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Deps } from '../../deps';
import { rawForm, rawText } from '../../lib/form';
import { newToken } from '../../lib/secret';
import type { Instant } from '../../lib/time';
import type { Hasher } from './password-hasher';
import { signInByPassword, signInByToken, type SignedIn } from './sign-in.actions';

/** What a browser has begun and not ended: a link it opened, digits it waits for, a page it wants to return to. */
export interface PendingSignIn {
  readonly purpose: 'sign_in' | 'invitation' | 'reset_password';
  /** SHA-256 of the link's token: the token itself is stored nowhere. */
  readonly hash?: string | undefined;
  /** Id of the token whose digits are awaited. */
  readonly tokenId?: string | undefined;
  readonly email?: string | undefined;
  readonly returnTo?: string | undefined;
}

declare module 'express-session' {
  interface SessionData {
    pending?: PendingSignIn;
    /** A random mark of this browser, so that its second press of a link is the same use. */
    browser?: string;
    /** The account has a second factor that this session has not given yet. */
    factorDue?: boolean;
    /** Where to go on once the second factor is given. */
    returnTo?: string;
    /** Seed of an authenticator being set up, sealed. */
    factorSetUp?: string;
    /** SHA-256 of the token of an address change that was opened. */
    emailChange?: string;
  }
}

declare global {
  namespace Express {
    interface User {
      readonly signedIn: SignedIn;
    }
  }
}

/** A passport of our own, with these ways in. */
export type SignInWays = InstanceType<PassportStatic['Passport']>;

/** The two ways in, as passport strategies: `password` and `link` (a link from a mail, or its digits). */
export function signInStrategies(deps: Deps, hasher: Hasher): SignInWays {
  const passport = new Passport();
  passport.use('link', new LinkStrategy(deps));
  passport.use(
    'password',
    new LocalStrategy(
      { usernameField: 'email', passwordField: 'password', session: false, passReqToCallback: true },
      (req, email, _password, done) => {
        const password = rawText(rawForm(req.body), 'password');
        signInByPassword(deps, hasher, { email: email.trim(), password, client: clientOf(req) }).then(
          (signedIn) => {
            done(null, signedIn === null ? false : { signedIn });
          },
          (error: unknown) => {
            done(error);
          },
        );
      },
    ),
  );
  return passport;
}

class LinkStrategy extends Strategy {
  override name = 'link';

  constructor(private readonly deps: Deps) {
    super();
  }

  override authenticate(req: Request): void {
    const { purpose = 'sign_in', hash = '' } = req.session.pending ?? {};
    const personId = rawText(rawForm(req.body), 'person');
    signInByToken(this.deps, { purpose, hash, personId, browser: browserOf(req) }).then(
      (signedIn) => {
        if (signedIn === null) this.fail(400);
        else this.success({ signedIn });
      },
      (error: unknown) => {
        this.error(error);
      },
    );
  }
}

/** Runs one strategy; null when it refuses. @types/passport calls the middleware `any`. */
export function authenticate(passport: SignInWays, way: 'link' | 'password', req: Request, res: Response): Promise<SignedIn | null> {
  return new Promise((resolve, reject) => {
    const done = (error: unknown, user?: Express.User | false | null) => {
      if (error !== null && error !== undefined) reject(asError(error));
      else resolve(user === false || user === null || user === undefined ? null : user.signedIn);
    };
    const run = passport.authenticate(way, { session: false }, done) as RequestHandler;
    void run(req, res, reject);
  });
}

export interface NewSession {
  readonly personId: string;
  readonly now: Instant;
  /** The second factor was given. */
  readonly strong?: boolean;
  readonly factorDue?: boolean;
  readonly returnTo?: string;
}

/** Starts a session of this person under a new id: the old id is dead. What the browser opened without an account stays. */
export async function beginSession(req: Request, begun: NewSession): Promise<void> {
  const { applicationIds, browser } = req.session;
  await regenerate(req);
  req.session.personId = begun.personId;
  req.session.signedInAt = begun.now;
  req.session.strong = begun.strong ?? false;
  req.session.factorDue = begun.factorDue ?? false;
  if (begun.returnTo !== undefined) req.session.returnTo = begun.returnTo;
  if (applicationIds !== undefined) req.session.applicationIds = applicationIds;
  if (browser !== undefined) req.session.browser = browser;
  await saved(req);
}

/** Signs a person in without asking for anything: for the demonstration, and for whoever has proved who they are elsewhere. */
export const signInAs = (deps: Deps, req: Request, personId: string, { strong }: { readonly strong: boolean }): Promise<void> =>
  beginSession(req, { personId, strong, now: deps.clock.now() });

/** Ends this browser's session. */
export const endThisSession = (req: Request): Promise<void> =>
  settled((done) => {
    req.session.destroy(done);
  });

/** The client's address as the limits count it: the socket, or what the trusted proxy says. */
export const clientOf = (req: Request): string => req.ip ?? 'unknown';

/** The random mark of this browser, made when it has none. */
export const browserOf = (req: Request): string => (req.session.browser ??= newToken());

const regenerate = (req: Request): Promise<void> =>
  settled((done) => {
    req.session.regenerate(done);
  });

const saved = (req: Request): Promise<void> =>
  settled((done) => {
    req.session.save(done);
  });

const settled = (work: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    work((error) => {
      if (error === undefined || error === null) resolve();
      else reject(asError(error));
    });
  });

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error('not an error', { cause: error }));
