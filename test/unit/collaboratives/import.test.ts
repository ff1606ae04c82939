import { translations } from '../../../src/i18n/locales';
import { carriedFact, importReportLines } from '../../../src/features/collaboratives';
import { planImport } from '../../../src/features/collaboratives/import';
import { readCollaboratives, readSchools, readZips } from '../../../src/features/collaboratives/import.form';

const codes = new Map(['C', 'E', 'NE', 'NW', 'S', 'W'].map((code) => [code, `id-${code}`]));
const schoolHeader = 'cds_code,school,level,grades,charter,city,zip,lat,lon,local_district_derived';
const zipHeader = 'zip,primary_ld,ambiguous,share_outside_lausd,share_C,share_E,share_NE,share_NW,share_S,share_W';
const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const keys = (errors: readonly { row: number; key: string }[]) => errors.map(({ row, key }) => [row, key.split('.').at(-1)]);

describe('a file of schools', () => {
  it('is read row by row, magnets known by their names', () => {
    const text = `${schoolHeader}\n19647330135681,"Science, Art Magnet",High,9-12,N,Bell,90201,33.99,-118.17,E`;
    expect(readSchools(bytes(text), codes)).toEqual({
      items: [
        {
          id: '19647330135681',
          name: 'Science, Art Magnet',
          level: 'High',
          grades: '9-12',
          kind: 'magnet',
          city: 'Bell',
          zip: '90201',
          latitude: 33.99,
          longitude: -118.17,
          collaborativeId: 'id-E',
        },
      ],
      errors: [],
    });
  });

  it('names each row that makes no sense', () => {
    const rows = [
      '123,School,High,9-12,N,Bell,90201,,,E',
      '19647330135681,,High,9-12,N,Bell,90201,,,E',
      '19647330135682,School,High,9-12,N,Bell,9020,,,E',
      '19647330135683,School,High,9-12,N,Bell,90201,,,X',
      '19647330135684,School,High,9-12,Y,Bell,90201,,,E',
      '19647330135684,School again,High,9-12,Y,Bell,90201,,,E',
    ];
    const { items, errors } = readSchools(bytes([schoolHeader, ...rows].join('\n')), codes);
    expect(items.map(({ id, kind, latitude }) => [id, kind, latitude])).toEqual([['19647330135684', 'charter', null]]);
    expect(keys(errors)).toEqual([
      [2, 'schoolCode'],
      [3, 'schoolName'],
      [4, 'zip'],
      [5, 'district'],
      [7, 'twice'],
    ]);
  });

  it('says which columns it lacks', () => {
    expect(readSchools(bytes('school,zip\nA,90001'), codes).errors).toEqual([
      {
        row: 1,
        key: 'files.table.columns',
        values: { names: 'cds_code, level, grades, charter, city, lat, lon, local_district_derived' },
      },
    ]);
  });
});

describe('a file of ZIP codes', () => {
  it('keeps the shares above nothing, and the main district always', () => {
    const text = `${zipHeader}\n90012,C,yes,0,0.663,0.337,0,0,0,0\n90040,E,no,1,0,0,0,0,0,0`;
    expect(readZips(bytes(text), codes)).toEqual({
      items: [
        { zip: '90012', isSplit: true, shareOutside: 0, primaryId: 'id-C', shares: { 'id-C': 0.663, 'id-E': 0.337 } },
        { zip: '90040', isSplit: false, shareOutside: 1, primaryId: 'id-E', shares: { 'id-E': 0 } },
      ],
      errors: [],
    });
  });

  it('names each row that makes no sense', () => {
    const rows = [
      '9001,C,yes,0,1,0,0,0,0,0',
      '90012,X,yes,0,1,0,0,0,0,0',
      '90012,C,maybe,0,1,0,0,0,0,0',
      '90012,C,no,0,1.1,0,0,0,0,0',
      '90013,C,no,0,much,0,0,0,0,0',
    ];
    expect(keys(readZips(bytes([zipHeader, ...rows].join('\n')), codes).errors)).toEqual([
      [2, 'zip'],
      [3, 'district'],
      [4, 'split'],
      [5, 'share'],
      [6, 'share'],
    ]);
  });
});

describe('a file of collaboratives', () => {
  it('is the one that the product carries: six, in both languages', () => {
    const { items, errors } = readCollaboratives(bytes(carriedFact('collaboratives')));
    expect(errors).toEqual([]);
    expect(items.map(({ slug, area }) => [slug, area['es']])).toEqual([
      ['central', 'Centro'],
      ['east', 'Este'],
      ['northeast', 'Noreste'],
      ['northwest', 'Noroeste'],
      ['south', 'Sur'],
      ['west', 'Oeste'],
    ]);
  });

  it.each(['', '{}', 'nonsense', 'null'])('is refused when it is %j', (text) => {
    expect(keys(readCollaboratives(bytes(text)).errors)).toEqual([[1, 'json']]);
  });

  it('names the field that is wrong', () => {
    const list = JSON.parse(carriedFact('collaboratives')) as Record<string, unknown>[];
    const broken = [
      { ...list[0], area: { en: 'Central' } },
      { ...list[1], settings: { quorum: 'two' } },
      { ...list[2], slug: 'North East' },
      7,
    ];
    expect(readCollaboratives(bytes(JSON.stringify(broken))).errors.map(({ row, values }) => [row, values['name']])).toEqual([
      [1, 'area'],
      [2, 'settings'],
      [3, 'slug'],
      [4, ''],
    ]);
  });
});

describe('the plan of an import', () => {
  it('tells what is new, changed, missing and the same, whatever the order of fields', () => {
    const known = [
      { id: 'a', name: 'A', at: { x: 1, y: 2 } },
      { id: 'b', name: 'B', at: { x: 1, y: 2 } },
      { id: 'c', name: 'C', at: { x: 1, y: 2 } },
    ];
    const wanted = [
      { id: 'b', at: { y: 3, x: 1 }, name: 'Bee' },
      { id: 'c', at: { y: 2, x: 1 }, name: 'C' },
      { id: 'd', at: { y: 2, x: 1 }, name: 'D' },
    ];
    expect(planImport(known, wanted, ({ id }) => id)).toEqual({
      added: [wanted[2]],
      changed: [{ item: wanted[0], fields: ['at', 'name'] }],
      missing: [known[0]],
      unchanged: 1,
    });
  });

  it('is told in plain words', () => {
    const t = translations({ pseudo: false })('en');
    const lines = importReportLines(t, {
      kind: 'schools',
      added: ['A', 'B'],
      changed: [{ name: 'C', fields: ['zip'] }],
      removed: [],
      kept: ['D'],
      unchanged: 7,
      errors: [{ row: 3, key: 'collaboratives.import.errors.zip', values: { value: '9001' } }],
      isDone: false,
    });
    expect(lines).toEqual([
      'Schools: nothing was taken in, because the file has errors.',
      '2 added: A and B',
      '1 changed: C (zip)',
      '0 removed',
      '1 not in the file, but kept because it is in use: D',
      '7 stay as they are',
      '1 row has an error:',
      'Row 3: a ZIP code has five digits, not “9001”',
    ]);
  });
});
