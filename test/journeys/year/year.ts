import * as cheerio from 'cheerio';
import { workerTasks } from '../../../src/worker-tasks';
import { plusElapsed, type Instant } from '../../../src/lib/time';
import type { Collaborative } from '../../../src/features/collaboratives';
import type { TestProduct } from '../../support/app';
import { signedInAs, type Browser } from '../../support/browser';
import { aCollaborative, aMember, someoneAs } from '../../support/builders/meeting';
import { aPdf } from '../../support/files';
import { callRoll, expectDone, itemsOf, leave, putOffAll, vote } from './room';
import { ledger, type BodyYear, type Line, type Turn } from './ledger';

/** Who sits in every body; two make no quorum of five. */
const names = ['Ana', 'Bo', 'Cy', 'Di', 'Eli'] as const;

interface Body {
  readonly year: BodyYear;
  readonly collaborative: Collaborative;
  readonly people: Readonly<Record<'chair' | 'secretary' | 'member' | 'staff', string>>;
}

/** Plays the year of the ledger through the pages, as the people of six bodies would. */
export class MeetingYear {
  private readonly bodies = new Map<string, Body>();
  /** Ids of the meetings by `slug day`. */
  readonly ids = new Map<string, string>();

  constructor(private readonly product: TestProduct) {}

  id(slug: string, day: string): string {
    const found = this.ids.get(`${slug} ${day}`);
    if (found === undefined) throw new Error(`${slug} has no meeting on ${day}: ${[...this.ids.keys()].join(', ')}`);
    return found;
  }

  /** Six bodies with five members each, and what they plan for the year. */
  async begin(): Promise<void> {
    for (const year of ledger) {
      const body = await this.settle(year);
      this.bodies.set(year.slug, body);
      await this.plan(body);
    }
  }

  private async settle(year: BodyYear): Promise<Body> {
    const { deps } = this.product;
    const { slug } = year;
    const collaborative = await aCollaborative(deps, slug, { code: year.code });
    const ids: Record<string, string> = {};
    const offices: Readonly<Record<string, { readonly office: 'chair' | 'secretary' }>> = {
      Ana: { office: 'chair' },
      Eli: { office: 'secretary' },
    };
    for (const [index, name] of names.entries()) {
      const email = `${name.toLowerCase()}.${slug}@example.org`;
      ids[name] = (await aMember(deps, collaborative, { seat: `${slug}-${index}`, name, email, ...offices[name] })).id;
    }
    const staff = (await someoneAs(deps, 'staff', collaborative, `staff.${slug}@example.org`)).id;
    const { Ana: chair = '', Eli: secretary = '', Bo: member = '' } = ids;
    return { year, collaborative, people: { chair, secretary, member, staff } };
  }

  private async plan({ year: { slug, rule }, people }: Body): Promise<void> {
    const staff = await signedInAs(this.product, people.staff);
    const list = `/staff/${slug}/meetings/series`;
    const wish = {
      ...rule,
      from: '2027-01-01',
      until: '2027-12-31',
      kind: 'regular',
      titleEn: 'Monthly meeting',
      titleEs: 'Reunión mensual',
    };
    const tried = await staff.submit(`${list}/new`, { ...wish, place: 'Lincoln High School' }, `${list}/dry-run`);
    const $ = cheerio.load(tried.text);
    const form = $('main form').first();
    const fields: Record<string, string[]> = {};
    for (const { name, value } of form.serializeArray()) (fields[name] ??= []).push(value);
    expectDone(await staff.postBare(form.attr('action') ?? '', fields), `the series of ${slug}`);
    await this.learn(slug);
  }

  private async learn(slug: string): Promise<void> {
    const rows = await this.product
      .db('meetings')
      .where({ collaborative_id: this.bodies.get(slug)?.collaborative.id ?? '' })
      .select('id', 'starts_at');
    for (const { id, starts_at: startsAt } of rows as { id: string; starts_at: Instant }[]) {
      const line = ledger.find((year) => year.slug === slug)?.lines.find(([, start]) => start === startsAt);
      this.ids.set(`${slug} ${line?.[0] ?? startsAt}`, id);
    }
  }

