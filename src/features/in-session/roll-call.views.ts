import type { Translate } from '../../i18n/translate';
import type { RawForm } from '../../lib/form';
import { choiceView, fieldView, type ChoiceView, type FieldView, type FormState } from '../../web/form-view';
import type { Member } from '../membership';
import type { RemoteUses, Rsvp } from '../meetings';
import { attendanceStatuses, rollCallVersion, type RollCallAnswer } from './attendance';
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
  /** How often members took part from afar this year; null where nobody counts. */
  readonly remote: RemoteUses | null;
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

function remoteTimes(t: Translate, remote: RemoteUses | null, personId: string): string | null {
  const used = remote?.used.get(personId)?.held ?? 0;
  return remote === null || used === 0 ? null : t('inSession.rollCall.remoteTimes', { used, limit: remote.limit });
}

/** Members who took part from afar as often as the year allows, in other meetings. */
export const usedUpBy = (voters: readonly Member[], remote: RemoteUses | null): ReadonlySet<string> =>
  new Set(
    voters
      .filter(({ personId }) => remote !== null && (remote.used.get(personId)?.held ?? 0) >= remote.limit)
      .map(({ membershipId }) => membershipId),
  );

/** The form as the record stands; before the first roll call, who checked in is here, and who said so takes part from afar. */
export const rawRollCall = (
  { attendance, voters }: Pick<Session, 'attendance' | 'voters'>,
  checkIns: ReadonlyMap<string, CheckIn>,
  rsvps: readonly Pick<Rsvp, 'personId' | 'answer' | 'reason'>[],
): RawForm =>
  Object.fromEntries(
    (attendance.length > 0 ? attendance : voters.flatMap((member) => expectedOf(member, checkIns, rsvps))).flatMap(
      ({ membershipId, status, reason }) => [
        [`status_${membershipId}`, status],
        [`reason_${membershipId}`, reason],
      ],
    ),
  );

function expectedOf(
  { membershipId, personId }: Member,
  checkIns: ReadonlyMap<string, CheckIn>,
  rsvps: readonly Pick<Rsvp, 'personId' | 'answer' | 'reason'>[],
): RollCallAnswer[] {
  if (checkIns.has(membershipId)) return [{ membershipId, status: 'present', reason: '' }];
  const remote = rsvps.find((rsvp) => rsvp.personId === personId && rsvp.answer === 'remote');
  return remote === undefined ? [] : [{ membershipId, status: 'remote', reason: remote.reason }];
}

function lineOf({ t, session, remote, checkIns, form, isStale }: RollCallParts, { membershipId, personId, name }: Member): Line {
  const offered = attendanceStatuses.map((status) => [status, statusWord(t, status)] as const);
  const status = choiceView(t, form, `status_${membershipId}`, name, [['', t('inSession.rollCall.choose')], ...offered]);
  const reason = fieldView(t, form, `reason_${membershipId}`, t('inSession.rollCall.reasonFor', { name }), {
    required: false,
    hint: t('inSession.rollCall.reasonHint'),
  });
  const stands = session.attendance.find((line) => line.membershipId === membershipId);
  return {
    status,
    reason,
    reasonOpen: reason.value !== '' || reason.error !== null,
    remoteTimes: remoteTimes(t, remote, personId),
    checkedIn: checkedInText(t, checkIns.get(membershipId)),
    standsNow: isStale && stands !== undefined ? t('inSession.rollCall.standsNow', { status: statusWord(t, stands.status) }) : null,
  };
}
