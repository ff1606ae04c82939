import * as cheerio from 'cheerio';
import type { Response } from 'supertest';
import { inTransaction } from '../../src/db/database';
import { addItem, type ItemDraft } from '../../src/features/agendas';
import type { Collaborative } from '../../src/features/collaboratives';
import type { Meeting } from '../../src/features/meetings';
import { visitor } from '../../src/lib/actor';
import { plusElapsed } from '../../src/lib/time';
import type { TestProduct } from './app';
import { signedInAs, type Browser } from './browser';
import { aCollaborative, aMember, aStoredMeeting, someoneAs } from './builders/meeting';
import { emptyTables } from './database';

export const deskAddress = '/meetings/meeting-1/agenda/desk';
export const postingAddress = '/meetings/meeting-1/agenda/posting';

/** A meeting of Central with one business item; its chair (who reads Spanish), its staff, two more members, staff of South. */
export class AgendaScene {
  central!: Collaborative;
  meeting!: Meeting;
  chair!: Browser;
  staff!: Browser;
  private people!: { chair: string; staff: string };

  constructor(private readonly product: TestProduct) {}

  async begin(): Promise<void> {
    const { deps, db, clock } = this.product;
    await emptyTables(db);
    clock.moveTo('2026-11-21T20:00:00.000Z');
    this.central = await aCollaborative(deps);
    const south = await aCollaborative(deps, 'south');
    const ana = await aMember(deps, this.central, { seat: 'C-1', office: 'chair', locale: 'es' });
    await aMember(deps, this.central, { seat: 'C-2', name: 'Bo Lee', email: 'bo@example.org' });
    await aMember(deps, this.central, { seat: 'C-3', name: 'No Mail', email: null });
    const sam = await someoneAs(deps, 'staff', this.central, 'sam@example.org');
    await someoneAs(deps, 'staff', south, 'sue@example.org');
    this.people = { chair: ana.id, staff: sam.id };
    this.meeting = await aStoredMeeting(deps, this.central);
    await this.add('Safe routes to school');
    await this.signIn();
  }

  /** Moves the clock to so many hours (and milliseconds) before the start; sessions do not last that long, so all sign in anew. */
  async before(hours: number, milliseconds = 0): Promise<void> {
    this.product.clock.moveTo(plusElapsed(this.meeting.startsAt, { hours: -hours, milliseconds }));
    await this.signIn();
  }

  add(title: string, meetingId = 'meeting-1'): Promise<unknown> {
    return inTransaction(this.product.deps, (tx) => addItem(tx, visitor('en'), meetingId, businessItem(title)));
  }

  /** Opens the desk and presses the posting button. */
  post(browser: Browser, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
    return browser.submit(deskAddress, fields, postingAddress);
  }

  private async signIn(): Promise<void> {
    this.chair = await signedInAs(this.product, this.people.chair);
    this.staff = await signedInAs(this.product, this.people.staff);
  }
}

export const businessItem = (title: string): ItemDraft => ({
  kind: 'business',
  title: { en: title, es: `${title} (es)` },
  purpose: 'advise',
  presenter: 'Bo Lee',
  minutes: 10,
  text: { en: 'Some **words** about it.\n\n# Heading\n\n<script>alert(1)</script>' },
  isAction: true,
});

/** The titles of an agenda page, in order. */
export const titlesOn = (html: string): string[] => {
  const $ = cheerio.load(html);
  return $('.app-agenda h3')
    .map((_, heading) => $(heading).text().trim())
    .get();
};

/** The words of a page's main part, blanks folded. */
export const mainText = (html: string): string => cheerio.load(html)('main').text().replace(/\s+/g, ' ').trim();
