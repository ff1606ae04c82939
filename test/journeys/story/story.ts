import { demoKeys, demoPersonId } from '../../../src/features/demo/demo-people';
import { generateDistrict } from '../../../src/features/demo';
import { deliverDue } from '../../../src/mail/deliver';
import type { ReadableMail } from '../../../src/mail/mailbox';
import { mailboxTransport } from '../../../src/mail/transport';
import { stillDue, workerTasks } from '../../../src/worker-tasks';
import type { TestProduct } from '../../support/app';
import { visitorBrowser } from '../../support/browser';
import { writesOf } from '../../support/database';
import { mails } from '../../support/mailbox';
import type { Device, House, Person } from './person';

/** What happened since the story last looked: mails as `kind locale address`, history as `action capacity`. */
export interface News {
  readonly mails: readonly string[];
  readonly history: readonly string[];
}

/** One thread through the whole product, told by its people, with what they find on the way. */
export class Story {
  /** What the steps hand on to each other: references, ids, links. */
  readonly kept = new Map<string, string>();
  letters: readonly ReadableMail[] = [];
  private seenMails = new Set<string>();
  private seenEvents = new Set<string>();

  private constructor(
    readonly product: TestProduct,
    readonly house: House,
    /** The language of the applicant and of everybody who works on the thread. */
    readonly locale: 'en' | 'es',
  ) {}

  /** Fills the product with the demo's district and begins the story there. */
  static async begin(product: TestProduct, house: House, locale: 'en' | 'es'): Promise<Story> {
    await generateDistrict(product.deps, product.clock, product.clock.now(), () => undefined);
    await product.db('people').whereIn('id', demoKeys.map(demoPersonId)).update({ locale });
    const story = new Story(product, house, locale);
    await story.news();
    return story;
  }

  /** Id of a person of the demo by their key. */
  idOf(key: string): string {
    return demoPersonId(key);
  }

  /** Name and address of a person of the demo. */
  async who(key: string): Promise<{ readonly id: string; readonly name: string; readonly email: string }> {
    const person = await this.product
      .db('people')
      .where({ id: demoPersonId(key) })
      .first('id', 'name', 'email');
    return { id: person?.id ?? '', name: person?.name ?? '', email: person?.email ?? '' };
  }

  /** Something an earlier step has kept. */
  recall(name: string): string {
    const found = this.kept.get(name);
    if (found === undefined) throw new Error(`the story has not come to ${name}`);
    return found;
  }

  visitor(device: Device = 'phone'): Promise<Person> {
    return this.house.newcomer(device, this.locale);
  }

  /** A person of the demo, signed in by their button. */
  async as(key: string): Promise<Person> {
    const person = await this.visitor(key.startsWith('staff') ? 'desk' : 'phone');
    await person.open('/demo');
    await person.send('/demo/sign-in', {}, { name: 'person', value: key });
    return person;
  }

  /** Tells a part of the story as one person of the demo. */
  async tell(key: string, part: (person: Person) => Promise<void>): Promise<void> {
    const person = await this.as(key);
    await part(person);
    await person.leave();
  }

  /** Moves the clock to a moment and lets the worker do what is due by then. */
  async comeTo(instant: string): Promise<void> {
    this.product.clock.moveTo(instant);
    await this.work();
  }

  /** One turn of the worker: what dates ask for, then the mail. */
  async work(): Promise<void> {
    const { deps } = this.product;
    for (const task of workerTasks) await task.run(deps);
    await deliverDue(deps, mailboxTransport, { limit: 1000, stillDue });
  }

  /**
   * Sends what is due and answers what is new. Before anybody reads their mail a scanner opens every link of it, and that
   * must change nothing. What goes on with the renewal of East (a slate waits for its approver) and of West (its offers are
   * out) all the while is told elsewhere, and so is when advice is reminded of (advice-clock.test.ts).
   */
  async news(): Promise<News> {
    await deliverDue(this.product.deps, mailboxTransport, { limit: 1000, stillDue });
    const told = new Set<string | null>(await this.product.db('collaboratives').whereIn('slug', ['east', 'west']).pluck('id'));
    const isElsewhere = (id: string | null, what: string): boolean =>
      ['advice.due', 'commitments.late'].includes(what) || (told.has(id) && /^(slate|offer|onboarding|procedure)/.test(what));
    const unread = (await mails(this.product.deps)).filter(({ id }) => !this.seenMails.has(id));
    const found = unread.filter((mail) => !isElsewhere(mail.collaborative_id, mail.kind));
    const events = await this.product.db('events').orderBy(['at', 'chain', 'place']).select('id', 'action', 'capacity', 'collaborative_id');
    const news = events.filter((one) => !this.seenEvents.has(one.id) && !isElsewhere(one.collaborative_id, one.action));
    const isFirst = this.seenEvents.size === 0;
    for (const { id } of unread) this.seenMails.add(id);
    for (const { id } of events) this.seenEvents.add(id);
    if (isFirst) return { mails: [], history: [] };
    this.letters = found;
    await this.scan(found);
    return {
      mails: found
        .map(({ kind, locale, to_address, status }) => [kind, locale, to_address, ...(status === 'sent' ? [] : [status])].join(' '))
        .sort(),
      history: news.map(({ action, capacity }) => `${action} ${capacity}`),
    };
  }

  /** The newest letter of a kind. */
  letter(kind: string): ReadableMail {
    const found = this.letters.findLast((letter) => letter.kind === kind);
    if (found === undefined) throw new Error(`no letter ${kind} among ${this.letters.map((letter) => letter.kind).join(', ')}`);
    return found;
  }

  private async scan(letters: readonly ReadableMail[]): Promise<void> {
    const links = new Set(letters.flatMap((letter) => linksIn(this.product.deps.baseUrl, letter)));
    const written = await writesOf(this.product.db, async () => {
      for (const link of links) {
        const { status } = await visitorBrowser(this.product).get(link);
        if (status >= 400) throw new Error(`${link} of a mail answered ${status}`);
      }
    });
    if (written.length > 0) throw new Error(`opening links of mails changed something: ${[...links, ...written].join(' ')}`);
  }
}

/** The paths a letter links to, in its text and in its HTML. */
export function linksIn(baseUrl: string, letter: Pick<ReadableMail, 'text' | 'html'>): string[] {
  const found = [...letter.text.matchAll(/https?:\/\/[^\s<>")]+/g), ...letter.html.matchAll(/(?<=href=")https?:[^"]+/g)].map(([url]) =>
    url.replaceAll('&amp;', '&'),
  );
  return [...new Set(found.filter((url) => url.startsWith(baseUrl)).map((url) => url.slice(baseUrl.length)))];
}
