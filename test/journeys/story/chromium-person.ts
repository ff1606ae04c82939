import AxeBuilder from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { folded, marked, matches, type Button, type Device, type Fields, type House, type Link, type Person } from './person';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const heights = 800;
const widths: Readonly<Record<Device, number>> = { phone: 360, desk: 1200 };

interface Setting {
  readonly baseUrl: string;
  readonly complaints: string[];
  /** Pages that were looked at already, by what they are made of. */
  readonly seen: Set<string>;
  readonly isLooking: boolean;
}

/** A browser that draws: each page it has not seen is looked at by axe at both widths, and must not scroll sideways. */
export class ChromiumPerson implements Person {
  status = 0;

  constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly device: Device,
    private readonly setting: Setting,
  ) {
    page.on('pageerror', (error) => this.complain(`script: ${error.message}`));
    page.on('response', (response) => {
      const isPage = response.request().isNavigationRequest() && response.frame() === page.mainFrame();
      if (isPage && (response.status() < 300 || response.status() > 399)) this.status = response.status();
    });
    page.on('console', (message) => {
      const isRefusal = /status of (403|404|409|422)/.test(message.text());
      if (message.type() === 'error' && !isRefusal) this.complain(`console: ${message.text()}`);
    });
  }

  get address(): string {
    return this.page.url().slice(this.setting.baseUrl.length);
  }

  async open(address: string): Promise<void> {
    await this.page.goto(this.setting.baseUrl + address);
    await this.arrive();
  }

  async follow(link: RegExp | string): Promise<void> {
    const found = (await this.links()).findIndex(({ text, href }) => matches(link, href) || text === link);
    if (found < 0) throw new Error(`no link ${String(link)} on ${this.address}: ${await this.words()}`);
    await this.leaveBy(this.page.locator('a[href]').nth(found));
  }

  async send(action: RegExp | string, fields: Fields = {}, button?: Button): Promise<void> {
    const form = await this.form(action, button);
    for (const [name, value] of Object.entries(fields)) await this.fill(form, name, value);
    const primary = await this.controls(form, 'button.app-button--primary');
    const buttons = (await primary.count()) > 0 ? primary : await this.controls(form, 'button');
    const wanted = button === undefined ? undefined : (await this.controls(form, `button${marked(button)}`)).first();
    await this.leaveBy(wanted !== undefined && (await wanted.count()) > 0 ? wanted : buttons.first());
  }

  async heading(): Promise<string> {
    return folded(await this.page.locator('h1').first().innerText());
  }

  async words(): Promise<string> {
    return folded((await this.page.locator('main').textContent()) ?? '');
  }

  async all(selector: string): Promise<string[]> {
    return (await this.page.locator(selector).allTextContents()).map(folded);
  }

  links(): Promise<Link[]> {
    return this.page.evaluate<Link[]>(
      `[...document.querySelectorAll('a[href]')].map((link) => ({ text: link.textContent.replace(/\\s+/g, ' ').trim(), href: link.getAttribute('href') }))`,
    );
  }

  async value(field: string): Promise<string | undefined> {
    const found = this.page.locator(`[name="${field}"]`).first();
    return (await found.count()) === 0 ? undefined : found.inputValue();
  }

  async fields(beginning: string): Promise<string[]> {
    return [...new Set(await this.attributes(`[name^="${beginning}"]`, 'name'))];
  }

  async choices(field: string): Promise<string[]> {
    const values = await this.attributes(`select[name="${field}"] option, input[name="${field}"]`, 'value');
    return values.filter((value) => value !== '');
  }

  choicesOfButtons(name: string): Promise<string[]> {
    return this.attributes(`button[name="${name}"]`, 'value');
  }

  forms(): Promise<string[]> {
    return this.attributes('main form[action]', 'action');
  }

  async language(): Promise<string> {
    return (await this.page.locator('html').getAttribute('lang')) ?? '';
  }

  leave(): Promise<void> {
    return this.context.close();
  }

  private attributes(selector: string, name: string): Promise<string[]> {
    const given = JSON.stringify([selector, name]);
    return this.page.evaluate<string[]>(
      `(([selector, name]) => [...document.querySelectorAll(selector)].map((one) => one.getAttribute(name) ?? ''))(${given})`,
    );
  }

  private async form(action: RegExp | string, holding?: Button): Promise<Locator> {
    const forms = await this.page.locator('form').all();
    for (const form of forms) {
      const to = (await form.getAttribute('action')) ?? this.address;
      if (!matches(action, to)) continue;
      if (holding === undefined || (await (await this.controls(form, marked(holding))).count()) > 0) return form;
    }
    throw new Error(`no form to ${String(action)} on ${this.address} (${this.status}): ${await this.words()}`);
  }

  private async controls(form: Locator, selector: string): Promise<Locator> {
    const id = await form.getAttribute('id');
    const inside = form.locator(selector);
    return id === null ? inside : inside.or(this.page.locator(`${selector}[form="${id}"]`));
  }

  private async fill(form: Locator, name: string, value: string | readonly string[]): Promise<void> {
    const field = form.locator(`[name="${name}"]`).first();
    if ((await field.count()) === 0) throw new Error(`no field ${name} on ${this.address}`);
    await this.unfold(name);
    const type = await field.getAttribute('type');
    const values = typeof value === 'string' ? [value] : value;
    if ((await field.and(this.page.locator('select')).count()) > 0) await field.selectOption([...values]);
    else if (type === 'radio' || type === 'checkbox') await this.tick(form, name, values);
    else await field.fill(values.join('\n'));
  }

  private async unfold(name: string): Promise<void> {
    const closed = this.page.locator('details:not([open])').filter({ has: this.page.locator(`[name="${name}"]`) });
    if ((await closed.count()) > 0) await closed.first().locator('summary').first().click();
  }

  private async tick(form: Locator, name: string, wanted: readonly string[]): Promise<void> {
    for (const box of await form.locator(`[name="${name}"]`).all()) {
      const isWanted = wanted.includes((await box.getAttribute('value')) ?? '');
      const isRadio = (await box.getAttribute('type')) === 'radio';
      if ((await box.isDisabled()) || (await box.isChecked()) === isWanted || (isRadio && !isWanted)) continue;
      await form.locator(`label[for="${(await box.getAttribute('id')) ?? ''}"]`).click();
    }
  }

  private async leaveBy(control: Locator): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), control.click()]);
    await this.arrive();
  }

  private async arrive(): Promise<void> {
    if (this.status >= 500) throw new Error(`${this.address} answered ${this.status}`);
    if (this.setting.isLooking) await this.look();
  }

  private complain(what: string): void {
    this.setting.complaints.push(`${this.address} (${this.device}): ${what}`);
  }

  /** What the page is made of: its address without ids, its status and what can be pressed on it. */
  private async kind(): Promise<string> {
    const bare = (address: string) =>
      address.replace(/\?.*/, '').replace(/(?<=\/)([0-9a-z]{26}|[0-9A-Z]{4}-[0-9A-Z]{4}|[\w-]{40,})(?=\/|$)/g, ':id');
    const pressable = [...new Set((await this.forms()).map(bare))];
    return [bare(this.address), this.status, await this.language(), ...pressable.sort()].join(' ');
  }

  private async look(): Promise<void> {
    const kind = await this.kind();
    if (this.setting.seen.has(kind)) return;
    this.setting.seen.add(kind);
    for (const width of [widths.phone, widths.desk].sort(
      (a, b) => (b === widths[this.device] ? -1 : 0) + (a === widths[this.device] ? 1 : 0),
    )) {
      await this.page.setViewportSize({ width, height: heights });
      const isWider = await this.page.evaluate<boolean>('document.scrollingElement.scrollWidth > window.innerWidth');
      if (isWider) this.complain(`scrolls sideways at ${width}`);
      const { violations } = await new AxeBuilder({ page: this.page })
        .setLegacyMode(true)
        .withTags(tags)
        .options({ resultTypes: ['violations'] })
        .analyze();
      for (const { id, nodes } of violations)
        this.complain(`axe at ${width}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
    }
  }
}

export interface ChromiumHouse extends House {
  readonly browser: Browser;
  readonly seen: ReadonlySet<string>;
}

interface Options {
  readonly executablePath: string;
  readonly baseUrl: string;
  /** False: the pages' scripts do not run, and axe, a script itself, is not asked. */
  readonly javaScriptEnabled?: boolean;
}

/** A house of browsers that draw. */
export async function chromiumHouse({ executablePath, baseUrl, javaScriptEnabled = true }: Options): Promise<ChromiumHouse> {
  const browser = await chromium.launch({ executablePath, args: flags });
  const complaints: string[] = [];
  const seen = new Set<string>();
  return {
    browser,
    seen,
    newcomer: async (device, locale) => {
      const context = await browser.newContext({ viewport: { width: widths[device], height: heights }, locale, javaScriptEnabled });
      context.setDefaultTimeout(15_000);
      return new ChromiumPerson(await context.newPage(), context, device, { baseUrl, complaints, seen, isLooking: javaScriptEnabled });
    },
    complaints: () => complaints,
    close: () => browser.close(),
  };
}
