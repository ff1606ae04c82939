import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { checkFile } from '../../files/check-file';
import type { FileKind } from '../../files/file-kind';
import { shownName } from '../../files/file-name';
import { keepFile, type ReceivedFile } from '../../files/store';
import { recordEvent } from '../../history/events';
import type { Action } from '../../i18n/keys';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { getMeeting, meetingPolicy, type Meeting } from '../meetings';
import { goesUpAtOnce, hasRoom, wasPublic, type Attachment } from './attachment';
import type { AttachmentValues, FileProblem } from './attachment.form';
import { attachmentPolicy } from './attachment.policy';
import { getAttachment, insertAttachment, takeOff } from './attachment.queries';
import { openItem } from './desk.actions';
import { listPostings } from './posting.queries';

type Person = Actor & { readonly id: string };

interface Order {
  readonly meetingId: string;
  readonly values: AttachmentValues;
  readonly file: ReceivedFile;
}

export type Added =
  { readonly kind: 'added'; readonly attachment: Attachment } | { readonly kind: 'refused'; readonly problem: FileProblem };

/** Adds a paper to an item: its file is checked and kept first, then the row commits. The same file twice is one paper. */
export async function addAttachment(deps: Deps, actor: Person, order: Order): Promise<Added> {
  const checked = await checkFile(order.file);
  if (!checked.ok) return { kind: 'refused', problem: checked.refusal };
  await keepFile(deps, order.file);
  return inTransaction(deps, (tx) => addRow(tx, actor, order, checked.kind));
}

async function addRow(tx: Deps, actor: Person, { meetingId, values, file }: Order, kind: FileKind): Promise<Added> {
  const { desk, item } = await openItem(tx, actor, meetingId, values.item);
  const twin = desk.attachments.find(({ itemId, sha256 }) => itemId === item.id && sha256 === file.sha256);
  if (twin !== undefined) return { kind: 'added', attachment: twin };
  if (!hasRoom(desk.attachments, file.bytes)) return { kind: 'refused', problem: 'noRoom' };
  const now = tx.clock.now();
  const attachment: Attachment = {
    id: tx.newId(),
    meetingId,
    itemId: item.id,
    title: values.titleEs === '' ? { en: values.titleEn } : { en: values.titleEn, es: values.titleEs },
    name: shownName(file.givenName),
    kind,
    bytes: file.bytes,
    sha256: file.sha256,
    readable: values.readable,
    addedAt: now,
    addedBy: actor.id,
    publishedAt: goesUpAtOnce(desk, item.id, now) ? now : null,
    removedAt: null,
  };
  await insertAttachment(tx.db, attachment);
  await record(tx, actor, 'agendas.paperAdded', desk.meeting, attachment);
  return { kind: 'added', attachment };
}

/** Takes a paper off the desk, and at once out of the public's reach where it was up. */
export async function removeAttachment(deps: Deps, actor: Actor, order: { meetingId: string; id: string }): Promise<Attachment> {
  return inTransaction(deps, async (tx) => {
    const meeting = await getMeeting(tx.db, order.meetingId);
    conceal(meetingPolicy.run(actor, meeting));
    const attachment = await getAttachment(tx.db, meeting.id, order.id);
    if (attachment.removedAt !== null) throw new NotFound();
    const isSeen = wasPublic(attachment, await listPostings(tx.db, meeting.id));
    await takeOff(tx.db, { seen: isSeen ? [attachment.id] : [], unseen: isSeen ? [] : [attachment.id] }, tx.clock.now());
    await record(tx, actor, 'agendas.paperRemoved', meeting, attachment);
    return attachment;
  });
}

/** The paper, for someone who may read it; whoever may not is told there is none (404), and so is a name that is not its own. */
export async function readAttachment(
  deps: Deps,
  actor: Actor,
  wanted: { meetingId: string; id: string; name: string },
): Promise<Attachment> {
  const attachment = await getAttachment(deps.reads, wanted.meetingId, wanted.id);
  const meeting = await getMeeting(deps.reads, wanted.meetingId);
  const postings = await listPostings(deps.reads, wanted.meetingId);
  conceal(attachmentPolicy.read(actor, { attachment, meeting, postings }));
  if (attachment.name !== wanted.name) throw new NotFound();
  return attachment;
}

async function record(tx: Deps, actor: Actor, action: Action, meeting: Meeting, attachment: Attachment): Promise<void> {
  const { id, itemId, title, kind, bytes, sha256 } = attachment;
  await recordEvent(tx, {
    action,
    actor,
    subject: { kind: 'meeting', id: meeting.id },
    collaborativeId: meeting.collaborativeId,
    after: { paper: id, item: itemId, title: title.en, format: kind, bytes, sha256 },
  });
}
