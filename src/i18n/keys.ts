import type { en } from './en';

/** A message with forms by number, chosen by the plural rules of the language; `count` must be given. */
export type Plural = Readonly<{ other: string } & Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>>;

/** The shape another language must have to stand beside English: the same keys, any words. */
export type Translation<Source> = Source extends string
  ? string
  : Source extends { readonly other: string }
    ? Plural
    : { readonly [Key in keyof Source]: Translation<Source[Key]> };

export type English = typeof en;
export type Messages = Translation<English>;

type Leaves<Node, Prefix extends string = ''> = {
  [Key in keyof Node & string]: Node[Key] extends string | { readonly other: string }
    ? `${Prefix}${Key}`
    : Leaves<Node[Key], `${Prefix}${Key}.`>;
}[keyof Node & string];

/** Every key of a message, as a dotted path: `applications.status.submitted`. */
export type MessageKey = Leaves<English>;

type At<Node, Path extends string> = Path extends `${infer Head}.${infer Tail}`
  ? Head extends keyof Node
    ? At<Node[Head], Tail>
    : never
  : Path extends keyof Node
    ? Node[Path]
    : never;

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

type NamesIn<Leaf> = Leaf extends string
  ? Placeholders<Leaf>
  : Leaf extends { readonly other: infer Other }
    ? Placeholders<Other> | 'count'
    : never;

export type PlaceholderNames<Key extends MessageKey> = NamesIn<At<English, Key>>;

/** What fills a message: nothing, or one value per `{placeholder}`. Numbers are written as the language writes them. */
export type Fill<Key extends MessageKey> = [PlaceholderNames<Key>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholderNames<Key>, string | number>>];

/** What may stand in the history: `<feature>.<verb>`, each with its label at `<feature>.events.<verb>`. */
export type Action = {
  [Feature in keyof English]: English[Feature] extends { readonly events: infer Events } ? `${Feature}.${keyof Events & string}` : never;
}[keyof English];
