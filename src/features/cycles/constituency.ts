/** Whom a seat stands for (facts: application form 2). `at_large` is asked of nobody: such seats are filled from all. */
export const constituencies = ['families', 'students', 'community', 'organizations', 'philanthropy', 'business', 'at_large'] as const;

export type Constituency = (typeof constituencies)[number];

/** The constituencies a person may apply for. */
export const constituenciesToApplyFor = constituencies.filter((constituency) => constituency !== 'at_large');

export const isConstituency = (value: unknown): value is Constituency => constituencies.includes(value as Constituency);
