import { formatDate, formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { blankForm, fieldView, type FieldView, type FormState } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import type { Note } from './note';
import type { DateMove } from './note-clock';
import { advicePaths } from './note.paths';
import { wordsOf, type Words } from './words.views';

/** One step of how the day came about. */
export interface MoveView {
  readonly text: string;
  readonly words: Words | null;
  readonly reply: Words | null;
}

interface Form {
  readonly action: string;
  readonly fields: readonly FieldView[];
}

interface DateView {
  readonly moves: readonly MoveView[];
  readonly version: string;
  readonly back: string;
  readonly extension: Form | null;
  readonly question: Form | null;
  readonly stands: string | null;
}

interface ReplyView {
  readonly moves: readonly MoveView[];
  readonly version: string;
  readonly back: string;
  readonly form: Form;
}

declare module '../../web/render' {
  interface Views {
    'advice/date': DateView;
    'advice/reply': ReplyView;
  }
}

/** The sum by which the day came: the working days of the setting, then each move. Empty before the delivery. */
export function movesView(t: Translate, { settings }: Collaborative, note: Note, moves: readonly DateMove[]): MoveView[] {
  if (note.deliveredAt === null || note.answerBy === null) return [];
  const first = moves[0]?.from ?? note.answerBy;
  const delivered = formatDay(t.locale, note.deliveredAt);
  return [
    {
      text: t('advice.clock.first', { delivered, count: settings.answerDays, date: formatDate(t.locale, first) }),
      words: null,
      reply: null,
    },
    ...moves.map((move) => moveView(t, move)),
  ];
}

function moveView(t: Translate, { kind, at, to, words, reply, repliedAt }: DateMove): MoveView {
  const day = formatDay(t.locale, at);
  const date = to === null ? '' : formatDate(t.locale, to);
  const replied = repliedAt === null ? '' : formatDay(t.locale, repliedAt);
  const text =
    kind === 'extension'
      ? t('advice.clock.extended', { day, date })
      : repliedAt === null
        ? t('advice.clock.asked', { day })
        : t('advice.clock.replied', { day, replied, date });
  return { text, words: wordsOf(words, t.locale), reply: reply === null ? null : wordsOf(reply, t.locale) };
}

interface DateParts {
  readonly note: Note;
  readonly moves: readonly MoveView[];
  readonly state: FormState | null;
}

/** The page on which staff put the day off or ask the authors. */
export function dateView(t: Translate, { note, moves, state }: DateParts): DateView {
  const form = state ?? blankForm({});
  const id = { id: note.id };
  const runs = note.stoppedOn === null && (note.status === 'delivered' || note.status === 'acknowledged');
  return {
    moves,
    version: String(note.version),
    back: advicePaths.staffNote(id),
    stands: note.stoppedOn === null ? null : t('advice.clock.stands', { date: formatDate(t.locale, note.stoppedOn) }),
    extension: runs
      ? {
          action: advicePaths.extension(id),
          fields: [
            fieldView(t, form, 'to', t('advice.clock.to'), { type: 'date', narrow: true, hint: t('advice.clock.toHint') }),
            fieldView(t, form, 'reason', t('advice.clock.reason'), {
              type: 'textarea',
              rows: 3,
              words: 100,
              hint: t('advice.clock.publicHint'),
            }),
          ],
        }
      : null,
    question:
      runs && note.status === 'acknowledged'
        ? {
            action: advicePaths.question(id),
            fields: [
              fieldView(t, form, 'question', t('advice.clock.question'), {
                type: 'textarea',
                rows: 4,
                words: 200,
                hint: t('advice.clock.publicHint'),
              }),
            ],
          }
        : null,
  };
}

/** The page on which the authors reply. */
export function replyView(t: Translate, { note, moves, state }: DateParts): ReplyView {
  const id = { id: note.id };
  return {
    moves,
    version: String(note.version),
    back: advicePaths.show(id),
    form: {
      action: advicePaths.reply(id),
      fields: [
        fieldView(t, state ?? blankForm({}), 'reply', t('advice.clock.reply'), {
          type: 'textarea',
          rows: 6,
          words: 300,
          hint: t('advice.clock.publicHint'),
        }),
      ],
    },
  };
}
