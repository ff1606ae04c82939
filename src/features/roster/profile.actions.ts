import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { checkFile } from '../../files/check-file';
import { sizeOf } from '../../files/image';
import type { Refusal } from '../../files/file-kind';
import { discard, keepFile, writeIncoming, type ReceivedFile } from '../../files/store';
import { stripImage } from '../../files/strip-image';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { Conflict, NotFound } from '../../lib/errors';
import type { LocalText } from '../../lib/local-text';
import { conceal } from '../../lib/policy';
import { dateOf } from '../../lib/time';
import { isListedOn } from '../membership';
import { listLives } from './life.queries';
import { mostPhotoBytes, mostPhotoSide, profilePolicy, type Photo } from './profile';
import { deleteProfile, findProfile, saveProfile } from './profile.queries';

export type PhotoFault = Refusal | 'tooHeavy' | 'tooLarge' | 'noPicture';

/** Checks a photo, takes out what was written beside its pixels, and keeps what is left; the bytes that came in are kept nowhere. */
export async function keepPhoto(deps: Deps, file: ReceivedFile): Promise<Photo | PhotoFault> {
  if (file.bytes > mostPhotoBytes) return 'tooHeavy';
  const checked = await checkFile(file);
  if (!checked.ok) return checked.refusal;
  const { kind } = checked;
  if (kind !== 'jpg' && kind !== 'png') return 'noPicture';
  const bytes = await readFile(file.path);
  const { width, height } = sizeOf(bytes, kind);
  if (Math.max(width, height) > mostPhotoSide) return 'tooLarge';
  const stripped = await writeIncoming(deps, Readable.from([stripImage(bytes, kind)]));
  try {
    await keepFile(deps, stripped);
  } finally {
    await discard(stripped.path);
  }
  return { sha256: stripped.sha256, kind };
}

interface ToShow {
  readonly biography: LocalText;
  readonly alt: LocalText;
  /** Null: the photo that stands now stays. */
  readonly photo: Photo | null;
  readonly consentText: string;
  readonly version: number;
}

/** A member who sits shows a photo and words, having agreed to the words they read. Throws NotFound for who does not sit. */
export async function showProfile(deps: Deps, actor: Actor & { readonly id: string }, wanted: ToShow): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const at = tx.clock.now();
    const bodies = await placesOf(tx, actor.id, true);
    if (bodies.length === 0) throw new NotFound();
    const present = await findProfile(tx.db, actor.id);
    if ((present?.version ?? 0) !== wanted.version) throw new Conflict();
    const photo = wanted.photo ?? present?.photo ?? null;
    await saveProfile(tx.db, { ...wanted, photo, personId: actor.id, consentedAt: at });
    await record(tx, actor, 'roster.shown', actor.id, bodies);
  });
}

/** Takes a photo and words down at once; doing it twice is no fault. */
export async function takeDownProfile(deps: Deps, actor: Actor, personId: string): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const collaborativeIds = await placesOf(tx, personId, false);
    conceal(profilePolicy.takeDown(actor, { personId, collaborativeIds }));
    if (await deleteProfile(tx.db, personId)) await record(tx, actor, 'roster.takenDown', personId, collaborativeIds);
  });
}

/** The collaboratives in which somebody sits today, or has ever sat. */
async function placesOf(tx: Deps, personId: string, isToday: boolean): Promise<string[]> {
  const today = dateOf(tx.clock.now());
  const lives = await listLives(tx.db, { personId });
  return [...new Set(lives.filter((life) => !isToday || isListedOn(life, today)).map(({ collaborativeId }) => collaborativeId))];
}

const record = (tx: Deps, actor: Actor, action: Action, personId: string, bodies: readonly string[]): Promise<void> =>
  recordEvent(tx, { action, actor, subject: { kind: 'person', id: personId }, collaborativeId: bodies[0] ?? null });
