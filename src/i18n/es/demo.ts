import type { Translation } from '../keys';
import type { demo as source } from '../en/demo';

export const demo: Translation<typeof source> = {};
