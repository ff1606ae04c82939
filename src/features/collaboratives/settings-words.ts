import { formatDate, formatNumber } from '../../i18n/format';
import type { Translate } from '../../i18n/translate';
import { collaborativeSettings, regimes, settingKind, type CollaborativeSetting } from './settings';

const isSetting = (name: string): name is CollaborativeSetting => (collaborativeSettings as readonly string[]).includes(name);

/** What a setting is called; the regime and who decided it are three. */
export function settingName(t: Translate, name: string): string {
  if (isSetting(name)) return t(`collaboratives.settings.${name}.name`);
  if (name === 'regimeDecidedBy') return t('collaboratives.settings.regime.by');
  return t(name === 'regimeDecidedOn' ? 'collaboratives.settings.regime.on' : 'collaboratives.settings.regime.label');
}

/** A value of a setting in words. */
export function settingText(t: Translate, name: string, value: unknown): string {
  if (value === null || value === '') return t('collaboratives.settings.nothing');
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return formatNumber(t.locale, value);
  return typeof value === 'string' ? textInWords(t, name, value) : t('collaboratives.settings.nothing');
}

function textInWords(t: Translate, name: string, value: string): string {
  if (name === 'regimeDecidedOn') return formatDate(t.locale, value);
  if (name === 'regime')
    return (regimes as readonly string[]).includes(value) ? t.loosely(`collaboratives.settings.regime.${value}`) : value;
  if (!isSetting(name)) return value;
  const kind = settingKind(name);
  return kind.kind === 'oneOf' && kind.values.includes(value) ? t.loosely(`collaboratives.settings.${name}.${value}`) : value;
}
