type Doc = PDFKit.PDFDocument;
type Weight = 'regular' | 'bold';

/** The scripts that the font of a paper does not have, each with the characters it is known by. */
const scripts = {
  armenian: /\p{Script=Armenian}/u,
  arabic: /\p{Script=Arabic}/u,
  korean: /\p{Script=Hangul}/u,
  chinese: /[\p{Script=Han}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uff60]/u,
} as const;
type Script = keyof typeof scripts | 'latin';

const file = (path: string): string => require.resolve(`@expo-google-fonts/${path}`);
const chinese = file('chocolate-classical-sans/400Regular/ChocolateClassicalSans_400Regular.ttf');

/** The files of a script, each with the Latin letters and accents too; opened when the first word in it is drawn. */
const files: Readonly<Record<Script, Readonly<Record<Weight, string>>>> = {
  latin: {
    regular: file('noto-sans/400Regular/NotoSans_400Regular.ttf'),
    bold: file('noto-sans/700Bold/NotoSans_700Bold.ttf'),
  },
  armenian: {
    regular: file('noto-sans-armenian/400Regular/NotoSansArmenian_400Regular.ttf'),
    bold: file('noto-sans-armenian/700Bold/NotoSansArmenian_700Bold.ttf'),
  },
  arabic: {
    regular: file('noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
    bold: file('noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
  },
  korean: { regular: file('gothic-a1/400Regular/GothicA1_400Regular.ttf'), bold: file('gothic-a1/700Bold/GothicA1_700Bold.ttf') },
  chinese: { regular: chinese, bold: chinese },
};

/** The font a paper begins with. */
export const firstFont = files.latin.regular;

const nameOf = (script: Script, weight: Weight): string => (script === 'latin' ? weight : `${script} ${weight}`);

/** Makes the fonts of every script known to a paper. Only those used are put into it. */
export function registerFonts(doc: Doc): void {
  for (const [script, weights] of Object.entries(files) as [Script, (typeof files)[Script]][])
    for (const weight of ['regular', 'bold'] as const) doc.registerFont(nameOf(script, weight), weights[weight]);
}

interface Run {
  readonly script: Script;
  readonly text: string;
}

const scriptOf = (letter: string): Script =>
  (Object.keys(scripts) as (keyof typeof scripts)[]).find((script) => scripts[script].test(letter)) ?? 'latin';

/** What stands between two words of one script is theirs; elsewhere blanks and marks are drawn in the paper's own font. */
const neutral = /^[\s\p{P}\p{M}\p{N}]+$/u;

/** A text in pieces of one script each, in their order. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const letter of text) {
    const script = scriptOf(letter);
    const last = runs.at(-1);
    if (last?.script === script) runs[runs.length - 1] = { script, text: last.text + letter };
    else runs.push({ script, text: letter });
  }
  return joined(runs);
}

function joined(runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const before = whole.at(-2);
    const between = whole.at(-1);
    if (before?.script === run.script && run.script !== 'latin' && between !== undefined && neutral.test(between.text))
      whole.splice(-2, 2, { script: run.script, text: before.text + between.text + run.text });
    else whole.push(run);
  }
  return whole;
}

/** The height of the paper's own letters over their line, in shares of their size: others stand on the same line. */
const ascent = 1.069;

/** Asking for features, even none, has a whole line joined at once instead of word by word: its order is right to left then. */
const joinedWhole: PDFKit.Mixins.TextOptions = { features: [] };

interface Words {
  readonly weight: Weight;
  /** In points. */
  readonly size: number;
}

interface Place {
  readonly x?: number;
  readonly y?: number;
}

/**
 * Writes a text with the font of each script in it. Arabic is joined and runs from the right within its piece; the line itself
 * begins at the left.
 */
export function write(doc: Doc, { weight, size }: Words, text: string, place: Place & PDFKit.Mixins.TextOptions = {}): void {
  const { x, y, ...options } = place;
  const runs = runsOf(text);
  doc.fontSize(size);
  runs.forEach(({ script, text: piece }, index) => {
    const isLast = index === runs.length - 1;
    const others = runs.length === 1 && script === 'latin' ? {} : { baseline: -ascent * size, continued: !isLast };
    const features = script === 'arabic' ? joinedWhole : {};
    const all = { ...options, ...others, ...features };
    doc.font(nameOf(script, weight));
    if (index === 0 && x !== undefined) doc.text(piece, x, y, all);
    else doc.text(piece, all);
  });
  doc.font(nameOf('latin', weight));
}

interface Cell {
  readonly text: string;
  readonly font?: { readonly src: string };
  readonly textOptions?: PDFKit.Mixins.TextOptions;
}

/** The text of a table's cell, which has one font: that of the other script most of its letters are in, with Latin letters too. */
export function cellText(text: string): Cell {
  const lengths = new Map<Script, number>();
  for (const { script, text: piece } of runsOf(text)) lengths.set(script, (lengths.get(script) ?? 0) + piece.length);
  const [[script] = ['latin' as const]] = [...lengths].filter(([one]) => one !== 'latin').sort((a, b) => b[1] - a[1]);
  if (script === 'latin') return { text };
  return { text, font: { src: nameOf(script, 'regular') }, ...(script === 'arabic' ? { textOptions: joinedWhole } : {}) };
}
