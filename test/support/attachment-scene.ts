import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as cheerio from 'cheerio';
import type { Response } from 'supertest';
import { listItems } from '../../src/features/agendas';
import { AgendaScene, deskAddress } from './agenda-scene';
import type { TestProduct } from './app';
import type { Browser, Part } from './browser';
import { aPdf } from './files';

export const papersAddress = '/meetings/meeting-1/papers';

/** The agenda scene with papers: sends them and reads where they stand. */
export class AttachmentScene extends AgendaScene {
  constructor(private readonly papersOf: TestProduct) {
    super(papersOf);
  }

  /** The id of the business item. */
  async item(): Promise<string> {
    const items = await listItems(this.papersOf.db, 'meeting-1');
    return items.find(({ kind }) => kind === 'business')!.id;
  }

  /** Sends a paper for the business item through the desk's form. */
  async send(browser: Browser, file: Part | null = aPart(), fields: Readonly<Record<string, string>> = {}): Promise<Response> {
    const values = { item: await this.item(), titleEn: 'Budget', titleEs: '', readable: 'yes', ...fields };
    return browser.upload(papersAddress, values, file === null ? [] : [file], deskAddress);
  }

  rows() {
    return this.papersOf.db('attachments').orderBy('added_at');
  }

  /** Names in the store, and among the incoming. */
  async files(): Promise<{ kept: string[]; incoming: string[] }> {
    const folder = join(this.papersOf.deps.config.dataFolder, 'files');
    const list = (path: string) => readdir(path).catch((): string[] => []);
    return { kept: (await list(folder)).filter((name) => name !== 'incoming'), incoming: await list(join(folder, 'incoming')) };
  }

  async forgetFiles(): Promise<void> {
    await rm(join(this.papersOf.deps.config.dataFolder, 'files'), { recursive: true, force: true });
  }
}

export const aPart = (given: Partial<Part> = {}): Part => ({ field: 'file', name: 'budget.pdf', bytes: aPdf(), ...given });

/** The papers' links on a page: their addresses. */
export const paperLinks = (html: string): string[] => {
  const $ = cheerio.load(html);
  return $('a[href*="/papers/"]')
    .map((_, link) => $(link).attr('href'))
    .get();
};
