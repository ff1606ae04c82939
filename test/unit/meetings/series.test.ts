import { conflictsOf, warned, type SharedPerson, type Slot } from '../../../src/features/meetings/conflict';
import { isSamePlan, planOn, stepsTo, type SeriesTemplate, type Step } from '../../../src/features/meetings/series';
import { seriesDates, type SeriesRule } from '../../../src/features/meetings/series-rule';
import type { Meeting } from '../../../src/features/meetings/meeting';
import { aMeeting } from '../../support/builders/meeting';

const rule: SeriesRule = {
  weeks: ['third'],
  weekday: 4,
  starts: '18:00',
  ends: '20:00',
  from: '2027-02-01',
  until: '2027-04-30',
  onHoliday: 'next',
};
const { kind, title, place, address, room, remoteUrl, remotePhone, interpretation, accessContact, papersAddress } = aMeeting();
const template: SeriesTemplate = {
  kind,
  title,
  place,
  address,
  room,
  remoteUrl,
  remotePhone,
  interpretation,
  accessContact,
  papersAddress,
};
const today = '2026-11-21';
const datesOf = (wanted: SeriesRule) => seriesDates(wanted, new Map(), '');

const made = (): Meeting[] =>
  datesOf(rule).flatMap(({ nominal, meets }) =>
    meets === null ? [] : [aMeeting({ ...planOn(template, meets, today), id: nominal, seriesId: 's', seriesOn: nominal })],
  );
const wasPlanned = (meeting: Meeting) => made().some((old) => old.id === meeting.id && isSamePlan(meeting, old));
const told = (steps: readonly Step[]) =>
  steps.map((step) => `${step.does} ${'meeting' in step ? step.meeting.id : ''} ${step.on?.nominal ?? ''}`);
const changeTo = (meetings: readonly Meeting[], wanted: SeriesRule, without: readonly string[] = []) =>
  told(stepsTo(meetings, wasPlanned, { template, dates: datesOf(wanted), without: new Set(without), today }));

describe('a change of a series', () => {
  it('does nothing where nothing is different', () => {
    expect(changeTo(made(), rule)).toEqual(['same 2027-02-18 2027-02-18', 'same 2027-03-18 2027-03-18', 'same 2027-04-15 2027-04-15']);
  });

  it('keeps each meeting in its month, adds what is new and calls off what is no longer there', () => {
    expect(changeTo(made(), { ...rule, weekday: 2, from: '2027-03-01', until: '2027-05-31' })).toEqual([
      'cancel 2027-02-18 ',
      'change 2027-03-18 2027-03-16',
      'change 2027-04-15 2027-04-20',
      'add  2027-05-18',
    ]);
  });

  it('leaves alone what was changed by itself, is posted, or is called off', () => {
    const [first, second, third] = made();
    const meetings = [
      { ...first!, place: 'Elsewhere' },
      { ...second!, status: 'posted' as const },
      { ...third!, status: 'cancelled' as const },
    ];
    expect(changeTo(meetings, { ...rule, weekday: 2 })).toEqual([
      'keep 2027-02-18 2027-02-16',
      'keep 2027-03-18 2027-03-16',
      'keep 2027-04-15 2027-04-20',
    ]);
  });

  it('makes no meeting on a date that was left out by hand', () => {
    expect(changeTo([], rule, ['2027-03-18'])).toEqual(['add  2027-02-18', 'leave  2027-03-18', 'add  2027-04-15']);
  });
});

const slot: Slot = {
  id: null,
  bodies: ['central-1'],
  startsAt: '2026-12-04T02:00:00.000Z',
  endsAt: '2026-12-04T04:00:00.000Z',
  place,
  address,
  room,
};
const elsewhere = aMeeting({
  id: 'other',
  collaborativeId: 'south-1',
  startsAt: '2026-12-04T03:59:00.000Z',
  endsAt: '2026-12-04T05:00:00.000Z',
});
const nobody: readonly SharedPerson[] = [];

describe('a conflict', () => {
  it('is the same room at one time, however the address is written; touching ends are none', () => {
    const written = { ...elsewhere, address: '3501 N Broadway,\nLos Angeles,  CA 90031' };
    expect(conflictsOf(slot, [written], nobody).map(({ kind: what }) => what)).toEqual(['place']);
    expect(conflictsOf(slot, [{ ...written, room: 'Gym' }], nobody)).toEqual([]);
    expect(conflictsOf(slot, [{ ...written, startsAt: slot.endsAt }], nobody)).toEqual([]);
    expect(conflictsOf({ ...slot, id: 'other' }, [written], nobody)).toEqual([]);
  });

  it('is somebody who belongs in both bodies, until their time there ends', () => {
    const away = { ...elsewhere, address: 'Far away' };
    const ana: SharedPerson = { name: 'Ana', as: 'member', bodies: ['central-1', 'south-1'], until: null };
    const both = [ana, { ...ana, name: 'Bo', as: 'staff' as const }, { ...ana, name: 'Cy', until: '2026-12-02' }];
    const found = conflictsOf(slot, [away], both);
    expect(found.map(({ kind: what, names }) => [what, names])).toEqual([
      ['member', ['Ana']],
      ['staff', ['Bo']],
    ]);
    expect(warned(found)).toBe('member.other staff.other');
    expect(conflictsOf(slot, [{ ...away, collaborativeId: 'east-1' }], both)).toEqual([]);
  });
});
