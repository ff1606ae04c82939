import type { Translate } from '../../i18n/translate';
import type { RawForm } from '../../lib/form';
import { choiceView, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { Member } from '../membership';
import { attendanceStatuses, rollCallVersion, type Attendance } from './attendance';
import type { CheckIn } from './check-in';
import { checkedInText } from './check-in.views';
import type { Session } from './record.queries';
import { sessionPaths } from './session.paths';
import { statusWord } from './attendance.views';
import { sessionHead, type SessionHead } from './session.views';

interface RollCallView extends SessionHead {
  readonly action: string;
  readonly version: string;
  readonly stale: { readonly title: string; readonly text: string } | null;
  readonly lines: readonly Line[];
}

interface Line {
  readonly status: ChoiceView;
  readonly reason: FieldView;
  readonly reasonOpen: boolean;
  readonly remoteTimes: string | null;
  readonly standsNow: string | null;
  readonly checkedIn: string | null;
}

declare module '../../web/render' {
  interface Views {
    'in-session/roll-call': RollCallView;
  }
}

export interface RollCallParts {
  readonly t: Translate;
  readonly session: Session;
  /** How often each person took part from afar this year before this meeting, by person. */
  readonly remoteTimes: ReadonlyMap<string, number>;
  readonly checkIns: ReadonlyMap<string, CheckIn>;
  readonly form: FormState;
  readonly isStale: boolean;
}

/** The roll call as one form: as it stands, or as it was sent. */
export function rollCallView(parts: RollCallParts): RollCallView {
  const { t, session, isStale, form } = parts;
  return {
    ...sessionHead(t, session, form),
    title: t('inSession.rollCall.title'),
    action: sessionPaths.rollCall({ id: session.meeting.id }),
    version: String(rollCallVersion(session.attendance)),
    stale: isStale ? { title: t('inSession.rollCall.staleTitle'), text: t('inSession.rollCall.stale') } : null,
    lines: session.voters.map((member) => lineOf(parts, member)),
  };
}

/** The form as the record stands; before the first roll call, who checked in is here. */
export const rawRollCall = (attendance: readonly Attendance[], checkIns: ReadonlyMap<string, CheckIn>): RawForm =>
  Object.fromEntries(
    (attendance.length > 0 ? attendance : [...checkIns.keys()].map(asPresent)).flatMap(({ membershipId, status, reason }) => [
      [`status_${membershipId}`, status],
      [`reason_${membershipId}`, reason],
    ]),
  );

const asPresent = (membershipId: string) => ({ membershipId, status: 'present' as const, reason: '' });

function lineOf({ t, session, remoteTimes, checkIns, form, isStale }: RollCallParts, { membershipId, personId, name }: Member): Line {
  const offered = attendanceStatuses.map((status) => [status, statusWord(t, status)] as const);
  const status = choiceView(t, form, `status_${membershipId}`, name, [['', t('inSession.rollCall.choose')], ...offered]);
  const reason = fieldView(t, form, `reason_${membershipId}`, t('inSession.rollCall.reasonFor', { name }), {
    required: false,
    hint: t('inSession.rollCall.reasonHint'),
  });
  const times = remoteTimes.get(personId) ?? 0;
  const stands = session.attendance.find((line) => line.membershipId === membershipId);
  return {
    status,
    reason,
    reasonOpen: reason.value !== '' || reason.error !== null,
    remoteTimes: times === 0 ? null : t('inSession.rollCall.remoteTimes', { count: times }),
    checkedIn: checkedInText(t, checkIns.get(membershipId)),
    standsNow: isStale && stands !== undefined ? t('inSession.rollCall.standsNow', { status: statusWord(t, stands.status) }) : null,
  };
}
