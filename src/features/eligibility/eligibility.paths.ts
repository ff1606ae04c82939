import { path } from '../../lib/path';

export const eligibilityPaths = {
  ask: path('/apply/eligibility'),
  /** On to the form, with what was said. */
  goOn: path('/apply/eligibility/form'),
} as const;
