/** Picks the known language that suits an `Accept-Language` header best; undefined when none does. */
export function negotiate(header: string | undefined, known: readonly string[]): string | undefined {
  const byScript = new Map(known.toReversed().map((code) => [languageAndScript(code), code]));
  for (const tag of preferred(header ?? '')) {
    const match = byScript.get(languageAndScript(tag));
    if (match !== undefined) return match;
  }
  return undefined;
}

/** Western Armenian, Tagalog and Dari are asked for under names of their own. */
const aliases: Readonly<Record<string, string>> = { hyw: 'hy', tl: 'fil', prs: 'fa' };

function preferred(header: string): string[] {
  return header
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const quality = parameters.map((text) => /^\s*q=([01](?:\.\d{0,3})?)$/.exec(text)?.[1]).find((found) => found !== undefined);
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => quality > 0 && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag))
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

/** Tags met before: browsers send the same few with each request. */
const met = new Map<string, string>();
const mostMet = 500;

function languageAndScript(tag: string): string {
  const found = met.get(tag);
  if (found !== undefined) return found;
  const made = maximized(tag);
  if (met.size < mostMet) met.set(tag, made);
  return made;
}

function maximized(tag: string): string {
  const [language = '', ...rest] = tag.split('-');
  try {
    const locale = new Intl.Locale([aliases[language.toLowerCase()] ?? language, ...rest].join('-')).maximize();
    return `${locale.language}-${locale.script ?? ''}`;
  } catch {
    return tag;
  }
}
