import { cycleMachine, usualCycleSettings } from '../../../src/features/cycles/cycle';
import { changedSettings, mayStillChange, settingEntry, settingNames, withSettings } from '../../../src/features/cycles/settings';
import { readSettingsForm, settingsAsForm, settingsAsked } from '../../../src/features/cycles/settings.form';
import { theCycle } from '../../support/builders/application';

const opposite = { blindFirstPass: false, offersNextByItself: false };

describe('the settings of a cycle', () => {
  it('are all in the table, each with the last state in which it may change', () => {
    expect([...settingNames].sort()).toEqual(Object.keys(usualCycleSettings).sort());
    for (const name of settingNames) expect(cycleMachine.states).toContain(settingEntry(name).until);
  });

  it('may change up to and including that state, and never in a cycle that is over', () => {
    const open = cycleMachine.states.filter((status) => mayStillChange('blindFirstPass', status));
    expect(open).toEqual(['draft', 'scheduled', 'open', 'closed']);
    expect(cycleMachine.states.filter((status) => mayStillChange('offersNextByItself', status))).toEqual([
      ...open,
      'in_review',
      'deciding',
      'released',
    ]);
  });

  it('leave alone what may no longer change, and name what did', () => {
    const before = theCycle().settings;
    const early = withSettings(before, opposite, 'open');
    const late = withSettings(before, opposite, 'in_review');
    expect([early.blindFirstPass, late.blindFirstPass, late.offersNextByItself]).toEqual([false, true, false]);
    expect([changedSettings(before, early), changedSettings(before, late), changedSettings(before, before)]).toEqual([
      ['blindFirstPass', 'offersNextByItself'],
      ['offersNextByItself'],
      [],
    ]);
  });

  it('come back from their form as they went in, and are refused where one is missing', () => {
    const cycle = theCycle();
    const read = readSettingsForm(settingsAsForm(cycle), cycle);
    const asked = Object.fromEntries(settingsAsked(cycle).map((name) => [name, cycle.settings[name]]));
    expect(read.ok && read.values).toEqual({ version: 1, settings: asked });
    const poor = readSettingsForm({ version: '1', blindFirstPass: 'perhaps' }, cycle);
    expect(Object.keys(poor.ok ? {} : poor.errors)).toEqual(expect.arrayContaining(['blindFirstPass', 'offersNextByItself']));
  });

  it('are not read from a form once they are fixed', () => {
    expect(settingsAsked({ status: 'in_review' })).not.toContain('blindFirstPass');
    expect(settingsAsked({ status: 'complete' })).toEqual([]);
  });
});
