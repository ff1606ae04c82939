import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(__dirname, '../..');

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .sort();
}

const source = (file: string): string => readFileSync(join(root, file), 'utf8');
const templates = filesUnder('views', '.ejs');
const pages = templates.filter((file) => !file.startsWith('views/emails'));
const components = templates.filter((file) => file.startsWith('views/components'));
const code = filesUnder('src', '.ts').filter((file) => !file.includes('i18n/'));
const offenders = (files: readonly string[], pattern: RegExp): string[] => files.filter((file) => pattern.test(source(file)));

describe('templates', () => {
  it('stay under a hundred lines', () => {
    expect(templates.filter((file) => source(file).split('\n').length > 101)).toEqual([]);
  });

  it('print nothing raw but includes, the body of the layout, sanitised Markdown and data blocks in their components', () => {
    const rawComponents = ['views/components/markdown.ejs: html', 'views/components/data-block.ejs: json'];
    const raw = templates.flatMap((file) =>
      [...source(file).matchAll(/<%-([^%]*)%>/g)].map((match) => `${file}: ${(match[1] ?? '').trim()}`),
    );
    const allowed = (line: string) => /: include\(/.test(line) || line === 'views/layouts/page.ejs: body' || rawComponents.includes(line);
    expect(raw.filter((line) => !allowed(line))).toEqual([]);
  });

  it.each(components)('%s uses only what it is handed', (file) => {
    expect(source(file)).not.toMatch(/\bpage\./);
  });

  it('carry no script, no style and no handler of their own', () => {
    expect(offenders(pages, /\sstyle="|<style|\son\w+="/)).toEqual([]);
    expect(offenders(pages, /<script(?![^>]*\ssrc=)/)).toEqual(['views/components/data-block.ejs']);
    expect(source('views/components/data-block.ejs')).toBe('<script type="application/ld+json"><%- json %></script>\n');
  });

  it('call nothing but words, assets, tokens and includes', () => {
    const calls = pages.flatMap((file) =>
      [...source(file).matchAll(/<%[-=]?([\s\S]*?)%>/g)].flatMap((match) =>
        [...(match[1] ?? '').matchAll(/([\w.]+)\(/g)]
          .map((call) => call[1] ?? '')
          .filter((name) => !['t', 'asset', 'csrfToken', 'include', 'if', 'for', 'of'].includes(name))
          .map((name) => `${file}: ${name}`),
      ),
    );
    expect(calls).toEqual([]);
  });

  it('hold no sentence: words come from the catalogues', () => {
    const attributesOnly = /(field-attributes|send-attributes|choice-described)\.ejs$/;
    const texts = pages
      .filter((file) => !attributesOnly.test(file))
      .flatMap((file) =>
        source(file)
          .replace(/<%[\s\S]*?%>/g, '')
          .replace(/<[^>]*>/g, '\n')
          .split('\n')
          .map((line) => line.replace(/&\w+;/g, '').trim())
          .filter((line) => /[A-Za-z]{3,}/.test(line))
          .map((line) => `${file}: ${line}`),
      );
    expect(texts).toEqual([]);
  });
});

describe('code', () => {
  it('has no drawer for odds and ends', () => {
    expect(code.filter((file) => /(^|\/)(utils?|helpers?|services?|managers?|common)(\/|\.ts$)/.test(relative('src', file)))).toEqual([]);
  });

  it('switches no type and no rule off', () => {
    expect(offenders(code, /\bas any\b|: any\b|@ts-ignore|@ts-expect-error|eslint-disable/)).toEqual([]);
  });

  it('leaves nothing for later in words', () => {
    expect(offenders([...code, ...templates], /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });

  it('names no machine, no registry host and no path of ours in what is committed', () => {
    const lock = source('package-lock.json');
    expect(lock).not.toMatch(/"resolved": *"http/);
    expect(
      offenders([...code, ...templates, 'README.md', '.ci/run', 'package.json'], new RegExp(['/wor' + 'k/', '/roo' + 't/'].join('|'))),
    ).toEqual([]);
  });

  it('builds no SQL from text', () => {
    expect(offenders(code, /\.raw\(`[^`]*\$\{/)).toEqual([]);
  });

  it('renders no page from what a request holds', () => {
    expect(offenders(code, /\.\.\.\s*req\.(query|body|params)\b/)).toEqual([]);
  });
});

describe('the promise to newcomers', () => {
  it('is two commands', () => {
    expect(source('README.md')).toContain('npm ci && npm run demo');
    expect(source('README.md')).toContain('npm ci && npm test');
  });
});
