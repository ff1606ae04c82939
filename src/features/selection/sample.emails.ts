import type { Email } from '../../mail/email';
import type { LetterSample } from '../cycles';
import { slateDecidedMail, slateSentMail, slateWaitsMail } from './slate.emails';
import type { Slate } from './slate';

/** The letters about a slate to its approver and to staff, with sample data. */
export function sampleSlateLetters({ cycle, collaborative, to, t, baseUrl, now }: LetterSample): Email[] {
  const slate: Slate = {
    id: 'sample',
    cycleId: cycle.id,
    collaborativeId: collaborative.id,
    status: 'sent',
    sentBy: null,
    sentAt: now,
    decidedBy: null,
    decidedFor: null,
    decidedAt: null,
    returnWords: null,
    releasedBy: null,
    releasedAt: null,
    version: 1,
  };
  const mail = { to, slate, board: { cycle, collaborative }, t, baseUrl };
  return [
    slateSentMail(mail),
    slateWaitsMail(mail, 3),
    slateDecidedMail({ ...mail, slate: { ...slate, status: 'approved' } }),
    slateDecidedMail({ ...mail, slate: { ...slate, status: 'returned' } }),
  ];
}
