import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { NotFound } from '../../lib/errors';
import { seal, sha256, unseal } from '../../lib/secret';
import { dateOf } from '../../lib/time';
import { queueEmail } from '../../mail/queue-email';
import { getCollaborative, type Collaborative } from '../collaboratives';
import { isStillOpen, keptFrom, lastDayFor, type Asked } from './agenda-request';
import { confirmEmail } from './agenda-request.emails';
import { requestPaths } from './agenda-request.paths';
import { deleteLapsed, deleteRequest, findRequest, renewRequest, saveRequest } from './agenda-request.queries';

type Sealing = Pick<Deps, 'config' | 'baseUrl'>;

const prefixes = { confirm: 'agenda-request.confirm:', renewal: 'agenda-request.renewal:', leave: 'agenda-request.leave:' } as const;
type Purpose = keyof typeof prefixes;

/** The absolute address of a mailed link; it holds what it is for, sealed. */
export const linkFor = (deps: Sealing, purpose: Purpose, content: string): string =>
  deps.baseUrl + requestPaths[purpose]({ token: seal(prefixes[purpose] + content, deps.config.secret) });

/** The absolute address of the one-click leave. */
export const leaveLink = (deps: Sealing, requestId: string): string => linkFor(deps, 'leave', requestId);

/** Mails the link that proves the address. Nothing is kept of who never follows it. */
export async function askForAgendas(deps: Deps, wanted: { collaborative: Collaborative; email: string; locale: string }): Promise<void> {
  await inTransaction(deps, async (tx) => {
    const { collaborative, email, locale } = wanted;
    const at = tx.clock.now();
    const asked: Asked = { collaborativeId: collaborative.id, email, locale, at };
    const link = linkFor(tx, 'confirm', JSON.stringify(asked));
    await queueEmail(tx, confirmEmail({ asked, collaborative, t: tx.translate(locale), link, key: sha256(link).slice(0, 24) }));
  });
}

/** What a link of this purpose holds. Throws NotFound for anything that is not of ours. */
export function contentOf(deps: Pick<Deps, 'config'>, purpose: Purpose, token: string): string {
  const text = openedOrNothing(token, deps.config.secret);
  if (!text.startsWith(prefixes[purpose])) throw new NotFound();
  return text.slice(prefixes[purpose].length);
}

/** Whose request a link would confirm; throws NotFound once it is too old. */
export async function openConfirmation(deps: Deps, token: string): Promise<{ asked: Asked; collaborative: Collaborative }> {
  const asked = JSON.parse(contentOf(deps, 'confirm', token)) as Asked;
  if (!isStillOpen(asked, deps.clock.now())) throw new NotFound();
  return { asked, collaborative: await getCollaborative(deps.db, asked.collaborativeId) };
}

/** The address is proved: from now on its agendas go out. Pressed twice it is still one request. */
export async function confirmRequest(deps: Deps, token: string): Promise<Collaborative> {
  return inTransaction(deps, async (tx) => {
    const { asked, collaborative } = await openConfirmation(tx, token);
    await saveRequest(tx, asked, lastDayFor(dateOf(tx.clock.now())));
    return collaborative;
  });
}

/** Lets it stand for one more year. Answers its last day; undefined where there is none any more. */
export async function renew(deps: Deps, token: string): Promise<string | undefined> {
  const id = contentOf(deps, 'renewal', token);
  return inTransaction(deps, async (tx) => {
    const lapsesOn = lastDayFor(dateOf(tx.clock.now()));
    return (await renewRequest(tx.db, id, lapsesOn)) ? lapsesOn : undefined;
  });
}

/** Ends it and forgets the address; once more changes nothing. */
export async function leave(deps: Deps, token: string): Promise<void> {
  const id = contentOf(deps, 'leave', token);
  await inTransaction(deps, (tx) => deleteRequest(tx.db, id));
}

/** Worker: forgets the addresses of requests that lapsed. */
export async function forgetLapsedRequests(deps: Deps): Promise<void> {
  const count = await deleteLapsed(deps.db, keptFrom(dateOf(deps.clock.now())));
  if (count > 0) deps.logger.info('lapsed requests for agendas forgotten', { count });
}

/** Whether the mail of a request is still wanted: nobody who left gets the agenda that was on its way. */
export const isStillWanted = async (deps: Pick<Deps, 'db'>, id: string): Promise<boolean> => (await findRequest(deps.db, id)) !== undefined;

function openedOrNothing(token: string, secret: string): string {
  try {
    return unseal(token, secret);
  } catch {
    return '';
  }
}
