import ical from 'node-ical';
import * as cheerio from 'cheerio';
import { testProduct, type TestProduct } from '../support/app';
import { mainText } from '../support/agenda-scene';
import { visitorBrowser, type Browser } from '../support/browser';
import { textOfPdf } from '../support/pdf-text';
import { ledger, type Line } from './year/ledger';
import { mailsToEach, promises } from './year/promises';
import { MeetingYear } from './year/year';

jest.setTimeout(300_000);

interface EventData {
  readonly start_time: string;
  readonly extras: {
    readonly state: string;
    readonly minutes: string | null;
    readonly postings: readonly { readonly posted_at: string; readonly is_late: boolean }[];
  };
}

interface MinutesData {
  readonly status: string;
  readonly approvedAt: string | null;
  readonly record: {
    readonly attendance: readonly { readonly status: string }[];
    readonly items: readonly {
      readonly title: { readonly en: string };
      readonly outcome: string | null;
      readonly motions: readonly { readonly status: string }[];
    }[];
  };
}

describe('a year of monthly meetings of six bodies, afterwards', () => {
  let product: TestProduct;
  let year: MeetingYear;
  let visitor: Browser;
  beforeAll(async () => {
    product = await testProduct();
    year = new MeetingYear(product);
    await year.begin();
    await year.pass();
    visitor = visitorBrowser(product);
  });
  afterAll(() => product.close());

  const each = ledger.map((body) => [body.slug, body.lines] as const);
  const at = (slug: string, [day]: Line) => `/meetings/${year.id(slug, day)}`;
  const entries = async (address: string): Promise<string[]> => {
    const { text } = await visitor.get(address).expect(200);
    const events = Object.values(ical.sync.parseICS(text)).filter((part): part is ical.VEvent => part?.type === 'VEVENT');
    return events.map(({ start, status, uid }) => `${start.toISOString()} ${String(status)} ${uid.split('@')[0] ?? ''}`).sort();
  };
  const entryOf = (slug: string, line: Line): string =>
    `${line[1]} ${promises[line[2]].state === 'adjourned' ? 'CONFIRMED' : 'CANCELLED'} meeting-${year.id(slug, line[0])}`;

  it.each(each)('has in the calendar of %s each meeting at its instant, and those that fell out as cancelled', async (slug, lines) => {
    expect(await entries(`/${slug}/calendar.ics`)).toEqual(lines.map((line) => entryOf(slug, line)).sort());
  });

  it('has the same in the calendar of all, and each on the page of the year', async () => {
    const all = ledger.flatMap(({ slug, lines }) => lines.map((line) => entryOf(slug, line)));
    expect(await entries('/calendar.ics')).toEqual(all.sort());
    const page = cheerio.load((await visitor.get('/calendar?year=2027').expect(200)).text);
    const linked = page('main a[href^="/meetings/"]')
      .map((_, link) => page(link).attr('href'))
      .get();
    expect([...new Set(linked)].sort()).toEqual(ledger.flatMap(({ slug, lines }) => lines.map((line) => at(slug, line))).sort());
  });

  it.each(each)('says of each meeting of %s what became of it, and how long before its agenda stood', async (slug, lines) => {
    for (const line of lines) {
      const [day, startsAt, turn, approvedOn] = line;
      const { state, postings } = promises[turn];
      const { extras, start_time: start } = (await visitor.get(`${at(slug, line)}.json`).expect(200)).body as EventData;
      const hours = extras.postings.map(({ posted_at: posted, is_late: isLate }) => [
        (Date.parse(startsAt) - Date.parse(posted)) / 3_600_000,
        isLate,
      ]);
      const minutes = state === 'adjourned' ? (approvedOn === null ? 'circulated' : 'approved') : null;
      expect([day, start, extras.state, extras.minutes, hours.reverse()]).toEqual([day, startsAt, state, minutes, postings]);
    }
  });

  it.each(each)('holds on the notice record of %s each meeting with the hours its agenda stood', async (slug, lines) => {
    const { text } = await visitor.get(`/${slug}/notice-record.csv?year=2027`).expect(200);
    const rows = text
      .split('\r\n')
      .slice(1, -1)
      .map((row) => row.slice(1, -1).split('","'));
    expect(rows.map(([day, , , , notice, , hours]) => [day, notice, hours])).toEqual(
      lines.map(([day, , turn]) => {
        const [first] = promises[turn].postings;
        if (first === undefined) return [day, 'Called off before', ''];
        return [day, first[1] ? 'Late' : 'In time', String(first[0])];
      }),
    );
  });

  it.each(each)('keeps in the minutes of %s who was there and what was decided, approved as the ledger says', async (slug, lines) => {
    for (const line of lines) {
      const [day, , turn, approvedOn] = line;
      const { state, matter, present } = promises[turn];
      const page = `${at(slug, line)}/minutes`;
      const approvedAt = lines.find(([other]) => other === approvedOn)?.[1] ?? null;
      const wanted = { status: approvedAt === null ? 'DRAFT' : 'APPROVED', approvedAt, matter, present };
      const held = state === 'adjourned';
      expect([day, factsOf(await visitor.get(`${page}.json`))]).toEqual([day, held ? wanted : undefined]);
      const isDraft = held && mainText((await visitor.get(page).expect(200)).text).includes('DRAFT');
      expect([day, isDraft]).toEqual([day, held && approvedAt === null]);
    }
  });

  it.each(each)(
    'gives the agendas of %s as PDF with their business, in both languages, but none that was never posted',
    async (slug, lines) => {
      const some = lines.filter(([, , turn], index) => turn !== 'ordinary' || index < 2);
      for (const [index, line] of some.entries()) {
        const lang = index % 2 === 0 ? 'en' : 'es';
        const { postings } = promises[line[2]];
        const file = await visitor
          .get(`${at(slug, line)}/agenda.pdf?lang=${lang}`)
          .buffer(true)
          .parse(bytes);
        expect([line[0], file.status]).toEqual([line[0], postings.length === 0 ? 404 : 200]);
        if (postings.length > 0)
          expect(textOfPdf(file.body as Buffer)).toContain(lang === 'en' ? 'Matter of the day' : 'Matter of the day (es)');
      }
    },
  );

  it.each(each)('has written to each member of %s exactly what the ledger says', async (slug) => {
    const rows = await product.db('outbox').where('to_address', 'like', `%.${slug}@example.org`).select('to_address', 'kind');
    // What depends on the hours in which the worker looked is told elsewhere.
    const counted = rows.filter(
      ({ kind }) => !['meeting.coming', 'meeting.quorumAtRisk', 'agenda.toPost', 'actionItem.due'].includes(kind),
    );
    const got: Record<string, Record<string, number>> = {};
    for (const { to_address: to, kind } of counted) {
      const name = to.split('.')[0] ?? '';
      if (name === 'staff') continue;
      const kinds = (got[name] ??= {});
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    expect(got).toEqual(Object.fromEntries(['ana', 'bo', 'cy', 'di', 'eli'].map((name) => [name, mailsToEach[slug]])));
  });
});

/** What minutes say as data; undefined where there are none. */
function factsOf({ status: answered, body }: { readonly status: number; readonly body: unknown }) {
  if (answered === 404) return undefined;
  const { status, approvedAt, record } = body as MinutesData;
  const item = record.items.find(({ title }) => title.en === 'Matter of the day');
  const present = record.attendance.filter((one) => one.status === 'present').length;
  return { status, approvedAt, matter: item?.motions[0]?.status ?? item?.outcome ?? null, present };
}

function bytes(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => {
    done(null, Buffer.concat(chunks));
  });
}
