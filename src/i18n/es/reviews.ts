import type { Translation } from '../keys';
import type { reviews as source } from '../en/reviews';

export const reviews: Translation<typeof source> = {};
