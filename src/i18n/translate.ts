import type { Fill, MessageKey } from './keys';

/** Gives a message in one language. A key that does not exist, or a placeholder left out, does not compile. */
export interface Translate {
  <Key extends MessageKey>(key: Key, ...values: Fill<Key>): string;
  /** For keys that travel as data (errors, history labels): unchecked values. */
  loosely(key: string, values?: Values): string;
  readonly locale: string;
}

type Values = Readonly<Record<string, string | number>>;
type Compiled = (values: Values) => string;
interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** Compiles a catalogue once: afterwards a message costs one look-up and one call. */
export function translator(locale: string, messages: object): Translate {
  const compiled = new Map<string, Compiled>();
  compileInto(compiled, locale, messages as Catalogue, '');
  const say = (key: string, values: Values = {}): string => {
    const message = compiled.get(key);
    if (message === undefined) throw new Error(`no message ${key} in ${locale}`);
    return message(values);
  };
  return Object.assign(say, { loosely: say, locale });
}

function compileInto(compiled: Map<string, Compiled>, locale: string, node: Catalogue, prefix: string): void {
  for (const [name, value] of Object.entries(node)) {
    const key = prefix + name;
    if (typeof value === 'string') compiled.set(key, compileText(locale, value));
    else if (typeof value['other'] === 'string') compiled.set(key, compilePlural(locale, value as Record<string, string>));
    else compileInto(compiled, locale, value, `${key}.`);
  }
}

function compileText(locale: string, text: string): Compiled {
  const parts = text.split(/\{(\w+)\}/);
  if (parts.length === 1) return () => text;
  const numbers = new Intl.NumberFormat(formattingLocale(locale));
  return (values) => parts.map((part, index) => (index % 2 === 0 ? part : shown(values[part], part, numbers))).join('');
}

function compilePlural(locale: string, forms: Record<string, string>): Compiled {
  const rules = new Intl.PluralRules(formattingLocale(locale));
  const compiled = new Map(Object.entries(forms).map(([category, text]) => [category, compileText(locale, text)]));
  return (values) => {
    const form = compiled.get(rules.select(Number(values['count']))) ?? compiled.get('other');
    return form === undefined ? '' : form(values);
  };
}

function shown(value: string | number | undefined, name: string, numbers: Intl.NumberFormat): string {
  if (value === undefined) throw new Error(`nothing given for {${name}}`);
  return typeof value === 'number' ? numbers.format(value) : value;
}

/** The tag whose rules Intl applies: Spanish as written in the United States (12-hour clock, decimal point). */
export const formattingLocale = (locale: string): string => (locale === 'es' ? 'es-US' : locale.startsWith('en') ? 'en-US' : locale);
