import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { testProduct, type TestProduct } from '../support/app';
import { deskAddress } from '../support/agenda-scene';
import { aPart, AttachmentScene, papersAddress } from '../support/attachment-scene';
import { aPdf } from '../support/files';
import { hostileFiles } from '../support/hostile-files';

let product: TestProduct;
let scene: AttachmentScene;

beforeAll(async () => {
  product = await testProduct();
  scene = new AttachmentScene(product);
  await scene.begin();
});
afterAll(() => product.close());
beforeEach(() => product.db('limits').delete());

const nothing = { kept: [], incoming: [] };
const remains = async () => ({ rows: await scene.rows(), ...(await scene.files()) });

async function fields(): Promise<Record<string, string>> {
  return { item: await scene.item(), titleEn: 'Plan', readable: 'yes' };
}

describe('a hostile file', () => {
  it('is refused with a reason, and nothing of it stays', async () => {
    const before = process.memoryUsage().rss;
    const others: string[] = [];
    for (const [trick, name, bytes] of hostileFiles) {
      await product.db('limits').delete();
      const sent = await scene.send(scene.staff, aPart({ name, bytes, type: 'application/pdf' }));
      const isTold = sent.status === 422 && sent.text.includes('href="#file"');
      if (!isTold) others.push(`${trick}: ${sent.status}`);
    }
    expect(others).toEqual(['a NUL before the ending: 400', 'a NUL after a fair ending: 400', '100,000 parts: 413']);
    expect(await remains()).toEqual({ rows: [], ...nothing });
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('may have 10 MB to the byte, and one more is too large (413)', async () => {
    const ofSize = (size: number) => Buffer.concat([aPdf().subarray(0, 9), Buffer.alloc(size - aPdf().length, 32), aPdf().subarray(9)]);
    expect((await scene.send(scene.staff, aPart({ bytes: ofSize(10_000_001) }))).status).toBe(413);
    expect(await remains()).toEqual({ rows: [], ...nothing });
    expect((await scene.send(scene.staff, aPart({ bytes: ofSize(10_000_000) }))).status).toBe(303);
    await product.db('attachments').delete();
    await scene.forgetFiles();
  });
});

describe('a hostile form', () => {
  it.each([
    ['two files in the field', [aPart(), aPart()]],
    ['a file in another field', [aPart({ field: 'other' })]],
    ['a file in a field of a long name', [aPart({ field: 'f'.repeat(61) })]],
    ['a file in a field of the prototype', [aPart({ field: '__proto__' })]],
    ['seven files', Array.from({ length: 7 }, () => aPart())],
  ])('with %s is refused (400)', async (_trick, parts) => {
    const sent = await scene.staff.upload(papersAddress, await fields(), parts, deskAddress);
    expect([sent.status, await scene.rows()]).toEqual([400, []]);
    expect(await scene.files()).toEqual(nothing);
  });

  it.each([
    ['21 fields', Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`f${index}`, 'x']))],
    ['a field of 20,001 bytes', { titleEs: 'x'.repeat(20_001) }],
    ['a field of a long name', { ['n'.repeat(61)]: 'x' }],
  ])('with %s is refused (400)', async (_trick, more) => {
    const sent = await scene.staff.upload(papersAddress, { ...(await fields()), ...more }, [aPart()], deskAddress);
    expect(sent.status).toBe(400);
    expect(await remains()).toEqual({ rows: [], ...nothing });
  });

  it('with names that nest or reach for the prototype is no harm', async () => {
    const more = { '__proto__[x]': '1', 'constructor[prototype][x]': '1', [`a${'[b]'.repeat(15)}`]: '1' };
    const sent = await scene.staff.upload(papersAddress, { ...(await fields()), ...more, titleEn: '' }, [aPart()], deskAddress);
    expect([[400, 422].includes(sent.status), ({} as { x?: unknown }).x]).toEqual([true, undefined]);
    expect(await remains()).toEqual({ rows: [], ...nothing });
  });

  it.each(['https://evil.example', 'http://127.0.0.1.evil.example'])('from %s is refused before it is read (403)', async (origin) => {
    const values = { _csrf: 'x', ...(await fields()) };
    const byOrigin = await scene.staff.uploadBare(papersAddress, values).set('Origin', origin).attach('file', aPdf(), 'plan.pdf');
    const bySite = await scene.staff
      .uploadBare(papersAddress, values)
      .set('Sec-Fetch-Site', 'cross-site')
      .attach('file', aPdf(), 'plan.pdf');
    expect([byOrigin.status, bySite.status, await product.db('limits').pluck('points')]).toEqual([403, 403, []]);
    expect(await remains()).toEqual({ rows: [], ...nothing });
  });

  it.each([{}, { _csrf: 'wrong' }, { _csrf: '' }])('with the token %j is refused and its file taken away (403)', async (token) => {
    const sent = await scene.staff.uploadBare(papersAddress, { ...(await fields()), ...token }).attach('file', aPdf(), 'plan.pdf');
    expect(sent.status).toBe(403);
    expect(await remains()).toEqual({ rows: [], ...nothing });
  });

  it('without parts, or of no known kind, is refused too', async () => {
    const statuses = [];
    for (const [type, body] of [
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=', 'x'],
      ['multipart/mixed; boundary=b', '--b--\r\n'],
      ['application/json', '{}'],
      ['application/x-www-form-urlencoded', 'titleEn=x'],
    ] as const)
      statuses.push((await scene.staff.uploadBare(papersAddress).set('Content-Type', type).send(body)).status);
    statuses.push((await scene.staff.uploadBare(papersAddress)).status);
    expect(statuses).toEqual([400, 403, 403, 403, 403, 403]);
    expect(await remains()).toEqual({ rows: [], ...nothing });
  });
});

