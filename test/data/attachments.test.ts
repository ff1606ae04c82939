import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { inTransaction } from '../../src/db/database';
import { addItem, listItems } from '../../src/features/agendas';
import { sweepKeptFiles } from '../../src/kept-files';
import { addAttachment } from '../../src/features/agendas/attachment.actions';
import { listAttachments, listPaperHashes } from '../../src/features/agendas/attachment.queries';
import { writeIncoming, type ReceivedFile } from '../../src/files/store';
import { visitor, type Actor } from '../../src/lib/actor';
import { NotFound } from '../../src/lib/errors';
import { sha256 } from '../../src/lib/secret';
import { plusElapsed } from '../../src/lib/time';
import { businessItem } from '../support/agenda-scene';
import { testProduct, type TestProduct } from '../support/app';
import { aCollaborative, aStoredMeeting, someoneAs } from '../support/builders/meeting';
import { countQueries, emptyTables, onEachEngine } from '../support/database';
import { aPdf } from '../support/files';

onEachEngine((engine) => {
  let product: TestProduct;
  let staff: Actor & { readonly id: string };
  let itemId: string;

  beforeAll(async () => {
    product = await testProduct({ engine });
  });
  afterAll(() => product.close());
  beforeEach(async () => {
    await emptyTables(product.db);
    await rm(store(), { recursive: true, force: true });
    product.clock.moveTo('2026-11-21T20:00:00.000Z');
    const central = await aCollaborative(product.deps);
    await aStoredMeeting(product.deps, central);
    const { id } = await someoneAs(product.deps, 'staff', central, 'sam@example.org');
    staff = { ...visitor('en'), id, grants: [{ role: 'staff', collaborativeId: central.id, cycleId: null }] };
    await inTransaction(product.deps, (tx) => addItem(tx, 'system', 'meeting-1', businessItem('One')));
    itemId = (await listItems(product.db, 'meeting-1')).find(({ kind }) => kind === 'business')!.id;
  });

  const store = () => join(product.deps.config.dataFolder, 'files');
  const kept = async () => (await readdir(store()).catch((): string[] => [])).filter((name) => name !== 'incoming');
  const received = async (bytes = aPdf()): Promise<ReceivedFile> => ({
    ...(await writeIncoming(product.deps, Readable.from([bytes]))),
    givenName: 'plan.pdf',
  });
  const values = () => ({ item: itemId, titleEn: 'Plan', titleEs: '', readable: 'yes' as const });
  const add = async (file: ReceivedFile) => addAttachment(product.deps, staff, { meetingId: 'meeting-1', values: values(), file });

  describe('adding a paper', () => {
    it('keeps its file under its hash and its row beside it', async () => {
      const file = await received();
      const added = await add(file);
      expect(await listAttachments(product.db, 'meeting-1')).toEqual([added.kind === 'added' ? added.attachment : null]);
      expect([file.sha256, await kept()]).toEqual([sha256(aPdf().toString('latin1')), [file.sha256]]);
    });

    it('leaves no row when the file cannot be kept', async () => {
      const file = await received();
      await mkdir(join(store(), file.sha256, 'in-the-way'), { recursive: true });
      await expect(add(file)).rejects.toThrow();
      expect(await listAttachments(product.db, 'meeting-1')).toEqual([]);
    });

    it('leaves a file without a row when it stops in between, and the sweep takes it away after a day', async () => {
      await expect(addAttachment(product.deps, staff, { meetingId: 'meeting-1', values: { ...values(), item: 'none' }, file: await received() })).rejects.toThrow(
        NotFound,
      );
      expect([await listAttachments(product.db, 'meeting-1'), (await kept()).length]).toEqual([[], 1]);
      product.clock.moveTo(plusElapsed(product.clock.now(), { hours: 24 }));
      await sweepKeptFiles(product.deps);
      expect((await kept()).length).toBe(1);
      product.clock.moveTo(plusElapsed(product.clock.now(), { milliseconds: 1 }));
      await sweepKeptFiles(product.deps);
      expect(await kept()).toEqual([]);
    });

    it('never leaves a row without its file when many add and take away the same', async () => {
      const results = await Promise.all(Array.from({ length: 5 }, async () => add(await received())));
      expect(new Set(results.map((result) => (result.kind === 'added' ? result.attachment.id : 'refused'))).size).toBe(1);
      expect((await kept()).length).toBe(1);
    });
  });

  describe('the sweep', () => {
    it('keeps what a paper names, taken off or not, and what is none of its business', async () => {
      const named = await received();
      await add(named);
      await product.db('attachments').update({ removed_at: product.clock.now() });
      await writeFile(join(store(), 'README'), 'x');
      const orphan = await received(aPdf('Other'));
      await writeFile(join(store(), 'a'.repeat(64)), 'x');
      product.clock.moveTo(plusElapsed(product.clock.now(), { hours: 24 * 400 }));
      await sweepKeptFiles(product.deps);
      expect(await kept()).toEqual(['README', named.sha256].sort());
      await expect(stat(orphan.path)).rejects.toThrow();
    });

    it('spares an old file whose content just came in again', async () => {
      await writeFile(join(store(), (await received()).sha256), aPdf());
      product.clock.moveTo(plusElapsed(product.clock.now(), { hours: 48 }));
      await add(await received());
      await sweepKeptFiles(product.deps);
      expect((await kept()).length).toBe(1);
    });

    it('has nothing to do where nothing was ever handed in', async () => {
      await sweepKeptFiles(product.deps);
      expect(await kept()).toEqual([]);
    });
  });

  it('lists in one query, and hashes in one for each five hundred', async () => {
    await add(await received());
    await add(await received(aPdf('Two')));
    expect(await countQueries(product.db, () => listAttachments(product.db, 'meeting-1'))).toBe(1);
    const hashes = Array.from({ length: 501 }, (_, index) => String(index).padStart(64, '0'));
    expect(await countQueries(product.db, () => listPaperHashes(product.db, hashes))).toBe(2);
    expect(await listPaperHashes(product.db, [])).toEqual(new Set());
  });

  it('takes no row of an unknown kind', async () => {
    await add(await received());
    await expect(product.db('attachments').update({ kind: 'svg' as 'pdf' })).rejects.toThrow();
  });
});
