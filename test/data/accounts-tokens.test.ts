import { forgetExpired, issueToken, peekToken, spendToken, voidTokens } from '../../src/features/accounts';
import { issueTokenWithCode, tryCode } from '../../src/features/accounts/token.queries';
import { inTransaction } from '../../src/db/database';
import { sha256 } from '../../src/lib/secret';
import { forgive, limit, limitGrowing, TooMany, type Limit } from '../../src/web/limits';
import { emptyTables, onEachEngine } from '../support/database';
import { testNow, testProduct, type TestProduct } from '../support/app';

const minutes = (count: number): number => count * 60_000;

onEachEngine((engine) => {
  let product: TestProduct;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  beforeEach(async () => {
    await emptyTables(product.db);
    product.clock.moveTo(testNow);
  });
  afterAll(() => product.close());

  const spend = (token: string, browser = 'mine', purpose = 'test') =>
    inTransaction(product.deps, (tx) => spendToken(tx, { purpose, hash: sha256(token), browser }));

  describe('a token', () => {
    it('is kept as a hash only', async () => {
      const token = await issueToken(product.deps, { purpose: 'test', email: 'ana@example.org', hours: 1 });
      const rows = await product.db('tokens');
      expect(token).toMatch(/^[\w-]{43}$/);
      expect(JSON.stringify(rows)).not.toContain(token);
      expect(rows[0]?.token_hash).toBe(sha256(token));
    });

    it('is good for its purpose alone, once, and until it expires', async () => {
      const token = await issueToken(product.deps, { purpose: 'test', subjectId: 'a1', hours: 1, returnTo: '/here' });
      const now = product.clock.now();
      expect(await peekToken(product.db, 'other', token, now)).toBeUndefined();
      expect(await peekToken(product.db, 'test', 'x'.repeat(43), now)).toBeUndefined();
      expect(await peekToken(product.db, 'test', token, now)).toMatchObject({ subjectId: 'a1', returnTo: '/here', usedAt: null });
      expect(await spend(token, 'mine', 'other')).toBeUndefined();
      expect((await spend(token))?.subjectId).toBe('a1');
      expect(await spend(token, 'another')).toBeUndefined();
      expect((await spend(token))?.subjectId).toBe('a1');
      product.clock.moveBy(minutes(2) + 1);
      expect(await spend(token)).toBeUndefined();
    });

    it('is over at its end', async () => {
      const token = await issueToken(product.deps, { purpose: 'test', hours: 1 });
      product.clock.moveBy(minutes(60) - 1);
      expect(await peekToken(product.db, 'test', token, product.clock.now())).toBeDefined();
      product.clock.moveBy(1);
      expect(await spend(token)).toBeUndefined();
    });

    it('is spent by one of twenty that try at once', async () => {
      const token = await issueToken(product.deps, { purpose: 'test', hours: 1 });
      const tries = await Promise.all(Array.from({ length: 20 }, (_, index) => spend(token, `browser ${index}`)));
      expect(tries.filter((spent) => spent !== undefined)).toHaveLength(1);
    });

    it('can be taken back', async () => {
      const token = await issueToken(product.deps, { purpose: 'test', email: 'ana@example.org', hours: 1 });
      await voidTokens(product.db, 'test', { email: 'ana@example.org' });
      expect(await spend(token)).toBeUndefined();
    });
  });

  it('forgets tokens, limits and sessions a day after their end', async () => {
    const counts = () => Promise.all(['tokens', 'limits', 'sessions'].map(async (table) => (await product.db(table)).length));
    await issueToken(product.deps, { purpose: 'test', hours: 1 });
    await limit(product.deps, { name: 'test', key: 'x', points: 1, seconds: 3600 });
    const times = { created_at: testNow, seen_at: testNow, expires_at: '2026-11-21T21:00:00.000Z' };
    await product.db('sessions').insert({ id_hash: 'h', person_id: null, data: '{}', ...times });
    product.clock.moveBy(minutes(25 * 60));
    await forgetExpired(product.deps);
    expect(await counts()).toEqual([1, 1, 1]);
    product.clock.moveBy(1);
    await forgetExpired(product.deps);
    expect(await counts()).toEqual([0, 0, 0]);
  });

  describe('the six digits', () => {
    const wrong = (code: string): string => (code === '000000' ? '000001' : '000000');

    it('open the token, and count five tries', async () => {
      const one = await issueTokenWithCode(product.deps, { purpose: 'test', hours: 1 });
      for (let time = 1; time <= 4; time += 1) expect(await tryCode(product.deps, one.id, wrong(one.code))).toBeUndefined();
      expect(await tryCode(product.deps, one.id, one.code)).toBe(sha256(one.token));

      const two = await issueTokenWithCode(product.deps, { purpose: 'test', hours: 1 });
      for (let time = 1; time <= 5; time += 1) await tryCode(product.deps, two.id, wrong(two.code));
      expect(await tryCode(product.deps, two.id, two.code)).toBeUndefined();
    });

    it('open no other token', async () => {
      const one = await issueTokenWithCode(product.deps, { purpose: 'test', hours: 1 });
      const two = await issueTokenWithCode(product.deps, { purpose: 'test', hours: 1 });
      expect(await tryCode(product.deps, two.id, one.code)).toBe(one.code === two.code ? sha256(two.token) : undefined);
      expect(await tryCode(product.deps, 'none', one.code)).toBeUndefined();
    });
  });

  describe('a limit', () => {
    const tries: Limit = { name: 'test', key: 'ana@example.org', points: 10, seconds: 900 };
    const outcomes = async (works: Promise<unknown>[]) => (await Promise.allSettled(works)).filter(({ status }) => status === 'fulfilled').length;

    it('lets exactly so many of 500 at once through', async () => {
      expect(await outcomes(Array.from({ length: 500 }, () => limit(product.deps, tries)))).toBe(10);
      expect(await outcomes([limit(product.deps, { ...tries, key: 'bo@example.org' })])).toBe(1);
    });

    it('begins anew when its time is over', async () => {
      for (let time = 1; time <= 10; time += 1) await limit(product.deps, tries);
      await expect(limit(product.deps, tries)).rejects.toThrow(TooMany);
      product.clock.moveBy(minutes(15) - 1);
      await expect(limit(product.deps, tries)).rejects.toThrow(TooMany);
      product.clock.moveBy(1);
      expect(await outcomes(Array.from({ length: 11 }, () => limit(product.deps, tries)))).toBe(10);
    });

    it('grows from 15 to 30 minutes, up to 4 hours, and is forgiven at once', async () => {
      const waits: number[] = [];
      for (let round = 1; round <= 6; round += 1) {
        for (let time = 1; time <= 10; time += 1) await limitGrowing(product.deps, tries);
        const refused = await limitGrowing(product.deps, tries).catch((error: unknown) => error as TooMany);
        const wait = (refused as TooMany).values['minutes'] as number;
        waits.push(wait);
        product.clock.moveBy(minutes(wait));
      }
      expect(waits).toEqual([15, 30, 60, 120, 240, 240]);
      for (let time = 1; time <= 10; time += 1) await limitGrowing(product.deps, tries);
      await forgive(product.deps, tries);
      await expect(limitGrowing(product.deps, tries)).resolves.toBeUndefined();
    });

    it('keeps no address in its table', async () => {
      await limit(product.deps, tries);
      expect(JSON.stringify(await product.db('limits'))).not.toContain('ana');
    });
  });
});