  /** All that happens, in the order of the clock. */
  async pass(): Promise<void> {
    for (const { at, run } of this.steps().sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))) {
      this.product.clock.moveTo(at);
      await run();
    }
  }

  private steps(): { at: Instant; run: () => Promise<void> }[] {
    return [...this.bodies.values()].flatMap((body) =>
      body.year.lines.flatMap((line) =>
        happenings(line).map(([hours, name]) => ({
          at: plusElapsed(line[1], { hours }),
          run: async () => {
            try {
              await this.tell(name, body, line);
            } catch (error) {
              throw new Error(`${body.year.slug} ${line[0]} ${name}: ${String(error)}`, { cause: error });
            }
          },
        })),
      ),
    );
  }

  private tell(name: Happening, body: Body, line: Line): Promise<void> {
    return this[name](body, line);
  }

  private as({ people }: Body, who: keyof Body['people']): Promise<Browser> {
    return signedInAs(this.product, people[who]);
  }

  private at(body: Body, [day]: Line): string {
    return `/meetings/${this.id(body.year.slug, day)}`;
  }

  protected async announce(body: Body, [day]: Line): Promise<void> {
    const staff = await this.as(body, 'staff');
    const list = `/staff/${body.year.slug}/meetings`;
    const fields = {
      kind: 'special',
      titleEn: 'Special meeting',
      titleEs: 'Reunión extraordinaria',
      date: day,
      starts: '18:00',
      ends: '19:00',
    };
    const made = await staff.submit(`${list}/new`, { ...fields, place: 'Lincoln High School', accessAskBy: '', do: 'schedule' }, list);
    expectDone(made, 'the special meeting');
    await this.learn(body.year.slug);
    await this.prepare(body, ['', '', 'special', null], made.headers['location'] ?? '');
  }

  protected async prepare(body: Body, line: Line, address = this.at(body, line)): Promise<void> {
    const chair = await this.as(body, 'chair');
    for (const title of line[2] === 'quorumLost' ? ['Matter of the day', 'Second matter'] : ['Matter of the day'])
      expectDone(
        await chair.submit(
          `${address}/agenda/items/new`,
          { titleEn: title, titleEs: `${title} (es)`, purpose: 'advise', minutes: '15', isAction: 'yes' },
          `${address}/agenda/items`,
        ),
        title,
      );
    if (line[2] !== 'postedLate')
      expectDone(await chair.submit(`${address}/agenda/desk`, { putUpAt: 'Main door' }, `${address}/agenda/posting`), 'posting');
  }

  protected async postLate(body: Body, line: Line): Promise<void> {
    const address = this.at(body, line);
    const staff = await this.as(body, 'staff');
    const fields = { putUpAt: 'Main door', lateReason: 'The printer broke' };
    expectDone(await staff.submit(`${address}/agenda/desk`, fields, `${address}/agenda/posting`), 'posting late');
  }

  protected async addPaper(body: Body, line: Line): Promise<void> {
    const address = this.at(body, line);
    const chair = await this.as(body, 'chair');
    const desk = cheerio.load((await chair.get(`${address}/agenda/desk`)).text);
    const item = desk('select[name=item] option')
      .filter((_, option) => desk(option).text().includes('Matter of the day'))
      .attr('value');
    const fields = { item: item ?? '', titleEn: 'Late budget', titleEs: 'Presupuesto', readable: 'yes' };
    const file = { field: 'file', name: 'late.pdf', bytes: aPdf() };
    expectDone(await chair.upload(`${address}/papers`, fields, [file], `${address}/agenda/desk`), 'the paper');
    expectDone(await chair.submit(`${address}/agenda/desk`, { putUpAt: 'Main door' }, `${address}/agenda/posting`), 'posting the change');
  }

  protected async cancel(body: Body, line: Line): Promise<void> {
    const address = `${this.at(body, line)}/cancellation`;
    expectDone(await (await this.as(body, 'staff')).submit(address, { reason: 'The school is closed' }, address), 'the cancellation');
  }

  protected async postpone(body: Body, line: Line): Promise<void> {
    const address = `${this.at(body, line)}/postponement`;
    const { lines, rule, slug } = body.year;
    const date = lines[lines.indexOf(line) + 1]?.[0] ?? '';
    const fields = { way: 'date', date, starts: rule.starts, ends: rule.ends, reason: 'The room is flooded' };
    expectDone(await (await this.as(body, 'staff')).submit(address, fields, address), 'putting off');
    await this.learn(slug);
  }

  protected async remind(): Promise<void> {
    for (const task of workerTasks) await task.run(this.product.deps);
  }

  protected async hold(body: Body, line: Line): Promise<void> {
    const address = `${this.at(body, line)}/session`;
    const chair = await this.as(body, 'chair');
    expectDone(await chair.submit(address, {}, `${address}/beginning`), 'beginning');
    await callRoll(chair, address, presentAt(line[2]));
    if (line[2] === 'noQuorum' || line[2] === 'postedLate') await putOffAll(chair, address);
    else await this.decideAll(chair, address, line[2]);
    expectDone(await chair.submit(address, {}, `${address}/adjournment`), 'adjournment');
  }

  private async decideAll(chair: Browser, address: string, turn: Turn): Promise<void> {
    for (const item of await itemsOf(chair, address)) {
      const page = cheerio.load((await chair.get(item)).text);
      if (page(`form[action="${item}/motion"]`).length === 0) continue;
      if (turn === 'quorumLost' && page('h1').text().includes('Second matter')) {
        await leave(chair, address, this.product);
        expectDone(await chair.submit(item, { outcome: 'postponed', words: 'No quorum' }, `${item}/outcome`), 'putting off');
      } else await vote(chair, item, votesIn(turn, page('h1').text()));
    }
  }

  protected async writeUp(body: Body, line: Line): Promise<void> {
    const page = `${this.at(body, line)}/minutes`;
    const secretary = await this.as(body, 'secretary');
    expectDone(await secretary.submit(`${page}/desk`, {}, `${page}/compilation`), 'compiling');
    expectDone(await secretary.submit(`${page}/desk`, {}, `${page}/circulation`), 'circulating');
    if (line[2] !== 'corrected') return;
    const member = await this.as(body, 'member');
    expectDone(await member.submit(page, { correction: 'We began late' }, `${page}/correction`), 'the correction');
    const desk = cheerio.load((await secretary.get(`${page}/desk`)).text);
    const answer = desk('form[action$="/answer"]').first().attr('action') ?? '';
    expectDone(await secretary.submit(`${page}/desk`, { event: 'take', answer: 'So it was' }, answer), 'the answer');
  }

  protected async askAgain(body: Body, line: Line): Promise<void> {
    const { lines } = body.year;
    const before = lines[lines.indexOf(line) - 1] ?? line;
    const page = `${this.at(body, before)}/minutes`;
    expectDone(await (await this.as(body, 'secretary')).submit(`${page}/desk`, {}, `${page}/agenda-item`), 'asking the next meeting');
  }
}

