import type { Translation } from '../keys';
import type { admin as source } from '../en/admin';

export const admin: Translation<typeof source> = {};
