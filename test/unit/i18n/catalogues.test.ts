import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { en } from '../../../src/i18n/en';
import { es } from '../../../src/i18n/es';
import { pseudo } from '../../../src/i18n/pseudo';

type Node = string | { readonly [key: string]: Node };

const pluralNames = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const isPlural = (node: Node): node is Record<string, string> => typeof node !== 'string' && typeof node['other'] === 'string';

function leaves(node: Node, prefix = ''): Map<string, Node> {
  if (typeof node === 'string' || isPlural(node)) return new Map([[prefix, node]]);
  return new Map(Object.entries(node).flatMap(([key, child]) => [...leaves(child, prefix === '' ? key : `${prefix}.${key}`)]));
}

const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();
const textsOf = (node: Node | undefined): string[] =>
  node === undefined ? [] : typeof node === 'string' ? [node] : (Object.values(node) as string[]);

const english = leaves(en);
const spanish = leaves(es);
const plurals = [...english].filter(([, node]) => isPlural(node)).map(([key]) => key);

describe('the catalogues', () => {
  it('have the same keys in both languages', () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('fill the same placeholders in both languages', () => {
    const differing = [...english].filter(([key, node]) => {
      const wanted = placeholders(textsOf(node).join(' '));
      return JSON.stringify(placeholders(textsOf(spanish.get(key)).join(' '))) !== JSON.stringify(wanted);
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it.each([
    ['en', english],
    ['es', spanish],
  ] as const)('give %s exactly the plural forms of the language', (locale, catalogue) => {
    const wanted = [...new Intl.PluralRules(locale).resolvedOptions().pluralCategories].sort();
    const wrong = plurals.filter(
      (key) =>
        JSON.stringify(
          Object.keys(catalogue.get(key) as object)
            .filter((name) => pluralNames.has(name))
            .sort(),
        ) !== JSON.stringify(wanted),
    );
    expect(wrong).toEqual([]);
  });

  it('leave no message empty and no straight double quote in words', () => {
    const poor = [...english, ...spanish].flatMap(([key, node]) =>
      textsOf(node)
        .filter((text) => text.trim() === '' || text.includes('"'))
        .map(() => key),
    );
    expect(poor).toEqual([]);
  });

  it('say nothing in Spanish that is left in English', () => {
    const same = [...english].filter(([key, node]) => {
      const text = textsOf(node).join(' ');
      return (
        text.split(/\s+/).length >= 4 && text === textsOf(spanish.get(key)).join(' ') && /[a-z]{4}/i.test(text.replace(/\{\w+\}/g, ''))
      );
    });
    expect(same.map(([key]) => key)).toEqual([]);
  });

  it('have every key that a template asks for', () => {
    const asked = templates().flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\bt\('([\w.]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(asked.filter((key) => !english.has(key))).toEqual([]);
  });

  it('become longer and accented, with placeholders untouched, in the test language', () => {
    const stretched = leaves(pseudo({ a: 'Hello {name}' }, 'en-XA') as Node).get('a') as string;
    expect(stretched).toBe('[Héllö {name} ~~~ ~~~]');
  });
});

function templates(): string[] {
  const root = join(__dirname, '../../../views');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ejs'))
    .map((name) => join(root, name));
}
