import { plainMarkdown } from '../../lib/markdown';
import { type LocalText } from '../../lib/local-text';
import { dateOf, type CalendarDate, type Instant } from '../../lib/time';
import type { Answer, Note } from '../advice';
import { isForAll, type Attachment, type Posting } from '../agendas';
import type { Collaborative } from '../collaboratives';
import type { Member } from '../membership';
import { bodiesOf, listedDocuments, type Meeting } from '../meetings';
import type { Minutes } from '../minutes';
import { anyLanguage, type DocumentState, type PublicDocument } from './document';

/** Addresses of what is found, handed in by who knows them. */
export interface Addresses {
  readonly meeting: (id: string) => string;
  readonly agenda: (id: string) => string;
  readonly paper: (meetingId: string, paper: Pick<Attachment, 'id' | 'name'>) => string;
  readonly minutes: (meetingId: string) => string;
  readonly note: (id: string) => string;
  readonly person: (id: string) => string;
  readonly collaborative: (slug: string) => string;
}

/** A document before it is known what more it is found by. */
export type Worded = Omit<PublicDocument, 'more'>;

export interface MeetingSource {
  readonly meeting: Meeting;
  readonly settings: Collaborative['settings'];
  readonly postings: readonly Posting[];
  readonly attachments: readonly Attachment[];
  readonly minutes: Minutes | undefined;
}

/** A meeting that is not a draft, what stands on its agenda, its papers, and its minutes where anyone may read them. */
export function meetingDocuments(source: MeetingSource, to: Addresses): Worded[] {
  const { meeting } = source;
  if (meeting.status === 'draft') return [];
  const { id, title, place, room, address, cancelReason } = meeting;
  const own: Worded = {
    ...ofMeeting(meeting),
    kind: 'meeting',
    subjectId: id,
    state: meetingState(meeting),
    href: to.meeting(id),
    title,
    body: inAny([place, room, address, cancelReason ?? '']),
  };
  return [own, ...itemDocuments(source, to), ...paperDocuments(source, to), ...minutesDocuments(source, to)];
}

const ofMeeting = (meeting: Meeting) => ({
  collaborativeId: meeting.collaborativeId,
  bodyIds: bodiesOf(meeting),
  day: dateOf(meeting.startsAt),
  lastOn: null,
});

const meetingState = ({ status }: Meeting): DocumentState => (status === 'cancelled' || status === 'postponed' ? status : '');

/** Lines of the version that stands; what every agenda has alike is left out. */
function itemDocuments({ meeting, postings }: MeetingSource, to: Addresses): Worded[] {
  const items = newest(postings)?.content.items ?? [];
  return items
    .filter(({ kind }) => kind === 'business' || kind === 'minutes')
    .map((item) => ({
      ...ofMeeting(meeting),
      kind: 'item' as const,
      subjectId: `${meeting.id}.${item.id}`,
      state: meetingState(meeting),
      href: `${to.agenda(meeting.id)}#item-${item.number}`,
      title: item.title,
      body: { ...plainIn(item.text), [anyLanguage]: item.presenter },
    }));
}

function paperDocuments({ meeting, postings, attachments }: MeetingSource, to: Addresses): Worded[] {
  return attachments
    .filter((paper) => isForAll(paper, postings))
    .map((paper) => ({
      ...ofMeeting(meeting),
      kind: 'paper' as const,
      subjectId: paper.id,
      state: '',
      href: to.paper(meeting.id, paper),
      title: paper.title,
      body: inAny([paper.name]),
    }));
}

function minutesDocuments({ meeting, settings, minutes }: MeetingSource, to: Addresses): Worded[] {
  if (minutes === undefined) return [];
  if (!listedDocuments({ isPosted: true, minutes: minutes.status }, settings).minutes) return [];
  const { record, text } = minutes;
  const said = record.items.flatMap((item) => [
    text.items[item.id] ?? '',
    item.outcomeWords,
    ...item.motions.map((motion) => motion.text),
    ...item.actionItems.map((task) => task.text),
  ]);
  return [
    {
      ...ofMeeting(meeting),
      kind: 'minutes',
      subjectId: minutes.id,
      state: minutes.status === 'approved' ? '' : 'draft',
      href: to.minutes(meeting.id),
      title: record.meeting.title,
      body: { ...joinedIn(record.items.map(({ title }) => title)), [anyLanguage]: joined([text.opening, ...said, text.closing]) },
    },
  ];
}

