import type { Express } from 'express';
import { testProduct } from '../support/app';
import { aDistrict, type District } from '../support/district/district';
import { addressOf, fieldsOf, outcomeOf, tokensOf } from '../support/district/ask';
import { kinds, type Kind } from '../support/district/people';
import { UndoLog } from '../support/district/undo-log';
import type { RoutePromise } from './route-promise';
import { routes } from './routes';
import type { TestProduct } from '../support/app';

interface Layer {
  readonly route?: { readonly path: string | readonly string[]; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
}

const registered = (stack: readonly Layer[]): string[] =>
  stack.flatMap(({ route, handle }) =>
    route === undefined
      ? registered(handle.stack ?? [])
      : [route.path].flat().flatMap((path) => Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${path}`)),
  );
const routesOf = (app: Express): string[] => registered((app as unknown as { router: { stack: Layer[] } }).router.stack).sort();
const promised = (withDemo: boolean): string[] =>
  [...new Set(routes.filter(({ demoOnly }) => withDemo || !demoOnly).map(({ method, path }) => `${method} ${path}`))].sort();

describe('the census of routes', () => {
  it.each([
    ['production', false],
    ['demo', true],
  ] as const)('finds in %s mode every route in the table, and every route of the table in the product', async (mode, withDemo) => {
    const product = await testProduct({ config: { mode } });
    expect([...new Set(routesOf(product.app))]).toEqual(promised(withDemo));
    await product.close();
  });
});

describe('who may do what', () => {
  let product: TestProduct;
  let district: District;
  let tokens: ReadonlyMap<Kind, string>;
  let log: UndoLog;
  let cookies: ReadonlyMap<Kind, string>;
  const cells: string[] = [];

  beforeAll(async () => {
    product = await testProduct();
    district = await aDistrict(product);
    tokens = await tokensOf(district);
    cookies = new Map(kinds.map((kind) => [kind, district.browsers[kind].cookie('sid') ?? '']));
    log = await UndoLog.begin(product.db);
  });
  afterAll(() => product.close());

  const ask = (promise: RoutePromise, kind: Kind) => {
    const address = addressOf(district, promise);
    const browser = district.browsers[kind];
    if (promise.method === 'GET') return browser.get(address);
    return browser.postBare(address, { _csrf: tokens.get(kind) ?? '', ...fieldsOf(district, promise) });
  };

  const refused = (promise: RoutePromise, kind: Kind): number | string => {
    if (kind === 'visitor') return promise.visitors;
    return promise.forbidden.includes(kind) ? 403 : promise.denied;
  };

  const expected = (promise: RoutePromise, kind: Kind): number | string => {
    if (!promise.who.includes(kind)) return refused(promise, kind);
    return promise.gives ?? (promise.method === 'GET' ? 200 : 'let in');
  };

  const asSaid = (outcome: number | 'sign-in', wanted: number | string): number | string =>
    wanted === 'let in' && typeof outcome === 'number' && [200, 303, 400, 409, 422].includes(outcome) ? 'let in' : outcome;

  const asked = routes
    .filter(({ demoOnly }) => !demoOnly)
    .map((promise) => [`${promise.method} ${promise.path} ${promise.at['id'] ?? ''}`, promise] as const);

  it.each(asked)('%s', async (_, promise) => {
    const wrong: string[] = [];
    for (const kind of kinds) {
      const wanted = expected(promise, kind);
      const got = asSaid(outcomeOf(await ask(promise, kind)), wanted);
      const written = await log.written();
      const mayWrite = promise.method === 'POST' && promise.who.includes(kind);
      if (got !== wanted) wrong.push(`${kind}: ${got}, not ${wanted}`);
      if (!mayWrite && written.length > 0) wrong.push(`${kind}: wrote ${written.join(', ')}`);
      cells.push(`${promise.method} ${promise.path} ${kind}`);
      await log.undo();
      district.browsers[kind].setCookie('sid', cookies.get(kind) ?? '');
    }
    expect(wrong).toEqual([]);
  });

  it('asked well over a thousand questions', () => {
    expect(cells.length).toBeGreaterThan(3000);
  });
});
