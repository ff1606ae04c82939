import { ensureAccount, passwordHasher } from '../../src/features/accounts';
import { savePasswordHash } from '../../src/features/accounts/account.queries';
import { testNow, testProduct, type TestProduct } from '../support/app';
import { visitorBrowser } from '../support/browser';
import { aPerson } from '../support/builders/person';

let product: TestProduct;

beforeAll(async () => {
  product = await testProduct();
  const person = await aPerson(product.deps, { name: 'Known', email: 'known@example.org' });
  await savePasswordHash(
    product.db,
    (await ensureAccount(product.deps, person.id)).id,
    await passwordHasher().hash('violet tram sandwich nine'),
    testNow,
  );
});
afterAll(() => product.close());

/** The statements a form of this page issues for an address, as the database sees them. */
async function statementsFor(page: string, fields: Readonly<Record<string, string>>): Promise<string[]> {
  const statements: string[] = [];
  const note = ({ sql }: { sql: string }) => statements.push(sql);
  const browser = visitorBrowser(product);
  await browser.get(page);
  await product.db('limits').delete();
  product.db.on('query', note);
  await browser.post(page, fields, page);
  product.db.removeListener('query', note);
  return statements;
}

it.each([
  ['/sign-in', {}],
  ['/sign-in/reset', {}],
  ['/sign-in/password', { password: 'not the password' }],
])('%s does the same work for an address we do not know (G10)', async (page, fields) => {
  const known = await statementsFor(page, { ...fields, email: 'known@example.org' });
  const unknown = await statementsFor(page, { ...fields, email: 'nobody@example.org' });
  expect(known.length).toBeGreaterThan(2);
  expect(unknown).toEqual(known);
});
