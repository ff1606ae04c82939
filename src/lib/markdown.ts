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
