import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as cheerio from 'cheerio';
import type { Application } from '../../src/features/applications';
import { keptFolder } from '../../src/files/store';
import { testProduct, type TestProduct } from '../support/app';
import { signedInAs } from '../support/browser';
import { aPdf } from '../support/files';
import { aReviewer, aScene, anApplicant, candidacyOf, scored, type Scene } from '../support/selection-scene';

let product: TestProduct;
let scene: Scene;
let ana: Application;

const file = '01m00000000000000000000001';

beforeAll(async () => {
  product = await testProduct();
  scene = await aScene(product.deps);
  ana = await anApplicant(product.deps, scene.cycle, { name: 'Ana Canario', to: [scene.central], answers: { documents: [file] } });
  const bytes = aPdf();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await mkdir(keptFolder(product.deps), { recursive: true });
  await writeFile(join(keptFolder(product.deps), sha256), bytes);
  const row = {
    question_key: 'documents',
    name: 'letter.pdf',
    kind: 'pdf' as const,
    bytes: bytes.length,
    sha256,
    added_at: product.clock.now(),
  };
  await product.db('application_files').insert({ id: file, application_id: ana.id, ...row });
});
afterAll(() => product.close());

describe('the files of an application', () => {
  it('are kept from reviewers while names are hidden, and from other reviewers always', async () => {
    const { id: candidacyId } = await candidacyOf(product.deps, ana, scene.central);
    const [rita, rosa, raul] = scene.reviewers;
    await scored(product.deps, scene.cycle, { candidacyId, reviewers: [rita!, rosa!], score: 3 });
    const review = (await product.db('reviews').where({ reviewer_id: rita!.id }).first())!;
    const browser = await signedInAs(product, rita!.id);
    const links = async () => {
      const page = cheerio.load((await browser.get(`/reviews/${review.id}`).expect(200)).text);
      return page(`a[href="/reviews/${review.id}/files/${file}"]`).text();
    };
    expect(await links()).toBe('');
    await browser.get(`/reviews/${review.id}/files/${file}`).expect(404);
    await scored(product.deps, scene.cycle, { candidacyId, reviewers: [raul!], score: 3 });
    expect(await links()).toBe('letter.pdf');
    const got = await browser.get(`/reviews/${review.id}/files/${file}`).expect(200);
    expect(got.headers).toMatchObject({ 'content-security-policy': "sandbox; default-src 'none'", 'content-type': 'application/pdf' });
    const other = await aReviewer(product.deps, { cycle: scene.cycle, collaborative: scene.south, name: 'Sara South' });
    await (await signedInAs(product, other.id)).get(`/reviews/${review.id}/files/${file}`).expect(404);
    await browser.get(`/reviews/${review.id}/files/01m00000000000000000000002`).expect(404);
  });
});
