import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import type { Recipient } from '../../mail/email';
import { findPerson } from '../accounts';
import { applicantRecipients } from '../applications';
import { boardAt, isOpen, type Board, type BoardCandidate, type SlateAddress } from '../selection';
import { chosenWording, personSlot, type LetterCode, type LetterTexts, type Wording } from './letter';
import { latestTexts, listLetters, listVersions } from './letter.queries';
import { usualWording } from './letter-words';
import type { VersionLine } from './letter.views';
import { planOf, type PlannedDecision } from './release';
import type { DecisionLetterRow } from './tables';

/** One person's letter of a collaborative: what is planned, or what was sent. */
export interface LoadedLetter {
  readonly board: Board;
  readonly texts: LetterTexts;
  readonly candidate: BoardCandidate;
  /** Null once nothing is planned any more. */
  readonly decision: PlannedDecision | null;
  readonly code: LetterCode;
  readonly reader: Recipient;
  readonly sent: readonly DecisionLetterRow[];
  /** May still be changed. */
  readonly isDraft: boolean;
}

/** Reads a person's letter, planned or sent, for a page on it. */
export async function loadLetter(deps: Deps, address: SlateAddress, candidacyId: string): Promise<LoadedLetter> {
  const { board, texts } = await loadTexts(deps, address);
  const candidate = board.candidates.find(({ id }) => id === candidacyId);
  if (candidate === undefined) throw new NotFound();
  const sent = await listLetters(deps.reads, [candidate.id]);
  const planned = planOf([{ board, texts }]).get(board.collaborative.id) ?? [];
  const decision = planned.find((one) => one.candidacyId === candidate.id) ?? null;
  const isDraft = decision !== null && isOpen(candidate) && board.slate.status !== 'released';
  return { board, texts, candidate, decision, sent, isDraft, code: codeOf(decision, sent), reader: await readerOf(deps, candidate) };
}

const codeOf = (decision: PlannedDecision | null, sent: readonly DecisionLetterRow[]): LetterCode =>
  decision === null ? (sent.at(-1)?.code ?? 'others_ranked_higher') : decision.code;

/** The recipient of a letter; somebody with neither address nor record is shown one all the same. */
async function readerOf(deps: Deps, { applicationId, name, locale }: BoardCandidate): Promise<Recipient> {
  const found = (await applicantRecipients(deps.reads, [applicationId])).get(applicationId);
  return found ?? { personId: null, name, address: '', locale };
}

export async function loadTexts(deps: Deps, address: SlateAddress): Promise<{ board: Board; texts: LetterTexts }> {
  const board = await boardAt({ ...deps, db: deps.reads }, address);
  return { board, texts: await latestTexts(deps.reads, { cycleId: board.cycle.id, collaborativeId: board.collaborative.id }) };
}

/** The words of a person's letter: with their own draft, or as they would be without it. */
export function wordsOf(deps: Deps, { texts, candidate, code, reader }: LoadedLetter, { withOwn }: { withOwn: boolean }): Wording {
  const slot = personSlot(candidate.id);
  const counted = withOwn ? texts : new Map([...texts].filter(([one]) => one !== slot));
  const letter = { code, candidacyId: candidate.id, locale: reader.locale };
  return chosenWording(counted, letter, usualWording(deps.translate(reader.locale), code));
}

/** Every version of a text with the names of who wrote it. */
export async function versionsOf(deps: Deps, board: Board, slot: string): Promise<VersionLine[]> {
  const versions = await listVersions(deps.reads, { cycleId: board.cycle.id, collaborativeId: board.collaborative.id }, slot);
  const names = new Map<string, string | null>();
  for (const { editedBy } of versions)
    if (editedBy !== null && !names.has(editedBy)) names.set(editedBy, (await findPerson(deps.reads, editedBy))?.name ?? null);
  return versions.map((text) => ({ text, who: names.get(text.editedBy ?? '') ?? null }));
}
