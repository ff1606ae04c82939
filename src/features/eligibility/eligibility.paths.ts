import { path } from '../../lib/path';

export const eligibilityPaths = { ask: path('/apply/eligibility') } as const;