describe('a broken connection', () => {
  let server: Server;
  let port: number;

  beforeAll(async () => {
    server = createServer(product.app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const head = (length: number) =>
    [
      `POST ${papersAddress} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      `Cookie: sid=${scene.staff.cookie('sid') ?? ''}`,
      'Content-Type: multipart/form-data; boundary=b',
      `Content-Length: ${length}`,
      'Connection: close',
      '\r\n',
    ].join('\r\n');
  const part = `--b\r\nContent-Disposition: form-data; name="file"; filename="plan.pdf"\r\nContent-Type: application/pdf\r\n\r\n${'%PDF-1.7\n'.repeat(50)}`;

  function send(text: string, { cutAfter }: { readonly cutAfter: number | null }): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      let answer = '';
      socket.on('data', (chunk) => (answer += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve(answer);
      });
      socket.write(text);
      if (cutAfter !== null) setTimeout(() => socket.destroy(), cutAfter);
    });
  }

  const quiet = async () => {
    for (let tries = 0; tries < 50 && (await scene.files()).incoming.length > 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    return (await scene.files()).incoming;
  };

  it('in the middle of a file leaves nothing behind', async () => {
    await Promise.all(Array.from({ length: 20 }, () => send(head(5_000_000) + part, { cutAfter: 300 })));
    expect(await quiet()).toEqual([]);
    expect((await scene.staff.get(deskAddress)).status).toBe(200);
  });

  it('after a form that ends too early is told so (400)', async () => {
    const answer = await send(head(Buffer.byteLength(part)) + part, { cutAfter: null });
    expect(answer.split('\r\n')[0]).toBe('HTTP/1.1 400 Bad Request');
    expect(await quiet()).toEqual([]);
  });

  it('of ten thousand parts is stopped (400)', async () => {
    const parts = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n'.repeat(10_000) + '--b--\r\n';
    expect((await send(head(parts.length) + parts, { cutAfter: null })).split('\r\n')[0]).toBe('HTTP/1.1 400 Bad Request');
  });
});
