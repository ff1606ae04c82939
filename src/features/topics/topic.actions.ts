import { inTransaction } from '../../db/database';
import type { Deps } from '../../deps';
import { recordEvent } from '../../history/events';
import type { Actor } from '../../lib/actor';
import { NotFound } from '../../lib/errors';
import { conceal } from '../../lib/policy';
import { queueEmails } from '../../mail/queue-email';
import { getPerson, recipientOf } from '../accounts';
import { addItem, addItemToNextMeeting, type AgendaItem, type ItemDraft } from '../agendas';
import { getCollaborative } from '../collaboratives';
import { getMeeting } from '../meetings';
import { decide, type Topic } from './topic';
import { topicDecided } from './topic.emails';
import type { DecisionValues, TopicValues } from './topic.form';
import { topicPolicy } from './topic.policy';
import { getTopic, insertTopic, saveTopic } from './topic.queries';

type Signed = Actor & { readonly id: string };

/** A member asks for something to be talked about. */
export function proposeTopic(deps: Deps, actor: Signed, collaborativeId: string, values: TopicValues): Promise<Topic> {
  return inTransaction(deps, async (tx) => {
    conceal(topicPolicy.propose(actor, collaborativeId));
    const { title, why, minutes, language: locale } = values;
    const topic: Topic = {
      ...{ id: tx.newId(), collaborativeId, proposedBy: actor.id, proposedAt: tx.clock.now(), locale, title, why, minutes },
      ...{ status: 'proposed', itemId: null, meetingId: null, answer: '', decidedAt: null, decidedBy: null, version: 1 },
    };
    await insertTopic(tx.db, topic);
    await recordEvent(tx, { action: 'topics.proposed', actor, subject: { kind: 'topic', id: topic.id }, collaborativeId });
    return topic;
  });
}

/** `stale`: somebody else decided since the page was read. `noMeeting`: no coming agenda can take it in time. */
export type Answered = 'decided' | 'stale' | 'noMeeting';

/** Accepts a topic to an agenda, defers it, or refuses it; whoever proposed it gets a mail with the reason. */
export function answerTopic(deps: Deps, actor: Signed, id: string, values: DecisionValues): Promise<Answered> {
  return inTransaction(deps, async (tx) => {
    const topic = await getTopic(tx.db, id);
    conceal(topicPolicy.decide(actor, topic.collaborativeId));
    if (topic.version !== values.version) return 'stale';
    const { decision, answer } = values;
    const decided = decide(topic, { decision, answer, at: tx.clock.now(), by: actor.id, isOnAgenda: topic.isOnAgenda });
    const saved = decision === 'accept' ? placed(decided, await putOn(tx, actor, topic, values)) : decided;
    if (saved === null) return 'noMeeting';
    await saveTopic(tx.db, saved);
    await tell(tx, actor, saved);
    return 'decided';
  });
}

const placed = (topic: Topic, item: AgendaItem | null): Topic | null =>
  item === null ? null : { ...topic, itemId: item.id, meetingId: item.meetingId };

/** The line on the agenda. Its text stays empty: why a member asks is for those who decide, not for the public page. */
async function putOn(tx: Deps, actor: Actor, topic: Topic, values: DecisionValues): Promise<AgendaItem | null> {
  const { titleEn: en, titleEs: es, minutes, where } = values;
  const draft: ItemDraft = {
    kind: 'business',
    title: es === '' ? { en } : { en, es },
    purpose: 'inform',
    presenter: '',
    minutes: minutes ?? topic.minutes,
    text: { en: '' },
    isAction: false,
  };
  if (where === 'next') return addItemToNextMeeting(tx, actor, topic.collaborativeId, draft);
  const meeting = await getMeeting(tx.db, where);
  if (meeting.collaborativeId !== topic.collaborativeId) throw new NotFound();
  return addItem(tx, actor, meeting.id, draft);
}

async function tell(tx: Deps, actor: Actor, topic: Topic): Promise<void> {
  const { id, status, meetingId, collaborativeId } = topic;
  const action = `topics.${status === 'proposed' ? 'deferred' : status}` as const;
  await recordEvent(tx, { action, actor, subject: { kind: 'topic', id }, collaborativeId, after: { meeting: meetingId } });
  const to = recipientOf(await getPerson(tx.db, topic.proposedBy));
  const collaborative = await getCollaborative(tx.db, collaborativeId);
  const meeting = meetingId === null ? null : await getMeeting(tx.db, meetingId);
  await queueEmails(tx, [topicDecided(to, { t: tx.translate(to.locale), baseUrl: tx.baseUrl, topic, collaborative, meeting })]);
}
