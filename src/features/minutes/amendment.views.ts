import { formatDay, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { rawText } from '../../lib/form';
import { inLocale } from '../../lib/local-text';
import { errorSummary, fieldView, type ErrorSummary, type FieldView, type FormState } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { meetingTitle, type Meeting } from '../meetings';
import { notAsked, type BodyStanding } from './approval';
import { askedNotices } from './approval.views';
import type { Minutes } from './minutes';
import { rawMinutes } from './minutes.form';
import { minutesPaths } from './minutes.paths';
import { proposedVersion, standingVersion, type MinutesVersion } from './version';
import { changesOf, type PartView } from './version.views';

interface AmendmentView {
  readonly title: string;
  readonly district: string;
  readonly width: 'wide';
  readonly unlisted: true;
  readonly errorSummary: ErrorSummary | null;
  readonly back: string;
  readonly lede: string;
  readonly stale: string | null;
  readonly waiting: {
    readonly title: string;
    readonly reason: string;
    readonly when: readonly string[];
    readonly parts: readonly PartView[];
    readonly withdrawal: string;
    /** The press that asks the next meeting; null where one is asked. */
    readonly place: string | null;
  } | null;
  readonly form: { readonly action: string; readonly version: string; readonly fields: readonly FieldView[] } | null;
}

declare module '../../web/render' {
  interface Views {
    'minutes/amendment': AmendmentView;
  }
}

export interface AmendmentParts {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly minutes: Minutes;
  readonly versions: readonly MinutesVersion[];
  /** How each body that met stands to the correction that waits. */
  readonly approvals: readonly BodyStanding[];
  /** What was sent and not taken; null on the first look. */
  readonly sent: { readonly form: FormState; readonly isStale: boolean } | null;
}

/** Where a correction of approved minutes is written, and where it waits for a meeting. */
export function amendmentView(t: Translate, parts: AmendmentParts): AmendmentView {
  const { meeting, collaborative, versions, sent } = parts;
  const proposed = proposedVersion(versions);
  return {
    title: t('minutes.amendment.title'),
    district: collaborative.slug,
    width: 'wide',
    unlisted: true,
    errorSummary: errorSummary(t, sent?.form.errors ?? {}),
    back: minutesPaths.desk({ id: meeting.id }),
    lede: t('minutes.show.of', { title: meetingTitle(meeting, t.locale), date: formatDay(t.locale, meeting.startsAt) }),
    stale: sent?.isStale === true ? t('minutes.amendment.stale') : null,
    waiting: proposed === undefined ? null : waitingOf(t, parts, proposed),
    form: proposed === undefined ? formOf(t, parts) : null,
  };
}

function waitingOf(
  t: Translate,
  { meeting, minutes, versions, approvals }: AmendmentParts,
  proposed: MinutesVersion,
): AmendmentView['waiting'] {
  const { id } = meeting;
  return {
    title: t('minutes.amendment.waiting', { moment: formatMoment(t, proposed.savedAt) }),
    reason: proposed.reason,
    when: askedNotices(t, approvals).map(({ text }) => text),
    parts: changesOf(t, minutes, standingVersion(versions)?.text ?? minutes.text, proposed.text),
    withdrawal: minutesPaths.amendmentWithdrawal({ id }),
    place: notAsked(approvals).length > 0 ? minutesPaths.agendaItem({ id }) : null,
  };
}

/** The form filled with the wording that stands. */
const firstForm = (minutes: Minutes, versions: readonly MinutesVersion[], newest: string): FormState => ({
  raw: { ...rawMinutes(standingVersion(versions)?.text ?? minutes.text), version: newest },
  errors: {},
});

function formOf(t: Translate, { meeting, minutes, versions, sent }: AmendmentParts): AmendmentView['form'] {
  const newest = String(versions.length);
  const state = sent?.form ?? firstForm(minutes, versions, newest);
  const text = (name: string, label: string) => fieldView(t, state, name, label, { type: 'textarea', rows: 4, required: false });
  return {
    action: minutesPaths.amendment({ id: meeting.id }),
    version: sent?.isStale === true ? newest : rawText(state.raw, 'version'),
    fields: [
      fieldView(t, state, 'reason', t('minutes.amendment.reason'), { type: 'textarea', rows: 2, hint: t('minutes.amendment.reasonHint') }),
      text('opening', t('minutes.desk.opening')),
      ...minutes.record.items.map(({ id, number, title }) =>
        text(`text_${id}`, t('minutes.desk.itemText', { number, title: inLocale(title, t.locale) })),
      ),
      text('closing', t('minutes.desk.closing')),
    ],
  };
}
