import type { Translation } from '../keys';
import type { inSession as source } from '../en/in-session';

export const inSession: Translation<typeof source> = {};
