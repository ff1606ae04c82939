import type { Translate } from '../../i18n/translate';
import type { LocalText } from '../../lib/local-text';
import type { MessageKey } from '../../i18n/keys';
import type { DueRule, TaskKind, TemplateTask } from './task';

/** Goes up with every change of the list or of a text; plans that have begun keep the words they began with. */
export const standardNumber = 1;

type Line = readonly [key: StandardKey, kind: TaskKind, due: DueRule, isRequired: boolean, textVersion: number];
type StandardKey = MessageKey extends infer Key ? (Key extends `onboarding.standard.${infer Name}.title` ? Name : never) : never;

const within = (days: number): DueRule => ({ after: 'acceptance', days });

const lines: readonly Line[] = [
  ['accept_seat', 'acknowledge', within(0), true, 1],
  ['contact', 'fill_in', within(5), true, 1],
  ['access_needs', 'fill_in', within(5), false, 1],
  ['code_of_conduct', 'acknowledge', within(14), true, 1],
  ['conflict_statement', 'fill_in', within(14), true, 1],
  ['open_meeting_act', 'acknowledge', within(14), true, 1],
  ['charge', 'read', within(14), true, 1],
  ['meeting_procedure', 'read', within(21), false, 1],
  ['orientation', 'attend', { before: 'term_start' }, true, 1],
  ['directory', 'fill_in', within(21), false, 1],
  ['emergency_contact', 'fill_in', within(21), false, 1],
  ['clearance', 'staff_check', null, false, 1],
  ['interview', 'staff_check', { before: 'term_end', days: 90 }, false, 1],
];

/** The checklist that is shipped (facts: onboarding), with its words in every language the product is in. */
export const standardTasks = (translate: (locale: string) => Translate, locales: readonly string[]): TemplateTask[] =>
  lines.map(([key, kind, due, isRequired, textVersion]) => ({
    key,
    kind,
    due,
    isRequired,
    isYearly: key === 'conflict_statement',
    textVersion,
    title: inAll(translate, locales, `onboarding.standard.${key}.title`),
    text: inAll(translate, locales, `onboarding.standard.${key}.text`),
  }));

const inAll = (translate: (locale: string) => Translate, locales: readonly string[], key: MessageKey): LocalText => ({
  en: translate('en').loosely(key),
  ...Object.fromEntries(locales.map((locale) => [locale, translate(locale).loosely(key)])),
});
