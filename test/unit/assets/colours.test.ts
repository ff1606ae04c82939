import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/lib/project-root';

const tokens = readFileSync(join(projectRoot, 'src/assets/styles/app/_tokens.scss'), 'utf8');
const districts = ['central', 'east', 'northeast', 'northwest', 'south', 'west'];

const colourOf = (slug: string) => find(new RegExp(`--${slug}: (#[0-9a-f]{6})`));
const tintOf = (slug: string) => find(new RegExp(`data-district='${slug}'\\] \\{[^}]*--district-tint: (#[0-9a-f]{6})`));

const find = (pattern: RegExp): string => {
  const [, colour] = pattern.exec(tokens) ?? [];
  if (colour === undefined) throw new Error(`no colour for ${String(pattern)}`);
  return colour;
};

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

describe('the colour of a district', () => {
  it.each(districts)('%s can be read on white, on paper and on its own tint', (slug) => {
    const hard = ['#ffffff', '#faf8f3', tintOf(slug)].filter((ground) => contrast(colourOf(slug), ground) < 4.5);
    expect(hard).toEqual([]);
  });

  it('is its own for each of the six', () => {
    expect(new Set(districts.map(colourOf)).size).toBe(6);
  });
});
