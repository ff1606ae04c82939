import type { Translation } from '../keys';
import type { home as source } from '../en/home';

export const home: Translation<typeof source> = {};
