import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import type { Collaborative } from '../collaboratives';
import type { News } from './following';
import { newsLine } from './news.views';

interface Feed {
  /** Null: of all. */
  readonly collaborative: Collaborative | null;
  readonly news: readonly News[];
  readonly baseUrl: string;
  readonly address: string;
  /** When there is no news yet. */
  readonly now: Instant;
}

/** The news as an Atom feed (RFC 4287). Ids are those of the history, so that a reader sees each once in either language. */
export function atomFeed(t: Translate, { collaborative, news, baseUrl, address, now }: Feed): string {
  const name = collaborative === null ? t('layout.siteName') : inLocale(collaborative.name, t.locale);
  const entries = news.map((one) => {
    const { text, href } = newsLine(t, one);
    return [
      '  <entry>',
      `    <id>urn:collaboratives:news:${xml(one.id)}</id>`,
      `    <title>${xml(text)}</title>`,
      `    <link href="${xml(baseUrl + href)}"/>`,
      `    <updated>${xml(one.at)}</updated>`,
      '  </entry>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(t.locale)}">`,
    `  <id>${xml(baseUrl + address)}</id>`,
    `  <title>${xml(t('following.feed.title', { name }))}</title>`,
    `  <link rel="self" type="application/atom+xml" href="${xml(baseUrl + address)}"/>`,
    `  <link href="${xml(baseUrl)}/${xml(collaborative?.slug ?? '')}"/>`,
    `  <updated>${xml(news[0]?.at ?? now)}</updated>`,
    `  <author><name>${xml(name)}</name></author>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
