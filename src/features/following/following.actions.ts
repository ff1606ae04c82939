import { inTransaction, type Db } from '../../db/database';
import type { Deps } from '../../deps';
import type { Translate } from '../../i18n/translate';
import { NotFound } from '../../lib/errors';
import { inLocale } from '../../lib/local-text';
import { seal, sha256, unseal } from '../../lib/secret';
import { queueEmail } from '../../mail/queue-email';
import { getNote } from '../advice';
import { getCollaborative } from '../collaboratives';
import { deleteFollower, deleteIdle, findFollower, listFollowings, saveFollowing, saveFrequency, stopFollowing } from './follower.queries';
import { frequencies, isStillOpen, type Asked, type Follower, type Following, type Subject } from './following';
import { confirmEmail } from './following.emails';
import { isTopic } from './following.form';
import { followPaths } from './following.paths';

type Sealing = Pick<Deps, 'config' | 'baseUrl'>;

const prefixes = { confirm: 'following.confirm:', leave: 'following.leave:', choices: 'following.choices:' } as const;
type Purpose = keyof typeof prefixes;

/** The absolute address of a mailed link; it holds what it is for, sealed. */
export const linkFor = (deps: Sealing, purpose: Purpose, content: string): string =>
  deps.baseUrl + followPaths[purpose]({ token: seal(prefixes[purpose] + content, deps.config.secret) });

/** What a link of this purpose holds. Throws NotFound for anything that is not of ours. */
export function contentOf(deps: Pick<Deps, 'config'>, purpose: Purpose, token: string): string {
  const text = openedOrNothing(token, deps.config.secret);
  if (!text.startsWith(prefixes[purpose])) throw new NotFound();
  return text.slice(prefixes[purpose].length);
}

/** What a subject is called in the reader's language. Throws NotFound for what is not there, or not public. */
export async function nameOf(db: Db, t: Translate, { kind, id }: Subject): Promise<string> {
  if (kind === 'all') return t('following.what.all');
  if (kind === 'collaborative') return inLocale((await getCollaborative(db, id)).name, t.locale);
  if (kind === 'topic') {
    if (!isTopic(id)) throw new NotFound();
    return t('following.what.topic', { topic: t(`advice.topic.${id}`) });
  }
  const note = await getNote(db, id);
  if (note.adoptedAt === null || note.status === 'withdrawn') throw new NotFound();
  return t('following.what.note', { reference: note.reference, title: inLocale(note.title, t.locale) });
}

/** Mails the link that proves the address. Nothing is kept of who never follows it. */
export async function askToFollow(deps: Deps, asked: Asked): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const t = tx.translate(asked.locale);
    const what = await nameOf(tx.db, t, asked);
    const link = linkFor(tx, 'confirm', JSON.stringify(asked));
    await queueEmail(tx, confirmEmail({ asked, what, t, link, key: sha256(link).slice(0, 24) }));
  });
}

/** What a link would confirm; throws NotFound once it is too old. */
export function openConfirmation(deps: Deps, token: string): Asked {
  const asked = JSON.parse(contentOf(deps, 'confirm', token)) as Asked;
  if (!isStillOpen(asked, deps.clock.now())) throw new NotFound();
  return asked;
}

/** The address is proved: from now on its news go out. Pressed twice it is still one. Answers the address of its choices. */
export function confirmFollowing(deps: Deps, token: string): Promise<string> {
  return inTransaction(deps, async (tx) => {
    const asked = openConfirmation(tx, token);
    await nameOf(tx.db, tx.translate(asked.locale), asked);
    return linkFor(tx, 'choices', await saveFollowing(tx, asked));
  });
}

/** A follower by the link of their choices, with what they follow. Throws NotFound once they follow nothing. */
export async function followerBy(deps: Deps, token: string): Promise<{ follower: Follower; followings: readonly Following[] }> {
  const follower = await findFollower(deps.db, contentOf(deps, 'choices', token));
  if (follower === undefined) throw new NotFound();
  return { follower, followings: await listFollowings(deps.db, [follower.id]) };
}

/** Saves how often each is told, or that it stops. `choices`: by following, as typed. Answers whether anything is followed still. */
export function saveChoices(deps: Deps, token: string, choices: (followingId: string) => string): Promise<boolean> {
  return inTransaction(deps, async (tx) => {
    const { follower, followings } = await followerBy(tx, token);
    for (const { followingId } of followings) {
      const chosen = choices(followingId);
      const frequency = frequencies.find((known) => known === chosen);
      if (chosen === 'stop') await stopFollowing(tx.db, follower.id, followingId);
      else if (frequency !== undefined) await saveFrequency(tx.db, follower.id, followingId, frequency);
    }
    return (await deleteIdle(tx.db, follower.id)) === 0;
  });
}

/** Ends all of it and forgets the address; once more changes nothing. */
export async function leave(deps: Deps, token: string): Promise<void> {
  const id = contentOf(deps, 'leave', token);
  await inTransaction(deps, (tx) => deleteFollower(tx.db, id));
}

function openedOrNothing(token: string, secret: string): string {
  try {
    return unseal(token, secret);
  } catch {
    return '';
  }
}
