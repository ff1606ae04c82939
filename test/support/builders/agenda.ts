import type { AgendaItem } from '../../../src/features/agendas';
import type { Posting } from '../../../src/features/agendas';
import type { Attachment } from '../../../src/features/agendas/attachment';
import { freeze } from '../../../src/features/agendas/posting-rules';
import { renumber } from '../../../src/features/agendas/agenda-item';
import type { Meeting } from '../../../src/features/meetings';
import { aMeeting } from './meeting';

/** A business item; its title is its id in capitals. */
export const anItem = (id: string, given: Partial<AgendaItem> = {}): AgendaItem => ({
  id,
  meetingId: 'meeting-1',
  place: 0,
  kind: 'business',
  title: { en: `Item ${id}`, es: `Punto ${id}` },
  purpose: 'advise',
  presenter: '',
  minutes: 10,
  text: { en: '' },
  isAction: true,
  isConsent: false,
  noteId: null,
  priority: null,
  approvesMinutesOf: null,
  carriedFrom: null,
  addedAt: '2026-11-21T20:00:00.000Z',
  isInformationOnly: false,
  outcome: null,
  outcomeWords: '',
  version: 1,
  ...given,
});

/** A paper of the item `a`, a draft. */
export const aPaper = (id: string, given: Partial<Attachment> = {}): Attachment => ({
  id,
  meetingId: 'meeting-1',
  itemId: 'a',
  title: { en: `Paper ${id}` },
  name: `${id}.pdf`,
  kind: 'pdf',
  bytes: 1000,
  sha256: id.padEnd(64, '0'),
  readable: 'yes',
  addedAt: '2026-11-22T20:00:00.000Z',
  addedBy: 'ana',
  publishedAt: null,
  removedAt: null,
  ...given,
});

/** An agenda with its standing items and the business item `a`. */
export const anAgenda = (): AgendaItem[] =>
  renumber([
    anItem('call', { kind: 'opening', isAction: false }),
    anItem('roll', { kind: 'opening', isAction: false }),
    anItem('comment', { kind: 'public_comment', isAction: false }),
    anItem('a'),
    anItem('adjourn', { kind: 'closing', isAction: false }),
  ]);

interface Given {
  readonly meeting?: Meeting;
  readonly items?: readonly AgendaItem[];
  readonly attachments?: readonly Attachment[];
  readonly before?: readonly Posting[];
  readonly isLate?: boolean;
}

/** The next version of an agenda, posted at this moment. */
export function aPosting(
  at: string,
  { meeting = aMeeting(), items = anAgenda(), attachments = [], before = [], isLate = false }: Given = {},
): Posting {
  const desk = { meeting, items, attachments, postings: before, hours: { regular: 72, special: 24 } };
  return freeze(
    desk,
    { kind: 'post', isLate, lateReason: isLate ? 'Printer' : '', changes: [] },
    {
      id: `posting-${at}`,
      at,
      postedBy: 'ana',
      postedAs: 'chair',
      putUpAt: [],
      collaborative: { slug: 'central', name: { en: 'Central' } },
    },
  );
}
