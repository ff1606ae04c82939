import { addressWith, datasetNames, datasets } from '../../../src/features/open-data/dataset';
import { meanings } from '../../../src/features/open-data/dataset-fields';
import { pathsOf } from '../../support/field-paths';

describe('what the page of open data says', () => {
  it.each(datasetNames)('names each field of %s once', (name) => {
    const paths = datasets[name].fields.map(([path]) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it.each(datasetNames)('shows of %s only fields that it explains', (name) => {
    const { fields, example } = datasets[name];
    const paths = fields.map(([path]) => path);
    const shown = example === null ? [] : pathsOf(example);
    expect(shown.filter((path) => !paths.some((known) => path === known || path.startsWith(`${known}.`)))).toEqual([]);
  });

  it('explains nothing that no field means', () => {
    const used = new Set(datasetNames.flatMap((name) => datasets[name].fields.map(([, meaning]) => meaning)));
    expect(meanings.filter((meaning) => !used.has(meaning))).toEqual([]);
  });

  it('links an address once nothing is left to name in it', () => {
    expect(addressWith('/feed.atom', null)).toBe('/feed.atom');
    expect(addressWith('/:c/feed.atom', 'east')).toBe('/east/feed.atom');
    expect([addressWith('/:c/feed.atom', null), addressWith('/meetings/:id.ics', 'east')]).toEqual([null, null]);
  });
});