type Happening = 'announce' | 'prepare' | 'postLate' | 'addPaper' | 'cancel' | 'postpone' | 'remind' | 'hold' | 'writeUp' | 'askAgain';

/** What is done for a line, each so many hours from its beginning. */
function happenings([, , turn]: Line): (readonly [hours: number, Happening])[] {
  if (turn === 'special') return [[-30, 'announce'], ...afterwards];
  if (turn === 'cancelled')
    return [
      [-96, 'prepare'],
      [-50, 'cancel'],
    ];
  if (turn === 'postponed') return [[-200, 'postpone']];
  if (turn === 'postedLate') return [[-96, 'prepare'], [-50, 'postLate'], ...afterwards];
  if (turn === 'latePaper') return [[-96, 'prepare'], [-40, 'addPaper'], ...afterwards];
  if (turn === 'minutesRefused') return [[-96, 'prepare'], ...afterwards, [49, 'askAgain']];
  return [[-96, 'prepare'], ...afterwards];
}

const afterwards: readonly (readonly [number, Happening])[] = [
  [-24, 'remind'],
  [0, 'hold'],
  [48, 'writeUp'],
];

const presentAt = (turn: Turn): number => (turn === 'noQuorum' ? 2 : turn === 'tie' ? 4 : turn === 'quorumLost' ? 3 : 5);

function votesIn(turn: Turn, title: string): (index: number) => string {
  if (turn === 'tie' && title.includes('Matter of the day')) return (index) => (index < 2 ? 'yes' : 'no');
  if (turn === 'minutesRefused' && title.includes('Approve the minutes')) return () => 'no';
  return (index) => (index === 1 ? 'no' : 'yes');
}
