import type { Email } from '../../mail/email';
import type { LetterSample } from '../cycles';
import { continueEmail, receivedEmail, reinstatedEmail, statusEmail } from './application.emails';
import { blankApplication } from './application';

/** The letters to somebody who applies, with sample data: begun, received, changed, typed in and put right by staff, withdrawal taken back, link asked for. */
export function sampleApplicationLetters({ cycle, to, reference, t, baseUrl }: LetterSample): Email[] {
  const application = { ...blankApplication, reference, name: to.name, locale: t.locale, cycleId: cycle.id };
  const letter = { application, cycle, to, t, link: baseUrl };
  const receipt = {
    ...letter,
    form: { id: '', number: 1, pages: [], frozenAt: null },
    number: 1,
    by: 'applicant' as const,
    mayChange: true,
    areas: new Map<string, string>(),
    schoolName: null,
    fileNames: new Map<string, string>(),
  };
  return [
    continueEmail(letter, 'sample'),
    receivedEmail(receipt),
    receivedEmail({ ...receipt, number: 2 }),
    receivedEmail({ ...receipt, by: 'entry' }),
    receivedEmail({ ...receipt, number: 2, by: 'correction' }),
    reinstatedEmail(letter),
    statusEmail(letter, 'sample'),
  ];
}
