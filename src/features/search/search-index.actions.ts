import { inTransaction, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import { formatDate } from '../../i18n/format';
import { localeCodes } from '../../i18n/locales';
import { toLocalText, type LocalText } from '../../lib/local-text';
import { dateOf } from '../../lib/time';
import { advicePaths, findAnswer, getNote } from '../advice';
import { agendaPaths, listAttachments, listPostings } from '../agendas';
import { collaborativePaths, getCollaborative, listCollaboratives, type Collaborative } from '../collaboratives';
import { listMembers, type Member } from '../membership';
import { getMeeting, meetingPaths } from '../meetings';
import { minutesOf, minutesPaths } from '../minutes';
import { rosterPaths } from '../roster';
import { languagesOf, type PublicDocument, type Source } from './document';
import { collaborativeDocuments, meetingDocuments, noteDocuments, rosterDocuments, type Addresses, type Worded } from './documents';
import { indexedWords, plain, scopeWord, titleWord } from './search-words';
import { clearDocuments, compactDocuments, replaceDocuments, type Indexed } from './search.queries';
import { isThere, listChanges, listLastDays, noteEverything, noteRosters, takeOffChanges } from './source.queries';

const changesAtOnce = 200;

/** Worker: indexes what has changed since. Answers how many sources it read. */
export async function indexChanged(deps: Deps): Promise<number> {
  let count = 0;
  for (;;) {
    const read = await inTransaction(deps, indexBatch);
    count += read;
    if (read === 0) return count;
  }
}

/** Worker: looks at the rosters anew, which change with the days too. */
export function indexRosters(deps: Deps): Promise<void> {
  return inTransaction(deps, async (tx) => {
    await noteRosters(tx.db);
    while ((await indexBatch(tx)) > 0);
  });
}

/** Makes the whole index anew, from nothing. Answers how many sources it read. */
export async function rebuildSearch(deps: Deps): Promise<number> {
  await inTransaction(deps, async ({ db }) => {
    await clearDocuments(db);
    await noteEverything(db);
  });
  const count = await indexChanged(deps);
  await compactDocuments(deps.db);
  return count;
}

async function indexBatch(tx: Deps): Promise<number> {
  const changes = await listChanges(tx.db, changesAtOnce);
  if (changes.length === 0) return 0;
  const sources = new Map<string, Source>(
    changes.map((change) => [`${change.source_kind} ${change.source_id}`, { kind: change.source_kind, id: change.source_id }]),
  );
  const bodies = new Map((await listCollaboratives(tx.db)).map((body) => [body.id, body]));
  for (const source of sources.values()) await indexSource(tx, source, bodies);
  const numbers = changes.map(({ number }) => number);
  await takeOffChanges(tx.db, numbers);
  // A name that is no longer public must not stay behind in the files of the index.
  if ([...sources.values()].some(({ kind }) => kind === 'roster')) await compactDocuments(tx.db);
  return sources.size;
}

async function indexSource(tx: Deps, source: Source, bodies: ReadonlyMap<string, Collaborative>): Promise<void> {
  const documents = (await isThere(tx.db, source)) ? await documentsOf(tx, source) : [];
  await replaceDocuments(
    tx.db,
    source,
    documents.map((document) => withWords(tx, document, bodies)),
  );
}

async function documentsOf(tx: Deps, { kind, id }: Source): Promise<Worded[]> {
  switch (kind) {
    case 'meeting':
      return meetingDocuments(await meetingSource(tx.db, id), addresses);
    case 'note':
      return noteSource(tx.db, id);
    case 'collaborative':
      return collaborativeDocuments(await getCollaborative(tx.db, id), addresses);
    case 'roster':
      return rosterSource(tx, id);
  }
}

async function meetingSource(db: Db, id: string) {
  const meeting = await getMeeting(db, id);
  const { settings } = await getCollaborative(db, meeting.collaborativeId);
  return {
    meeting,
    settings,
    postings: await listPostings(db, id),
    attachments: await listAttachments(db, id),
    minutes: await minutesOf(db, id),
  };
}

async function noteSource(db: Db, id: string): Promise<Worded[]> {
  const note = await getNote(db, id);
  const answer = note.answeredAt === null ? undefined : await findAnswer(db, id);
  const isSigned = answer?.status === 'signed' && answer.signedAt !== null;
  return noteDocuments(note, isSigned ? { ...answer, signedAt: answer.signedAt } : null, addresses);
}

async function rosterSource(tx: Deps, id: string): Promise<Worded[]> {
  const today = dateOf(tx.clock.now());
  const members = await listMembers(tx.db, id, today);
  const last = await listLastDays(tx.db, id, today);
  const words = { roleOf: (member: Member) => roleOf(tx, member), lastOn: ({ membershipId }: Member) => last.get(membershipId) ?? null };
  return rosterDocuments(members, words, addresses);
}

const roleOf = ({ translate }: Deps, { office, constituency, seatCode }: Member): LocalText =>
  spoken((locale) => {
    const t = translate(locale);
    const seat = t('search.seat', { constituency: t(`common.constituency.${constituency}`), code: seatCode });
    return office === null ? seat : `${t(`common.office.${office}`)}. ${seat}`;
  });

const spoken = (say: (locale: string) => string): LocalText =>
  toLocalText(JSON.stringify(Object.fromEntries(localeCodes.map((locale) => [locale, say(locale)]))));

/** A document with all that finds it: its words, what it is called, whose it is, its date; and what it is filtered by. */
function withWords(tx: Deps, worded: Worded, bodies: ReadonlyMap<string, Collaborative>): Indexed {
  const named = worded.bodyIds
    .flatMap((id) => bodies.get(id) ?? [])
    .flatMap(({ name, area, code }) => [...Object.values(name), ...Object.values(area), code]);
  const called = localeCodes.flatMap((locale) => [tx.translate(locale)(`search.kinds.${worded.kind}`), formatDate(locale, worded.day)]);
  const document: PublicDocument = { ...worded, more: [...called, ...named] };
  const titles = indexedWords(Object.values(document.title).join(' '));
  const texts = indexedWords([...Object.values(document.body), ...document.more].join(' '));
  const scopes = [
    scopeWord('kind', document.kind),
    scopeWord('year', document.day.slice(0, 4)),
    ...languagesOf(document, localeCodes).map((locale) => scopeWord('written', locale)),
    ...document.bodyIds.map((id) => scopeWord('body', id)),
  ];
  return { document, words: [...new Set([...titles.map(titleWord), ...[...titles, ...texts].map(plain), ...scopes])] };
}

const addresses: Addresses = {
  meeting: (id) => meetingPaths.show({ id }),
  agenda: (id) => agendaPaths.show({ id }),
  paper: (id, { id: file, name }) => agendaPaths.paper({ id, file, name }),
  minutes: (id) => minutesPaths.show({ id }),
  note: (id) => advicePaths.show({ id }),
  person: (id) => rosterPaths.person({ id }),
  collaborative: (c) => collaborativePaths.show({ c }),
};
