import { formatDate, formatMoment, formatTime } from '../../../src/i18n/format';
import { translations } from '../../../src/i18n/locales';
import { translator } from '../../../src/i18n/translate';

const translate = translations({ pseudo: true });

describe('messages', () => {
  it('are filled and number words chosen as the language does', () => {
    const t = translator('en', { greet: 'Hello {name}', seats: { one: '{count} seat', other: '{count} seats' } });
    expect(t.loosely('greet', { name: 'Ana' })).toBe('Hello Ana');
    expect([1, 2, 1140].map((count) => t.loosely('seats', { count }))).toEqual(['1 seat', '2 seats', '1,140 seats']);
  });

  it('stop the page when a value is not given or a key does not exist', () => {
    const t = translator('en', { greet: 'Hello {name}' });
    expect(() => t.loosely('greet')).toThrow('nothing given for {name}');
    expect(() => t.loosely('nowhere')).toThrow('no message nowhere in en');
  });

  it('are in English for a language nobody knows', () => {
    expect(translate('tlh')('common.save')).toBe('Save');
    expect(translate('es')('common.save')).toBe('Guardar');
  });
});

describe('dates', () => {
  const instant = '2026-12-04T02:05:00.000Z';

  it('are the wall clock of Los Angeles, in words, with the zone said', () => {
    expect(formatMoment(translate('en'), instant)).toBe('Thursday, December 3, 2026, 6:05 PM Pacific Time');
    expect(formatMoment(translate('es'), instant).replace(/\s/g, ' ')).toBe('jueves, 3 de diciembre de 2026, 6:05 p.m., hora del Pacífico');
  });

  it('know both sides of the change to daylight saving', () => {
    expect(formatTime('en', '2026-11-01T08:30:00.000Z')).toBe('1:30 AM');
    expect(formatTime('en', '2026-11-01T09:30:00.000Z')).toBe('1:30 AM');
    expect(formatTime('en', '2026-11-01T10:30:00.000Z')).toBe('2:30 AM');
  });

  it('use the western calendar in every language', () => {
    expect(formatDate('fa', '2026-12-03')).toContain('2026');
    expect(formatDate('ar-XB', '2026-12-03')).toContain('2026');
  });
});
