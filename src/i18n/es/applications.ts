import type { Translation } from '../keys';
import type { applications as source } from '../en/applications';

export const applications: Translation<typeof source> = {};
