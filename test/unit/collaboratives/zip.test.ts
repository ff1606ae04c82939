import { usualSettings, type Collaborative } from '../../../src/features/collaboratives';
import { wantedIn } from '../../../src/features/collaboratives/find';
import { choiceOf, inOrder, type ZipShare } from '../../../src/features/collaboratives/zip';

const body = (slug: string): Collaborative => ({
  id: slug,
  slug,
  code: slug.slice(0, 2).toUpperCase(),
  name: { en: slug },
  area: { en: slug },
  purpose: { en: '' },
  duties: { en: '' },
  contactEmail: '',
  contactPhone: '',
  officeAddress: '',
  usualMeeting: { en: '' },
  regime: 'brown',
  regimeDecidedBy: null,
  regimeDecidedOn: null,
  settings: usualSettings,
  startsOn: '2026-07-01',
  endsOn: null,
  version: 1,
});

const share = (slug: string, part: number, isPrimary = false): ZipShare => ({ collaborative: body(slug), share: part, isPrimary });
const slugs = (shares: readonly ZipShare[]) => shares.map(({ collaborative }) => collaborative.slug);

describe('the choice that a ZIP code leaves', () => {
  it('is between all of its local districts when it is split, the likelier first', () => {
    const choice = choiceOf({
      zip: '90012',
      shares: [share('east', 0.337), share('central', 0.663, true)],
      isSplit: true,
      shareOutside: 0,
    });
    expect([slugs(choice.likely), slugs(choice.unlikely), choice.isPartlyOutside]).toEqual([['central', 'east'], [], false]);
  });

  it('is one local district when it is not split, the corners of others only named', () => {
    const choice = choiceOf({
      zip: '90046',
      shares: [share('northeast', 0.091), share('west', 0.908, true)],
      isSplit: false,
      shareOutside: 0,
    });
    expect([slugs(choice.likely), slugs(choice.unlikely)]).toEqual([['west'], ['northeast']]);
  });

  it.each([
    [0.01, ['east']],
    [0.0099, []],
  ])('names a corner of %d of the area: %j', (part, named) => {
    const choice = choiceOf({
      zip: '90001',
      shares: [share('south', 1 - part, true), share('east', part)],
      isSplit: false,
      shareOutside: 0,
    });
    expect(slugs(choice.unlikely)).toEqual(named);
  });

  it('always keeps the main one, however little of it is ours', () => {
    const choice = choiceOf({ zip: '90405', shares: [share('west', 0.005, true)], isSplit: false, shareOutside: 0.995 });
    expect(slugs(choice.likely)).toEqual(['west']);
  });

  it.each([
    [0.05, true],
    [0.049, false],
  ])('says that part is outside when it is %d: %s', (shareOutside, isSaid) => {
    expect(choiceOf({ zip: '90022', shares: [share('east', 0.9, true)], isSplit: false, shareOutside }).isPartlyOutside).toBe(isSaid);
  });

  it('puts the main one first even where another has as much, then the larger, then by name', () => {
    expect(slugs(inOrder([share('west', 0.2), share('south', 0.3), share('central', 0.2), share('east', 0.3, true)]))).toEqual([
      'east',
      'south',
      'central',
      'west',
    ]);
  });
});

describe('what somebody typed', () => {
  it.each([
    ['', { kind: 'nothing' }],
    ['   ', { kind: 'nothing' }],
    ['90012', { kind: 'zip', zip: '90012' }],
    [' 90012-1234 ', { kind: 'zip', zip: '90012' }],
    ['90012 1234', { kind: 'zip', zip: '90012' }],
    ['9001', { kind: 'mistyped_zip', text: '9001' }],
    ['900123', { kind: 'mistyped_zip', text: '900123' }],
    ['Gardena', { kind: 'school', text: 'Gardena' }],
    ['54th Street', { kind: 'school', text: '54th Street' }],
  ])('%j is read as %j', (text, wanted) => {
    expect(wantedIn(text)).toEqual(wanted);
  });

  it('is cut at 200 characters', () => {
    expect(wantedIn('a'.repeat(201))).toEqual({ kind: 'school', text: 'a'.repeat(200) });
  });
});
