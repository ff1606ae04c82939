import { createHash } from 'node:crypto';
import { guideVersion, hasReadGuide } from '../../../src/features/reviews/guide';
import { en } from '../../../src/i18n/en';
import { es } from '../../../src/i18n/es';

const wordsByVersion: Readonly<Record<string, string>> = { '2026-12': '0d69f66af8bd' };

describe('the guide to fair scoring', () => {
  it('has a new version when its words change, so that everybody reads them again', () => {
    const words = JSON.stringify([en.reviews.guide, es.reviews.guide]);
    const print = createHash('sha256').update(words).digest('hex').slice(0, 12);
    expect({ [guideVersion]: print }).toEqual({ [guideVersion]: wordsByVersion[guideVersion] });
  });

  it('counts as read only in the version as it is now', () => {
    const at = '2026-11-21T20:00:00.000Z';
    expect(hasReadGuide({ acknowledgedAt: at, acknowledgedGuide: guideVersion })).toBe(true);
    expect(hasReadGuide({ acknowledgedAt: at, acknowledgedGuide: '2025-12' })).toBe(false);
    expect(hasReadGuide({ acknowledgedAt: null, acknowledgedGuide: null })).toBe(false);
  });
});
