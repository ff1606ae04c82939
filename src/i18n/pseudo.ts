type Node = string | { readonly [key: string]: Node };

const accents: Readonly<Record<string, string>> = {
  a: 'å',
  c: 'ç',
  e: 'é',
  g: 'ğ',
  i: 'î',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'û',
  y: 'ý',
  A: 'Å',
  C: 'Ç',
  E: 'É',
  I: 'Î',
  N: 'Ñ',
  O: 'Ö',
  S: 'Š',
  U: 'Û',
};

/** English made longer by about two fifths and accented (or marked right to left), for tests of layout. */
export function pseudo(node: object, code: string): object {
  return map(node as Node, code.startsWith('ar') ? (text) => `\u200f${text}\u200f` : stretch) as object;
}

function map(node: Node, change: (text: string) => string): Node {
  if (typeof node === 'string') return change(node);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, map(value, change)]));
}

function stretch(text: string): string {
  const accented = text
    .split(/(\{\w+\})/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter)))
    .join('');
  return `[${accented}${' ~~~'.repeat(Math.ceil(text.length / 10))}]`;
}
