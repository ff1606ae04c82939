import { formatShortMoment } from '../i18n/format';
import type { Translate } from '../i18n/translate';
import type { NamedEvent } from './events.queries';

export interface TimelineEntry {
  readonly at: string;
  readonly datetime: string;
  readonly text: string;
  readonly by: string | null;
}

/** The history of a record as `components/timeline` shows it, in the reader's words. */
export function timelineView(t: Translate, events: readonly NamedEvent[]): TimelineEntry[] {
  return events.map((event) => {
    const [feature = '', verb = ''] = event.action.split('.');
    return {
      at: formatShortMoment(t, event.at),
      datetime: event.at,
      text: t.loosely(`${feature}.events.${verb}`),
      by: actorText(t, event),
    };
  });
}

/** Who wrote a line of the history, in the reader’s words. */
export function actorText(t: Translate, event: NamedEvent): string {
  if (event.capacity === 'system') return t('history.system');
  const capacity =
    event.forName === undefined ? t.loosely(`history.capacity.${event.capacity}`) : t('history.deputyOf', { name: event.forName });
  if (event.actorName !== null) return t('history.by', { name: event.actorName, capacity });
  return event.actorId === null ? capacity : t('history.erased');
}
