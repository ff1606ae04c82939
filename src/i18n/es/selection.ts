import type { Translation } from '../keys';
import type { selection as source } from '../en/selection';

export const selection: Translation<typeof source> = {};
