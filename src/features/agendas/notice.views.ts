import { formatMoment, formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Collaborative } from '../collaboratives';
import { hoursBefore, isInTime, meetingPaths, meetingTitle, noticeHoursFor, type Meeting } from '../meetings';
import { snapshotFile } from './agenda.paths';
import { changeLine } from './change.views';
import { postingInTime, tellsOf, type Posting } from './posting';

interface Proof {
  readonly title: string;
  readonly tag: { readonly text: string; readonly tone: 'success' | 'danger' | 'neutral' };
  readonly facts: readonly { readonly label: string; readonly value: string; readonly href: null }[];
  readonly sha256: string;
  readonly file: string;
  readonly changes: readonly string[];
}

interface NoticeView {
  readonly title: string;
  readonly district: string;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly lede: string;
  readonly proofs: readonly Proof[];
  readonly steps: readonly string[];
  readonly agenda: { readonly text: string; readonly href: string } | null;
}

declare module '../../web/render' {
  interface Views {
    'agendas/notice': NoticeView;
  }
}

interface NoticeParts {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  /** Newest first. */
  readonly postings: readonly Posting[];
  readonly baseUrl: string;
}

/** The public proof of when, where and by whom an agenda was posted. */
export function noticeView(t: Translate, { meeting, collaborative, postings, baseUrl }: NoticeParts): NoticeView {
  const { id } = meeting;
  const title = meetingTitle(meeting, t.locale);
  const [newest] = postings;
  const command = newest === undefined ? '' : `curl -s ${baseUrl}${snapshotFile.of(id, newest.number)} | sha256sum`;
  return {
    title: t('agendas.notice.title', { title }),
    district: collaborative.slug,
    breadcrumbs: [
      { text: inLocale(collaborative.name, t.locale), href: `/${collaborative.slug}` },
      { text: title, href: meetingPaths.show({ id }) },
    ],
    lede: t('agendas.notice.lede'),
    proofs: postings.map((posting) => proofOf(t, posting, { meeting, collaborative, postings })),
    steps: [
      t('agendas.notice.recipeSteps.fetch'),
      t('agendas.notice.recipeSteps.hash', { command }),
      t('agendas.notice.recipeSteps.compare'),
      t('agendas.notice.recipeSteps.program', {
        command: newest === undefined ? '' : `npm run cli -- verify-posting ${baseUrl}${snapshotFile.of(id, newest.number)}`,
      }),
      t('agendas.notice.recipeSteps.chain'),
      t('agendas.notice.recipeSteps.papers'),
    ],
    agenda: newest === undefined ? null : { text: t('agendas.mail.open'), href: meetingPaths.agenda({ id }) },
  };
}

type Context = Omit<NoticeParts, 'baseUrl'>;

function proofOf(t: Translate, posting: Posting, context: Context): Proof {
  const { meeting, collaborative } = context;
  const posted = posting.content.meeting;
  const needed = noticeHoursFor(posted.kind, collaborative.settings.noticeHours);
  const hours = formatNumber(t.locale, hoursBefore(posted, posting.postedAt), 1);
  const before =
    needed === null || isUpdate(posting, context)
      ? t('agendas.notice.beforeOnly', { hours })
      : t('agendas.notice.beforeOf', { hours, needed });
  const facts: [string, string][] = [
    [t('agendas.notice.judgement'), judgementOf(t, posting, context)],
    [t('agendas.notice.postedAt'), formatMoment(t, posting.postedAt)],
    [t('agendas.notice.postedBy'), posterOf(t, posting)],
    [t('agendas.notice.before'), before],
    [t('agendas.notice.putUp'), [t('agendas.notice.site'), ...posting.putUpAt].join('\n')],
  ];
  const isLate = posting.isLate;
  return {
    title: t('agendas.notice.versionTitle', { number: posting.number }),
    tag: { text: isLate ? t('agendas.notice.late') : t('agendas.notice.inTime'), tone: isLate ? 'danger' : 'success' },
    facts: facts.map(([label, value]) => ({ label, value, href: null })),
    sha256: posting.sha256,
    file: snapshotFile.of(meeting.id, posting.number),
    changes: posting.changes.map((change) => changeLine(t, change)),
  };
}

function judgementOf(t: Translate, posting: Posting, context: Context): string {
  if (posting.isLate) return t('agendas.notice.lateBecause', { reason: posting.lateReason });
  if (!tellsOf(posting, context.meeting)) return t('agendas.notice.otherDate');
  return isUpdate(posting, context) ? t('agendas.notice.update') : t('agendas.notice.inTime');
}

/** Whether it changes, after the deadline, an agenda that had been posted in time. */
function isUpdate(posting: Posting, { meeting, collaborative, postings }: Context): boolean {
  const hours = collaborative.settings.noticeHours;
  return !posting.isLate && !isInTime(meeting, posting.postedAt, hours) && postingInTime(meeting, postings, hours) !== undefined;
}

const capacities = ['chair', 'vice_chair', 'secretary', 'staff', 'administrator', 'approver'] as const;

/** The poster's office; no name. */
function posterOf(t: Translate, { content }: Posting): string {
  const capacity = capacities.find((name) => name === content.postedAs) ?? 'body';
  return t(`agendas.capacity.${capacity}`);
}
