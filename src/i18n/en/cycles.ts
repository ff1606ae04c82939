export const cycles = {} as const;
