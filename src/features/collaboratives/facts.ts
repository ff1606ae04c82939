import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../lib/project-root';
import type { ImportKind } from './import';

const files: Readonly<Record<ImportKind, string>> = {
  collaboratives: 'collaboratives.json',
  schools: 'schools-sample.csv',
  zips: 'zip-to-local-district.csv',
};

/** The text of a file that the product carries (`src/facts`, also when it runs compiled). */
export const carriedFact = (kind: ImportKind): string => readFileSync(join(projectRoot, 'src', 'facts', files[kind]), 'utf8');
