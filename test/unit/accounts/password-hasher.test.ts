import { passwordHasher } from '../../../src/features/accounts/password-hasher';

const hasher = passwordHasher();

it('keeps argon2id with the strength we promise', async () => {
  expect(await hasher.hash('violet tram sandwich')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

it('knows the password again, and no other', async () => {
  const stored = await hasher.hash('violet tram sandwich');
  expect(await hasher.verify(stored, 'violet tram sandwich')).toBe(true);
  expect(await hasher.verify(stored, 'violet tram sandwich ')).toBe(false);
  expect(await hasher.verify(null, 'violet tram sandwich')).toBe(false);
});

it('makes the fourth wait no longer than its queue, then says it is busy', async () => {
  const small = passwordHasher({ atOnce: 1, waiting: 2 });
  const results = await Promise.allSettled([1, 2, 3, 4, 5].map(() => small.verify(null, 'x')));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
  expect(results.flatMap((result) => (result.status === 'rejected' ? [(result.reason as { status: number }).status] : []))).toEqual([
    503, 503,
  ]);
  expect(await small.verify(null, 'x')).toBe(false);
});
