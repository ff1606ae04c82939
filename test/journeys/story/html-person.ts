import * as cheerio from 'cheerio';
import type { Response } from 'supertest';
import type { TestProduct } from '../../support/app';
import { visitorBrowser, type Browser } from '../../support/browser';
import { folded, marked, matches, type Button, type Fields, type House, type Link, type Person } from './person';

type Page = cheerio.CheerioAPI;
type Selection = ReturnType<Page>;

/** A browser that only reads HTML: no scripts, real cookies, sessions and tokens. */
class HtmlPerson implements Person {
  status = 0;
  address = '';
  private page: Page = cheerio.load('');

  constructor(private readonly browser: Browser) {}

  async open(address: string): Promise<void> {
    let answer = await this.browser.get(address);
    this.address = address;
    for (let turns = 0; turns < 5 && answer.status === 303; turns += 1) answer = await this.turn(answer);
    this.show(answer);
  }

  async follow(link: RegExp | string): Promise<void> {
    const found = (await this.links()).find(({ text, href }) => matches(link, href) || text === link);
    if (found === undefined) throw new Error(`no link ${String(link)} on ${this.address}: ${await this.words()}`);
    await this.open(found.href);
  }

  async send(action: RegExp | string, fields: Fields = {}, button?: Button): Promise<void> {
    const form = this.form(action, button);
    for (const [name, value] of Object.entries(fields)) this.fill(form, name, value);
    const sent = form.serializeArray().map(({ name, value }): [string, string] => [name, value]);
    const pressed = this.button(form, button);
    if (pressed !== undefined) sent.push(pressed);
    const to = form.attr('action') ?? this.address;
    if (form.attr('method') === 'post') await this.post(to, sent);
    else await this.open(`${to}?${new URLSearchParams(sent).toString()}`);
  }

  private async post(to: string, sent: readonly [string, string][]): Promise<void> {
    const body: Record<string, string[]> = {};
    for (const [name, value] of sent) (body[name] ??= []).push(value);
    const answer = await this.browser.postBare(to, body);
    this.address = to;
    if (answer.status === 303) await this.open(answer.headers['location'] ?? '');
    else this.show(answer);
  }

  heading(): Promise<string> {
    return Promise.resolve(folded(this.page('h1').first().text()));
  }

  words(): Promise<string> {
    return Promise.resolve(folded(this.page('main').text()));
  }

  all(selector: string): Promise<string[]> {
    return Promise.resolve(this.each(selector).map((element) => folded(element.text())));
  }

  links(): Promise<Link[]> {
    return Promise.resolve(this.each('a[href]').map((link) => ({ text: folded(link.text()), href: link.attr('href') ?? '' })));
  }

  value(field: string): Promise<string | undefined> {
    const found = this.page(`[name="${field}"]`).first().val();
    return Promise.resolve(typeof found === 'string' ? found : undefined);
  }

  fields(beginning: string): Promise<string[]> {
    return Promise.resolve([...new Set(this.each(`[name^="${beginning}"]`).map((field) => field.attr('name') ?? ''))]);
  }

  choices(field: string): Promise<string[]> {
    const options = this.each(`select[name="${field}"] option, input[name="${field}"]`);
    return Promise.resolve(options.map((option) => option.attr('value') ?? '').filter((value) => value !== ''));
  }

  choicesOfButtons(name: string): Promise<string[]> {
    return Promise.resolve(this.each(`button[name="${name}"]`).map((button) => button.attr('value') ?? ''));
  }

  forms(): Promise<string[]> {
    return Promise.resolve(this.each('main form[action]').map((form) => form.attr('action') ?? ''));
  }

  language(): Promise<string> {
    return Promise.resolve(this.page('html').attr('lang') ?? '');
  }

  leave(): Promise<void> {
    return Promise.resolve();
  }

  private async turn(answer: Response): Promise<Response> {
    this.address = answer.headers['location'] ?? '';
    return this.browser.follow(answer);
  }

  private show(answer: Response): void {
    this.status = answer.status;
    this.page = cheerio.load(answer.text);
    if (answer.status >= 500) throw new Error(`${this.address} answered ${answer.status}`);
  }

  private each(selector: string): Selection[] {
    return this.page(selector)
      .toArray()
      .map((element) => this.page(element) as Selection);
  }

  private form(action: RegExp | string, holding?: Button): Selection {
    const forms = this.each('form').filter((candidate) => matches(action, candidate.attr('action') ?? this.address));
    const form = forms.find((candidate) => holding === undefined || this.controls(candidate, marked(holding)).length > 0);
    if (form === undefined)
      throw new Error(`no form to ${String(action)} on ${this.address} (${this.status}): ${folded(this.page('main').text())}`);
    return form;
  }

  private controls(form: Selection, selector: string): Selection[] {
    const inside = form.find(selector).toArray();
    const id = form.attr('id');
    const outside = id === undefined ? [] : this.page(`[form="${id}"]`).filter(selector).toArray();
    return [...inside, ...outside].map((element) => this.page(element) as Selection);
  }

  private fill(form: Selection, name: string, value: string | readonly string[]): void {
    const controls = this.controls(form, `[name="${name}"]`);
    const [first] = controls;
    if (first === undefined) throw new Error(`no field ${name} in ${form.attr('action') ?? 'the form'} on ${this.address}`);
    const wanted = typeof value === 'string' ? [value] : value;
    if (first.is('select'))
      choose(
        first
          .find('option')
          .toArray()
          .map((option) => this.page(option) as Selection),
        wanted,
        'selected',
        name,
      );
    else if (first.is('[type=radio], [type=checkbox]')) choose(controls, wanted, 'checked', name);
    else if (first.is('textarea')) first.text(wanted.join('\n'));
    else first.attr('value', wanted.join('\n'));
  }

  private button(form: Selection, wanted: Button | undefined): [string, string] | undefined {
    const [first] = this.controls(form, 'button');
    const found = wanted === undefined ? first : (this.controls(form, `button${marked(wanted)}`)[0] ?? first);
    if (found === undefined) throw new Error(`no button in ${form.attr('action') ?? ''} on ${this.address}`);
    const name = found.attr('name');
    return name === undefined ? undefined : [name, found.attr('value') ?? ''];
  }
}

function choose(options: readonly Selection[], wanted: readonly string[], mark: 'checked' | 'selected', name: string): void {
  for (const option of options) option.removeAttr(mark);
  for (const value of wanted) {
    const option = options.find((candidate) => candidate.attr('value') === value);
    if (option === undefined) throw new Error(`no choice ${value} for ${name}`);
    option.attr(mark, mark);
  }
}

/** A house of browsers that only read HTML. */
export const htmlHouse = (product: TestProduct): House => ({
  newcomer: (_device, locale) => {
    const browser = visitorBrowser(product);
    browser.language = locale;
    return Promise.resolve(new HtmlPerson(browser));
  },
  complaints: () => [],
  close: () => Promise.resolve(),
});
