import { formatDay } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { inLocale } from '../../lib/local-text';
import { choiceView, type ChoiceView } from '../../web/form-view';
import { agendaPaths } from './agenda.paths';
import type { Unfinished } from './carry-over.queries';

export interface LeftOver {
  readonly action: string;
  readonly lines: ChoiceView;
  readonly button: string;
}

/** The one press that takes up again what earlier meetings left over, everything ticked; null where nothing is. */
export function leftOverForm(t: Translate, id: string, unfinished: readonly Unfinished[]): LeftOver | null {
  if (unfinished.length === 0) return null;
  const lines = unfinished.map((one): [string, string, string] => [one.item.id, inLocale(one.item.title, t.locale), whenceOf(t, one)]);
  const state = { raw: { lines: lines.map(([value]) => value) }, errors: {} };
  return {
    action: agendaPaths.carryOver({ id }),
    lines: choiceView(t, state, 'lines', t('agendas.carryOver.lines'), lines, { kind: 'checkbox' }),
    button: t('agendas.carryOver.button', { count: lines.length }),
  };
}

function whenceOf(t: Translate, { startsAt, papers, item }: Unfinished): string {
  const date = formatDay(t.locale, startsAt);
  const whence = item.outcome === 'postponed' ? t('agendas.carryOver.putOff', { date }) : t('agendas.carryOver.notReached', { date });
  return papers === 0 ? whence : `${whence} · ${t('agendas.carryOver.papers', { count: papers })}`;
}
