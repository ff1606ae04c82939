import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import type { Actor } from '../../lib/actor';
import { authorize, conceal } from '../../lib/policy';
import { getCollaborative } from '../collaboratives';
import { getMeeting } from '../meetings';
import { answerCorrection, checkOpen, type CorrectionEvent } from './correction';
import { getCorrection, insertCorrection, saveAnswer } from './correction.queries';
import { meetingToMinute } from './minutes.actions';
import { noteInHistory } from './minutes.history';
import { minutesPolicy, minutesSubject } from './minutes.policy';
import { getMinutes } from './minutes.queries';

/** Asks for something to be put right in circulated minutes. */
export function proposeCorrection(
  deps: Deps,
  actor: Actor & { readonly id: string },
  wanted: { readonly meetingId: string; readonly text: string },
): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const meeting = await getMeeting(tx.db, wanted.meetingId);
    const minutes = await getMinutes(tx.db, wanted.meetingId);
    const { settings } = await getCollaborative(tx.db, meeting.collaborativeId);
    conceal(minutesPolicy.view(actor, minutesSubject(meeting, minutes.status, settings.draftMinutesPublic)));
    authorize(minutesPolicy.correct(actor, meeting));
    checkOpen(minutes);
    const id = tx.newId();
    const proposed = { id, minutesId: minutes.id, proposedBy: actor.id, proposedAt: tx.clock.now(), text: wanted.text };
    await insertCorrection(tx.db, { ...proposed, status: 'proposed', answer: '' });
    await noteInHistory(tx, actor, { action: 'minutes.correctionProposed', meeting, after: { correction: id } });
  });
}

interface Answer {
  readonly meetingId: string;
  readonly correctionId: string;
  readonly event: CorrectionEvent;
  readonly words: string;
}

/** Takes or declines a correction, with words for the member. What is taken the secretary writes into the text. */
export function decideCorrection(deps: Deps, actor: Actor, wanted: Answer): Promise<void> {
  return inTransaction(deps, async (tx) => {
    const meeting = await meetingToMinute(tx, actor, wanted.meetingId);
    const minutes = await getMinutes(tx.db, meeting.id);
    checkOpen(minutes);
    const correction = await getCorrection(tx.db, minutes.id, wanted.correctionId);
    const answered = answerCorrection(correction, wanted.event, wanted.words);
    await saveAnswer(tx.db, answered);
    const action = answered.status === 'taken' ? 'minutes.correctionTaken' : 'minutes.correctionDeclined';
    await noteInHistory(tx, actor, { action, meeting, after: { correction: correction.id } });
  });
}
