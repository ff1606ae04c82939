import { fold } from '../../lib/text';
import type { AccessNeeds } from '../accounts';
import type { RsvpAnswer } from '../meetings';
import type { AccessRequest, NeedName } from './access-request';

/** A member of the body, what they answered, and what they need as a rule. */
export interface Guest {
  readonly personId: string;
  readonly name: string;
  /** Null: has not answered. */
  readonly answer: RsvpAnswer | null;
  readonly needs: AccessNeeds;
}

/** How many of each thing a meeting needs, for the people who set it up. */
export interface Logistics {
  readonly coming: number;
  readonly remote: number;
  readonly notComing: number;
  readonly unanswered: number;
  /** By language as it was first written, with for how many people. */
  readonly interpreters: readonly { readonly language: string; readonly people: number }[];
  readonly children: number;
  /** Of requests that were not refused. */
  readonly counts: Readonly<Partial<Record<NeedName, number>>>;
  /** Members who may come and need something, with what. */
  readonly members: readonly Guest[];
  /** Requests nobody has answered. */
  readonly open: number;
}

/** Adds up what was asked for. Who said they do not come needs nothing; who took part from afar or has not answered may. */
export function logisticsOf(guests: readonly Guest[], requests: readonly AccessRequest[]): Logistics {
  const count = (wanted: RsvpAnswer | null): number => guests.filter(({ answer }) => answer === wanted).length;
  const live = requests.filter(({ status }) => status !== 'refused');
  const members = guests.filter(({ answer, needs }) => answer !== 'not_coming' && Object.values(needs).some((need) => need !== ''));
  const languages = [...live.map(({ language }) => language), ...members.map(({ needs }) => needs.interpreter ?? '')];
  const names = [...new Set(live.flatMap(({ needs }) => needs))];
  return {
    coming: count('coming'),
    remote: count('remote'),
    notComing: count('not_coming'),
    unanswered: count(null),
    interpreters: byLanguage(languages.filter((language) => language !== '')),
    children: live.reduce((sum, { children }) => sum + children, 0),
    counts: Object.fromEntries(names.map((name) => [name, live.filter(({ needs }) => needs.includes(name)).length])),
    members,
    open: requests.filter(({ status }) => status === 'open').length,
  };
}

/** The same language written with and without an accent or a capital is one. */
function byLanguage(languages: readonly string[]): Logistics['interpreters'] {
  const found = new Map<string, { language: string; people: number }>();
  for (const language of languages) {
    const key = fold(language);
    const known = found.get(key);
    found.set(key, { language: known?.language ?? language, people: (known?.people ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.people - a.people || a.language.localeCompare(b.language));
}
