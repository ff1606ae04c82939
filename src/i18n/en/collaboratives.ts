export const collaboratives = {} as const;
