import type { Translation } from '../keys';
import type { staff as source } from '../en/staff';

export const staff: Translation<typeof source> = {};
