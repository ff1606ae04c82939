import type { MessageKey } from '../../i18n/keys';
import { countWords, fold } from '../../lib/text';
import type { Meeting } from '../meetings';
import { timetable, type AgendaItem } from './agenda-item';

/** Something about an agenda: missing things keep it from being posted, the others are advice. */
export interface Finding {
  readonly isMissing: boolean;
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string | number>>;
  readonly item: AgendaItem | null;
}

/** All that is missing or doubtful before an agenda goes up. */
export const lint = (meeting: Meeting, items: readonly AgendaItem[]): Finding[] => [...missing(meeting, items), ...doubts(meeting, items)];

/** What the law wants on an agenda, beside date and time, which every meeting has: 54954.2 (place, access), 54954.3 (public comment), 54957.5 (office address). */
function missing(meeting: Meeting, items: readonly AgendaItem[]): Finding[] {
  const hasRemote = meeting.remoteUrl !== '' || meeting.remotePhone !== '';
  const rules: [boolean, MessageKey][] = [
    [meeting.place === '' || (meeting.address === '' && !hasRemote), 'agendas.lint.noPlace'],
    [!items.some(({ kind }) => kind === 'public_comment'), 'agendas.lint.noComment'],
    [meeting.accessContact === '', 'agendas.lint.noAccess'],
    [meeting.accessAskBy === null, 'agendas.lint.noAskBy'],
    [meeting.papersAddress === '', 'agendas.lint.noOffice'],
  ];
  return rules.filter(([isMissing]) => isMissing).map(([, key]) => ({ isMissing: true, key, values: {}, item: null }));
}

function doubts(meeting: Meeting, items: readonly AgendaItem[]): Finding[] {
  const { overrun } = timetable(meeting, items);
  const ofAgenda: [boolean, MessageKey, Finding['values']][] = [
    [!items.some(({ kind }) => kind === 'business' || kind === 'minutes'), 'agendas.lint.noBusiness', {}],
    [overrun > 0, 'agendas.lint.overrun', { count: overrun }],
  ];
  return [
    ...ofAgenda.filter(([found]) => found).map(([, key, values]) => ({ isMissing: false, key, values, item: null })),
    ...items.flatMap(doubtsOfItem),
  ];
}

function doubtsOfItem(item: AgendaItem): Finding[] {
  const titles = [item.title.en, item.title['es'] ?? ''];
  const number = item.place;
  const words = Math.max(...titles.map(countWords));
  const found: [boolean, MessageKey, Finding['values']][] = [
    [words > 20, 'agendas.lint.longTitle', { number, words }],
    [titles.some((title) => vague.has(bare(title))), 'agendas.lint.vague', { number, title: item.title.en }],
    [(item.title['es'] ?? '') === '', 'agendas.lint.noSpanish', { number }],
  ];
  return found.filter(([isFound]) => isFound).map(([, key, values]) => ({ isMissing: false, key, values, item }));
}

/** Words that alone do not tell what will be discussed or decided. */
const vague = new Set(
  [
    'update',
    'updates',
    'discussion',
    'report',
    'reports',
    'other',
    'other business',
    'new business',
    'old business',
    'miscellaneous',
  ].concat([
    'announcements',
    'informe',
    'informes',
    'actualizacion',
    'actualizaciones',
    'discusion',
    'varios',
    'otros asuntos',
    'asuntos varios',
  ]),
);

const bare = (title: string): string =>
  fold(title)
    .replace(/[^a-z\s]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
