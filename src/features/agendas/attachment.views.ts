import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale, localeOf } from '../../lib/local-text';
import type { Instant } from '../../lib/time';
import { fileMeta } from '../../web/file-words';
import { choiceView, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import { isForAll, readabilities, type Attachment } from './attachment';
import { agendaPaths } from './agenda.paths';
import type { Desk } from './posting-rules';
import type { Posting } from './posting';
import type { SnapshotItem } from './snapshot';

/** A paper in a list: `href` is null where it was taken off. */
export interface PaperLine {
  readonly title: string;
  readonly lang: string;
  readonly meta: string;
  readonly href: string | null;
  /** What there is to say of it; empty when nothing. */
  readonly note: string;
}

export interface DeskPaper extends PaperLine {
  readonly removal: string;
  readonly removalLabel: string;
}

export interface PaperForm {
  readonly action: string;
  readonly item: ChoiceView;
  readonly file: FieldView;
  readonly titles: readonly FieldView[];
  readonly readable: ChoiceView;
}

type Shown = Pick<Attachment, 'id' | 'meetingId' | 'title' | 'name' | 'kind' | 'bytes'>;

function lineOf(t: Translate, paper: Shown, notes: readonly string[]): PaperLine {
  const { id: file, meetingId: id, name, title, kind, bytes } = paper;
  return {
    title: inLocale(title, t.locale),
    lang: localeOf(title, t.locale),
    meta: fileMeta(t, { kind, bytes }),
    href: agendaPaths.paper({ id, file, name }),
    note: notes.join(' · '),
  };
}

/** The papers of an item on the desk, each with whether the public reads it already. */
export const deskPapers = (t: Translate, desk: Desk, itemId: string): DeskPaper[] =>
  desk.attachments
    .filter((attachment) => attachment.itemId === itemId)
    .map((attachment) => {
      const line = lineOf(t, attachment, [
        isForAll(attachment, desk.postings) ? t('agendas.papers.isPublic') : t('agendas.papers.isDraft'),
        ...(attachment.readable === 'yes' ? [] : [t(`agendas.papers.readableNote.${attachment.readable}`)]),
      ]);
      return {
        ...line,
        removal: agendaPaths.paperRemoval({ id: attachment.meetingId, file: attachment.id }),
        removalLabel: t('agendas.papers.removeOf', { title: line.title }),
      };
    });

/** The form of the desk for one more paper; null where there is no item yet. */
export function paperForm(t: Translate, desk: Desk, state: FormState): PaperForm | null {
  if (desk.items.length === 0) return null;
  const items = [
    ['', t('agendas.papers.choose')] as const,
    ...desk.items.map(({ id, place, title }) => [id, `${place}. ${inLocale(title, t.locale)}`] as const),
  ];
  return {
    action: agendaPaths.papers({ id: desk.meeting.id }),
    item: choiceView(t, state, 'item', t('agendas.papers.item'), items),
    file: fieldView(t, state, 'file', t('agendas.papers.file'), { type: 'file', hint: t('files.hint') }),
    titles: [
      fieldView(t, state, 'titleEn', t('agendas.papers.titleEn'), { hint: t('agendas.papers.titleHint') }),
      fieldView(t, state, 'titleEs', t('agendas.papers.titleEs'), { required: false }),
    ],
    readable: choiceView(
      t,
      state,
      'readable',
      t('agendas.papers.readable'),
      readabilities.map((answer) => [answer, t(`agendas.papers.answer.${answer}`)] as const),
      { hint: t('agendas.papers.readableHint') },
    ),
  };
}

interface Context {
  readonly meetingId: string;
  /** All the meeting's papers, with those taken off. */
  readonly attachments: readonly Attachment[];
  readonly first: Pick<Posting, 'postedAt'>;
}

/** The papers of a posted item: those of the version, and those that went up since, each with its time. */
export function publicPapers(t: Translate, item: SnapshotItem, { meetingId, attachments, first }: Context): PaperLine[] {
  const posted = item.attachments ?? [];
  const since = attachments.filter(
    ({ id, itemId, publishedAt, removedAt }) =>
      itemId === item.id && publishedAt !== null && removedAt === null && !posted.some((paper) => paper.id === id),
  );
  return [...posted.map(({ format, ...paper }) => ({ ...paper, kind: format, meetingId })), ...since].map((paper) => {
    const row = attachments.find(({ id }) => id === paper.id);
    const line = lineOf(t, paper, publicNotes(t, { addedAt: paper.addedAt, row, first }));
    return isTakenOff(row) ? { ...line, href: null } : line;
  });
}

const isTakenOff = (row: Attachment | undefined): boolean => row !== undefined && row.removedAt !== null;

function publicNotes(t: Translate, paper: { addedAt: Instant; row: Attachment | undefined; first: Context['first'] }): string[] {
  const { addedAt, row, first } = paper;
  const added = addedAt > first.postedAt ? [t('agendas.papers.addedLater', { moment: formatShortMoment(t, addedAt) })] : [];
  if (row === undefined) return added;
  if (row.removedAt !== null) return [...added, t('agendas.papers.takenOff', { moment: formatShortMoment(t, row.removedAt) })];
  return row.readable === 'no' ? [...added, t('agendas.papers.askForm')] : added;
}
