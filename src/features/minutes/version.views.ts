import { formatDay, formatMoment } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { withQuery } from '../../lib/path';
import type { WordChange } from '../../lib/word-diff';
import { choiceView, type ChoiceView } from '../../web/form-view';
import type { Collaborative } from '../collaboratives';
import { meetingTitle, type Meeting } from '../meetings';
import type { BodyStanding } from './approval';
import { correctedText } from './approval.views';
import type { Minutes, MinutesText } from './minutes';
import { minutesPaths } from './minutes.paths';
import { changedParts, standingVersion, type MinutesVersion } from './version';

export interface PartView {
  readonly heading: string;
  readonly changes: readonly WordChange[];
}

interface ChangesView {
  readonly title: string;
  readonly district: string;
  readonly unlisted: boolean;
  readonly breadcrumbs: readonly { readonly text: string; readonly href: string }[];
  readonly lede: string;
  readonly draft: string | null;
  readonly action: string;
  readonly choices: readonly ChoiceView[];
  readonly parts: readonly PartView[];
}

declare module '../../web/render' {
  interface Views {
    'minutes/changes': ChangesView;
  }
}

/** "Version 3, November 5, 2026, 6:10 PM: correction approved". */
export const versionName = (t: Translate, { number, savedAt, approvedAt, stage }: MinutesVersion): string =>
  t('minutes.version.name', { number, moment: formatMoment(t, approvedAt ?? savedAt), stage: t(`minutes.version.stage.${stage}`) });

/** The differing parts of two wordings with the names of the parts. */
export function changesOf(t: Translate, { record }: Minutes, before: MinutesText, after: MinutesText): PartView[] {
  const names = new Map([
    ['opening', t('minutes.desk.opening')],
    ['closing', t('minutes.desk.closing')],
    ...record.items.map(({ id, number, title }): [string, string] => [
      id,
      t('minutes.show.itemNumber', { number, title: inLocale(title, t.locale) }),
    ]),
  ]);
  return changedParts(
    before,
    after,
    record.items.map(({ id }) => id),
  ).map(({ part, changes }) => ({ heading: names.get(part) ?? '', changes }));
}

export interface ChangesParts {
  readonly meeting: Meeting;
  readonly collaborative: Collaborative;
  readonly minutes: Minutes;
  /** Those this reader may see, the oldest first. */
  readonly versions: readonly MinutesVersion[];
  readonly from: MinutesVersion;
  readonly to: MinutesVersion;
}

const isDraft = ({ stage }: MinutesVersion): boolean => stage !== 'approved' && stage !== 'corrected';

/** What changed between two wordings, word by word. */
export function changesView(t: Translate, parts: ChangesParts): ChangesView {
  const { meeting, collaborative, minutes, versions, from, to } = parts;
  const { id } = meeting;
  const options = versions.map((version): [string, string] => [String(version.number), versionName(t, version)]);
  const choice = (name: 'from' | 'to', chosen: MinutesVersion) =>
    choiceView(t, { raw: { [name]: String(chosen.number) }, errors: {} }, name, t(`minutes.version.${name}`), options);
  return {
    title: t('minutes.version.title'),
    district: collaborative.slug,
    unlisted: isDraft(from) || isDraft(to),
    breadcrumbs: [{ text: t('minutes.show.title'), href: minutesPaths.show({ id }) }],
    lede: t('minutes.show.of', { title: meetingTitle(meeting, t.locale), date: formatDay(t.locale, meeting.startsAt) }),
    draft: isDraft(from) || isDraft(to) ? t('minutes.version.draft') : null,
    action: minutesPaths.changes({ id }),
    choices: [choice('from', from), choice('to', to)],
    parts: changesOf(t, minutes, from.text, to.text),
  };
}

/** The versions a reader may open from the page of the minutes, the newest first, and where to compare them. */
export function versionLinks(t: Translate, id: string, versions: readonly MinutesVersion[]) {
  if (versions.length < 2) return null;
  return {
    links: [...versions].reverse().map((version) => ({
      text: versionName(t, version),
      href: withQuery(minutesPaths.show({ id }), { version: String(version.number) }),
    })),
    compare: minutesPaths.changes({ id }),
  };
}

interface Standing {
  readonly versions: readonly MinutesVersion[];
  readonly shown: MinutesVersion | undefined;
  /** How each body that met stands to the correction shown. */
  readonly approvals: readonly BodyStanding[];
}

type State = { readonly tone: 'warning' | 'success'; readonly text: string } | null;

/** What a reader must know of the wording shown when it is not simply the approved one; null when it is. */
export function versionState(t: Translate, { versions, shown, approvals }: Standing): State {
  const standing = standingVersion(versions);
  if (shown === undefined || standing === undefined) return null;
  if (shown.number !== standing.number) return overtaken(t, shown, standing);
  return shown.stage === 'corrected' ? corrected(t, shown, approvals) : null;
}

function overtaken(t: Translate, shown: MinutesVersion, standing: MinutesVersion): State {
  const text = isDraft(shown)
    ? t('minutes.version.oldDraft', { name: versionName(t, shown) })
    : t('minutes.version.superseded', { date: formatDay(t.locale, standing.approvedAt ?? standing.savedAt) });
  return { tone: 'warning', text };
}

const corrected = (t: Translate, { approvedAt, savedAt, reason }: MinutesVersion, standings: readonly BodyStanding[]): State => ({
  tone: 'success',
  text: correctedText(t, { approvedAt: approvedAt ?? savedAt, reason, standings }),
});
