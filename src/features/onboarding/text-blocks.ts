/** A piece of a longer text: a heading, a paragraph or a list. */
export interface TextBlock {
  readonly heading: string | null;
  readonly paragraph: string | null;
  readonly items: readonly string[];
}

/** Splits a text with `## headings`, `- lists` and paragraphs between empty lines into blocks that a page can show without markup. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    const last = blocks.at(-1);
    if (line === '') continue;
    if (line.startsWith('## ')) blocks.push({ heading: line.slice(3), paragraph: null, items: [] });
    else if (!line.startsWith('- ')) blocks.push({ heading: null, paragraph: line, items: [] });
    else if (last !== undefined && last.items.length > 0) blocks[blocks.length - 1] = { ...last, items: [...last.items, line.slice(2)] };
    else blocks.push({ heading: null, paragraph: null, items: [line.slice(2)] });
  }
  return blocks;
}