type SignedAnswer = Answer & { readonly signedAt: Instant };

/** A note from its adoption on, and the answer once it is signed. */
export function noteDocuments(note: Note, answer: SignedAnswer | null, to: Addresses): Worded[] {
  if (note.adoptedAt === null || note.status === 'withdrawn') return [];
  const shared = {
    collaborativeId: note.collaborativeId,
    bodyIds: [note.collaborativeId],
    lastOn: null,
    state: '' as const,
    href: to.note(note.id),
    title: withReference(note),
  };
  const own: Worded = {
    ...shared,
    kind: 'note',
    subjectId: note.id,
    day: dateOf(note.adoptedAt),
    body: joinedIn([note.background, ...note.recommendations.map(({ text }) => text)].map(plainIn)),
  };
  if (answer === null) return [own];
  const promised = answer.dispositions.flatMap(({ commitment }) => (commitment === null ? [] : [commitment]));
  const said = [answer.opening, ...answer.dispositions.map(({ reasons }) => reasons), ...promised.map(({ what }) => what)];
  const body = { ...joinedIn(said.map(plainIn)), [anyLanguage]: joined(promised.map(({ who }) => who)) };
  return [own, { ...shared, kind: 'answer', subjectId: answer.id, day: dateOf(answer.signedAt), body }];
}

const withReference = ({ reference, title }: Note): LocalText => mapText(title, (words) => (words === '' ? '' : `${reference}: ${words}`));

export interface RosterWords {
  /** What a member is called in each language: their office, and whom they sit for. */
  readonly roleOf: (member: Member) => LocalText;
  /** The last day that is known for an office or a seat. */
  readonly lastOn: (member: Member) => CalendarDate | null;
}

/** Who sits there now, by the name on the public roster. */
export const rosterDocuments = (members: readonly Member[], words: RosterWords, to: Addresses): Worded[] =>
  members.map((member) => ({
    kind: 'person',
    subjectId: member.membershipId,
    collaborativeId: member.collaborativeId,
    bodyIds: [member.collaborativeId],
    day: member.startedOn,
    lastOn: words.lastOn(member),
    state: '',
    href: to.person(member.personId),
    title: { en: '', [anyLanguage]: member.name },
    body: words.roleOf(member),
  }));

export const collaborativeDocuments = (collaborative: Collaborative, to: Addresses): Worded[] => [
  {
    kind: 'collaborative',
    subjectId: collaborative.id,
    collaborativeId: collaborative.id,
    bodyIds: [collaborative.id],
    day: collaborative.startsOn,
    lastOn: collaborative.endsOn,
    state: '',
    href: to.collaborative(collaborative.slug),
    title: collaborative.name,
    body: joinedIn([collaborative.purpose, collaborative.duties, collaborative.usualMeeting]),
  },
];

const newest = (postings: readonly Posting[]): Posting | undefined => [...postings].sort((a, b) => b.number - a.number)[0];

const inAny = (parts: readonly string[]): LocalText => ({ en: '', [anyLanguage]: joined(parts) });

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n');

const mapText = (text: LocalText, change: (words: string) => string): LocalText => ({
  en: change(text.en),
  ...Object.fromEntries(Object.entries(text).map(([locale, words]) => [locale, change(words)])),
});

const plainIn = (text: LocalText): LocalText =>
  mapText(text, (words) =>
    plainMarkdown(words)
      .map((block) => block.text)
      .join('\n'),
  );

/** Several texts as one, language by language. */
function joinedIn(texts: readonly LocalText[]): LocalText {
  const locales = [...new Set(texts.flatMap((text) => Object.keys(text)))];
  return { en: '', ...Object.fromEntries(locales.map((locale) => [locale, joined(texts.map((text) => text[locale] ?? ''))])) };
}
