import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import type { Saved } from './attendance.actions';
import { getMotion, saveMotion } from './motion.queries';
import { loadSession } from './record.queries';
import { checkInSession } from './session';
import { meetingToRun } from './session.actions';
import { noteInHistory } from './session.history';
import { reword } from './wording';
import { insertWording, listWordings } from './wording.queries';

interface NewWording {
  readonly meetingId: string;
  readonly motionId: string;
  readonly version: number;
  readonly text: string;
}

/** Changes the words of a motion before its vote and keeps those that go. The same words change nothing. */
export function rewordMotion(deps: Deps, actor: Actor, wanted: NewWording): Promise<Saved> {
  return inTransaction(deps, async (tx) => {
    const { meetingId, motionId, text } = wanted;
    await meetingToRun(tx, actor, meetingId);
    const { meeting, present } = await loadSession(tx.db, meetingId);
    checkInSession(meeting);
    const before = await getMotion(tx.db, meetingId, motionId);
    if (before.version !== wanted.version) return 'stale';
    const earlier = (await listWordings(tx.db, meetingId)).filter((wording) => wording.motionId === motionId);
    const { motion, wording } = reword(before, { text, at: tx.clock.now() }, { present, earlier });
    if (motion.text === before.text) return 'saved';
    await saveMotion(tx.db, motion);
    await insertWording(tx.db, wording);
    await noteInHistory(tx, actor, { action: 'inSession.reworded', meeting, after: { motion: motionId, number: motion.number } });
    return 'saved';
  });
}
