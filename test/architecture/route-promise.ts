import type { Kind } from '../support/district/people';

/** `sign-in`: sent there. 303 and 200: another page instead (who is signed in need not sign in). */
type Refusal = 'sign-in' | 200 | 303 | 403 | 404;

/** What a route promises: who is let in, and what the others are told. `own` things are Central's; see `test/support/district`. */
export interface RoutePromise {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly who: readonly Kind[];
  /** What people who are signed in get when they are not let in; visitors are asked to sign in unless `visitors` says otherwise. */
  readonly denied: Refusal;
  /** Those who may know of it but not do it: they get 403 where others get 404. */
  readonly forbidden: readonly Kind[];
  readonly visitors: Refusal;
  /** Which record each parameter names: a key of the district's ids, or the value itself. */
  readonly at: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  /** What those let in get: 200 for pages unless said otherwise; for changes anything that is no refusal. */
  readonly gives: number | null;
  readonly demoOnly: boolean;
}

interface Said {
  readonly denied?: Refusal;
  readonly forbidden?: readonly Kind[];
  readonly visitors?: Refusal;
  readonly at?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly gives?: number;
}

const usual = { code: '2027-spring', slug: 'central', c: 'central', token: 'a'.repeat(43) };

const route =
  (method: 'GET' | 'POST', demoOnly = false) =>
  (path: string, who: readonly Kind[], said: Said = {}): RoutePromise => ({
    method,
    path,
    who,
    demoOnly,
    denied: said.denied ?? 404,
    forbidden: said.forbidden ?? [],
    visitors: said.visitors ?? 'sign-in',
    at: { ...usual, ...said.at },
    fields: said.fields ?? {},
    gives: said.gives ?? null,
  });
export const get = route('GET');
export const post = route('POST');
export const demoGet = route('GET', true);
export const demoPost = route('POST', true);
