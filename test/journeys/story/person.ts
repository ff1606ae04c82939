export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A link on a page, as its reader finds it. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

/** What tells a button from others: what it sends, or a hidden value its form sends. */
export interface Button {
  readonly name: string;
  readonly value: string;
}

/** Someone before a browser: what a story needs of it, whether it draws pages or only reads their HTML. */
export interface Person {
  /** Opens an address of the product (path and query). */
  open(address: string): Promise<void>;
  /** Follows the first link of the page whose address matches, or whose words are these. */
  follow(link: RegExp | string): Promise<void>;
  /**
   * Fills the form that goes to this address (boxes by value, a text by its words) and presses its main button (else
   * its first), or the one told. Throws where the form, a field, a choice or the button is not on the page.
   */
  send(action: RegExp | string, fields?: Fields, button?: Button): Promise<void>;
  /** Status of the page shown. */
  readonly status: number;
  /** Path and query of the page shown. */
  readonly address: string;
  heading(): Promise<string>;
  /** All words of the page's main part, blanks folded. */
  words(): Promise<string>;
  /** The words of each element, in order. */
  all(selector: string): Promise<string[]>;
  links(): Promise<Link[]>;
  /** Value of a field as the page gives it, `undefined` where there is none. */
  value(field: string): Promise<string | undefined>;
  /** Names of the page's fields that begin so, each once. */
  fields(beginning: string): Promise<string[]>;
  /** Values that can be chosen for a field, blank ones left out. */
  choices(field: string): Promise<string[]>;
  /** What the page's buttons of this name send. */
  choicesOfButtons(name: string): Promise<string[]>;
  /** The pressable addresses of the page's forms. */
  forms(): Promise<string[]>;
  language(): Promise<string>;
  leave(): Promise<void>;
}

/** The device somebody uses; sizes matter to browsers that draw. */
export type Device = 'phone' | 'desk';

/** Brings people before their browsers. */
export interface House {
  /** A browser nobody has used, in this language. */
  newcomer(device: Device, locale: string): Promise<Person>;
  /** What was wrong with any page shown so far (axe, console, sideways scrolling); empty for browsers that do not draw. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

export const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const matches = (pattern: RegExp | string, text: string): boolean =>
  typeof pattern === 'string' ? pattern === text : pattern.test(text);

export const marked = ({ name, value }: Button): string => `[name="${name}"][value="${value}"]`;
