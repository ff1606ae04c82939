import { formatShortMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { choiceView, errorSummary, type ChoiceView, type ErrorSummary, type FormState } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { sessionPaths } from '../in-session';
import { isLive, meetingTitle, type Meeting } from '../meetings';
import { deviceKinds, type Device } from './device';
import { roomPaths } from './room.paths';

interface DevicesView {
  readonly title: string;
  readonly district: string;
  readonly unlisted: true;
  readonly kicker: string;
  readonly errorSummary: ErrorSummary | null;
  readonly back: string;
  readonly here: readonly { readonly text: string; readonly href: string }[];
  /** The address just made, shown this once. */
  readonly made: { readonly address: string; readonly picture: string } | null;
  readonly rows: readonly { readonly text: string; readonly revocation: string; readonly label: string }[];
  /** The code by which members check in with their own phones. */
  readonly code: { readonly picture: string; readonly address: string } | null;
  readonly form: { readonly action: string; readonly kind: ChoiceView } | null;
}

declare module '../../web/render' {
  interface Views {
    'room/devices': DevicesView;
  }
}

interface Parts {
  readonly t: Translate;
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly devices: readonly Device[];
  readonly state: FormState;
  readonly baseUrl: string;
  /** The token just made. */
  readonly token: string | null;
}

/** The screens of a meeting: on this device, and the addresses for others. */
export function devicesView({ t, meeting, collaborative, devices, state, baseUrl, token }: Parts): DevicesView {
  const { id } = meeting;
  const offered = deviceKinds.map((kind) => [kind, t(`room.kind.${kind}`)] as const);
  return {
    title: t('room.devices.title'),
    district: collaborative.slug,
    unlisted: true,
    kicker: inLocale(collaborative.area, t.locale) + ' · ' + meetingTitle(meeting, t.locale),
    errorSummary: errorSummary(t, state.errors),
    back: sessionPaths.show({ id }),
    here: [
      { text: t('room.projector.title'), href: roomPaths.projector({ id }) },
      { text: t('room.chair.title'), href: roomPaths.chair({ id }) },
    ],
    made: token === null ? null : { address: baseUrl + roomPaths.device({ token }), picture: roomPaths.devicePicture({ token }) },
    rows: (isLive(meeting) ? devices : []).map((device) => {
      const text = t('room.devices.row', { kind: t(`room.kind.${device.kind}`), moment: formatShortMoment(t, device.madeAt) });
      return { text, revocation: roomPaths.revocation({ id, device: device.id }), label: t('room.devices.revokeOne', { device: text }) };
    }),
    code: isLive(meeting) ? { picture: roomPaths.herePicture({ id }), address: baseUrl + roomPaths.here({ id }) } : null,
    form: isLive(meeting)
      ? { action: sessionPaths.devices({ id }), kind: choiceView(t, state, 'kind', t('room.devices.kind'), offered) }
      : null,
  };
}
