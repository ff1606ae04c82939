export const inSession = {} as const;
