import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false }).disable(['image']);

/** Headings in people's words begin below those of the page: `#` becomes `<h4>`. */
const shift = 3;

markdown.core.ruler.push('shift-headings', (state) => {
  for (const token of state.tokens)
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + shift)}`;
});

/**
 * Markdown as HTML that is safe to show: no HTML of the writer's comes through, no images, and links only to http(s) and
 * mail addresses (experience.md 5).
 */
export const renderMarkdown = (text: string): string => (text.trim() === '' ? '' : markdown.render(text));

export interface PlainBlock {
  readonly isItem: boolean;
  readonly text: string;
}

/** Markdown as paragraphs and list entries without marks, for print; a link's address stands behind its words. */
export function plainMarkdown(text: string): PlainBlock[] {
  let depth = 0;
  const blocks: PlainBlock[] = [];
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'list_item_open') depth += 1;
    if (token.type === 'list_item_close') depth -= 1;
    const said = wordsOf(token);
    if (said !== '') blocks.push({ isItem: depth > 0, text: said });
  }
  return blocks;
}

type Token = ReturnType<typeof markdown.parse>[number];

function wordsOf({ type, content, children }: Token): string {
  if (type === 'inline') return (children ?? []).map(plainWords).join('').trim();
  return type === 'fence' || type === 'code_block' ? content.trim() : '';
}

function plainWords(token: Token, index: number, all: readonly Token[]): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
  if (token.type === 'link_close') return addressBehind(all.slice(0, index));
  return token.content;
}

/** The address of the link that ends here, where its words are not the address itself. */
function addressBehind(before: readonly Token[]): string {
  const opened = before.map(({ type }) => type).lastIndexOf('link_open');
  const href = String(before[opened]?.attrGet('href') ?? '');
  const words = before
    .slice(opened + 1)
    .map(({ content }) => content)
    .join('');
  return href === '' || words === href ? '' : ` (${href})`;
}
