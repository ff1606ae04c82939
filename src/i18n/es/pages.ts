import type { Translation } from '../keys';
import type { pages as source } from '../en/pages';

export const pages: Translation<typeof source> = {};
