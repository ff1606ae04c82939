import { append, canMove, isFixed, move, renumber, timetable, type AgendaItem } from '../../../src/features/agendas/agenda-item';
import { lint } from '../../../src/features/agendas/agenda-lint';
import { aMeeting } from '../../support/builders/meeting';
import { anAgenda, anItem } from '../../support/builders/agenda';

const ids = (items: readonly AgendaItem[]) => items.map(({ id, place }) => `${place} ${id}`);

describe('the order of an agenda', () => {
  it('keeps opening items first and closing ones last, wherever they are put', () => {
    const mixed = [anItem('adjourn', { kind: 'closing' }), anItem('a'), anItem('call', { kind: 'opening' }), anItem('b')];
    expect(ids(renumber(mixed))).toEqual(['1 call', '2 a', '3 b', '4 adjourn']);
  });

  it('adds at the end of the business', () => {
    expect(ids(append(anAgenda(), anItem('b')))).toEqual(['1 call', '2 roll', '3 comment', '4 a', '5 b', '6 adjourn']);
  });

  it('moves business and public comment among themselves, never past the fixed ends', () => {
    const items = append(anAgenda(), anItem('b'));
    expect(ids(move(items, 'b', 'up'))).toEqual(['1 call', '2 roll', '3 comment', '4 b', '5 a', '6 adjourn']);
    expect(ids(move(items, 'comment', 'down'))).toEqual(['1 call', '2 roll', '3 a', '4 comment', '5 b', '6 adjourn']);
    const able = items.map(({ id }) => [id, canMove(items, id, 'up'), canMove(items, id, 'down')]);
    expect(able).toEqual([
      ['call', false, false],
      ['roll', false, false],
      ['comment', false, true],
      ['a', true, true],
      ['b', true, false],
      ['adjourn', false, false],
    ]);
    expect(ids(move(items, 'b', 'down'))).toEqual(ids(items));
    expect(ids(move(items, 'nobody', 'up'))).toEqual(ids(items));
  });

  it('holds opening, public comment and closing fixed', () => {
    const kinds = ['opening', 'public_comment', 'minutes', 'business', 'closing'] as const;
    expect(kinds.filter((kind) => isFixed({ kind }))).toEqual(['opening', 'public_comment', 'closing']);
  });
});

describe('the computed clock', () => {
  it('adds minutes up, across the change to daylight saving too', () => {
    const meeting = { startsAt: '2027-03-14T09:45:00.000Z', endsAt: '2027-03-14T10:20:00.000Z' };
    const { items, endsAt, overrun } = timetable(meeting, [anItem('a', { minutes: 30 }), anItem('b', { minutes: 5 })]);
    expect([items.map(({ startsAt }) => startsAt), endsAt, overrun]).toEqual([
      ['2027-03-14T09:45:00.000Z', '2027-03-14T10:15:00.000Z'],
      '2027-03-14T10:20:00.000Z',
      0,
    ]);
  });

  it('tells by how many minutes it runs over', () => {
    const meeting = { startsAt: '2026-12-04T02:00:00.000Z', endsAt: '2026-12-04T02:30:00.000Z' };
    expect([30, 31].map((minutes) => timetable(meeting, [anItem('a', { minutes })]).overrun)).toEqual([0, 1]);
  });
});

describe('looking over an agenda', () => {
  const found = (meeting = aMeeting(), items = anAgenda()) =>
    lint(meeting, items).map(({ key, isMissing }) => `${isMissing ? '!' : '?'} ${key}`);

  it('finds nothing when all is said', () => {
    expect(found()).toEqual([]);
  });

  it.each([
    [{ accessContact: '' }, '! agendas.lint.noAccess'],
    [{ accessAskBy: null }, '! agendas.lint.noAskBy'],
    [{ papersAddress: '' }, '! agendas.lint.noOffice'],
    [{ place: '' }, '! agendas.lint.noPlace'],
    [{ address: '', remoteUrl: '' }, '! agendas.lint.noPlace'],
  ])('misses what the law wants: %j', (given, finding) => {
    expect(found(aMeeting(given))).toEqual([finding]);
  });

  it('misses public comment', () => {
    expect(
      found(
        aMeeting(),
        anAgenda().filter(({ kind }) => kind !== 'public_comment'),
      ),
    ).toEqual(['! agendas.lint.noComment']);
  });

  it('warns at more than 20 words', () => {
    const title = (words: number) => ({ en: 'word '.repeat(words).trim(), es: 'x' });
    expect(found(aMeeting(), append(anAgenda(), anItem('b', { title: title(20) })))).toEqual([]);
    expect(found(aMeeting(), append(anAgenda(), anItem('b', { title: title(21) })))).toEqual(['? agendas.lint.longTitle']);
  });

  it.each(['Update', 'UPDATES.', ' discussion ', 'Actualización', 'Asuntos varios'])('warns at a bare “%s”', (en) => {
    expect(found(aMeeting(), append(anAgenda(), anItem('b', { title: { en, es: 'Algo' } })))).toEqual(['? agendas.lint.vague']);
  });

  it('lets a named update pass, and asks for Spanish', () => {
    expect(found(aMeeting(), append(anAgenda(), anItem('b', { title: { en: 'Update on bus routes' } })))).toEqual([
      '? agendas.lint.noSpanish',
    ]);
  });
});
