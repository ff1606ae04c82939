import type { Translation } from '../keys';
import type { collaboratives as source } from '../en/collaboratives';

export const collaboratives: Translation<typeof source> = {};
