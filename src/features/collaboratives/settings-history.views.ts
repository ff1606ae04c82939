import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import type { StoredEvent } from '../../history/events.queries';
import { actorText, type TimelineEntry } from '../../history/timeline.views';
import { inLocale } from '../../lib/local-text';
import type { Collaborative } from './collaborative';
import { collaborativePaths } from './collaborative.paths';
import { settingName, settingText } from './settings-words';

export type SettingEvent = StoredEvent & { readonly actorName: string | null };

/** One setting changed from one value to another. */
export interface SettingChange {
  readonly name: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly event: SettingEvent;
}

interface SettingsHistoryView {
  readonly title: string;
  readonly lead: string;
  readonly district: string;
  readonly unlisted: true;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly entries: readonly TimelineEntry[];
  readonly empty: string;
}

declare module '../../web/render' {
  interface Views {
    'collaboratives/settings-history': SettingsHistoryView;
  }
}

/** Every change of a setting that the history of a collaborative holds, oldest first. */
export function settingChanges(events: readonly SettingEvent[]): SettingChange[] {
  return events.flatMap((event) => {
    if (event.action !== 'collaboratives.set' || event.details === null) return [];
    const { before, after } = JSON.parse(event.details) as Details;
    return Object.keys(after ?? {}).map((name) => ({ name, from: before?.[name] ?? null, to: after?.[name] ?? null, event }));
  });
}

/** All changes of the settings, newest first: when, which, from what to what, by whom. */
export function settingsHistoryView(t: Translate, collaborative: Collaborative, events: readonly SettingEvent[]): SettingsHistoryView {
  const { slug } = collaborative;
  const name = inLocale(collaborative.name, t.locale);
  return {
    title: t('collaboratives.settings.history.title', { name }),
    lead: t('collaboratives.settings.history.lead'),
    district: slug,
    unlisted: true,
    breadcrumbs: [
      { text: t('layout.navigation.staff'), href: '/staff' },
      { text: t('collaboratives.settings.short'), href: collaborativePaths.settings({ slug }) },
    ],
    entries: settingChanges(events)
      .map((change) => entryOf(t, change))
      .reverse(),
    empty: t('collaboratives.settings.history.none'),
  };
}

const entryOf = (t: Translate, { name, from, to, event }: SettingChange): TimelineEntry => ({
  at: formatShortMoment(t, event.at),
  datetime: event.at,
  text: t('collaboratives.settings.history.line', {
    name: settingName(t, name),
    from: settingText(t, name, from),
    to: settingText(t, name, to),
  }),
  by: actorText(t, event),
});

interface Details {
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}
