import { formatTime } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import type { Quorum } from './quorum';
import type { Session } from './record.queries';

export interface QuorumView {
  readonly text: string;
  readonly needed: string;
  readonly tone: 'success' | 'warning';
}

/** "6 of 9, quorum since 6:04 PM", in the words of the reader. */
export function quorumView(t: Translate, { quorum, presence, bodies }: Pick<Session, 'quorum' | 'presence' | 'bodies'>): QuorumView {
  if (bodies.length > 1) return jointQuorumView(t, { quorum, presence, bodies });
  const needed = t('inSession.quorum.needed', { needed: quorum.needed });
  if (presence.rollCall === null) return { text: t('inSession.quorum.none'), needed, tone: 'warning' };
  return { text: quorumText(t, quorum), needed, tone: quorum.isMet ? 'success' : 'warning' };
}

/** In a joint meeting each body needs its own. */
function jointQuorumView(t: Translate, { quorum, presence, bodies }: Pick<Session, 'quorum' | 'presence' | 'bodies'>): QuorumView {
  const inEach = (say: (quorum: Quorum) => string) =>
    bodies.map((body) => t('scheduling.joint.quorumOf', { area: inLocale(body.collaborative.area, t.locale), quorum: say(body.quorum) }));
  return {
    text: presence.rollCall === null ? t('inSession.quorum.none') : inEach((body) => quorumText(t, body)).join(' · '),
    needed: [t('scheduling.joint.needed'), ...inEach(({ needed }) => t('inSession.quorum.needed', { needed }))].join(' '),
    tone: presence.rollCall !== null && quorum.isMet ? 'success' : 'warning',
  };
}

function quorumText(t: Translate, { present, seats, isMet, spans }: Quorum): string {
  const last = spans.at(-1);
  if (last === undefined) return t('inSession.quorum.never', { present, seats });
  if (last.to === null && isMet) return t('inSession.quorum.since', { present, seats, time: formatTime(t.locale, last.from) });
  return t('inSession.quorum.lost', { present, seats, time: formatTime(t.locale, last.to ?? last.from) });
}
