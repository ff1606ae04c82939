import type { Translation } from '../keys';
import type { onboarding as source } from '../en/onboarding';

export const onboarding: Translation<typeof source> = {};
