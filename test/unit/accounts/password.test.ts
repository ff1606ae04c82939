import { normalPassword, passwordFault } from '../../../src/features/accounts/password';

const ana = { name: 'Ana Castillo', email: 'ana.castillo@example.org', hasSecondFactor: false };
const guarded = { ...ana, hasSecondFactor: true };

describe('length', () => {
  it.each([
    ['fourteen chars', ana, 'accounts.errors.passwordShort'],
    ['fifteen  chars!', ana, null],
    ['seven77', guarded, 'accounts.errors.passwordShort'],
    ['eighty8x', guarded, null],
    ['long words '.repeat(12).slice(0, 128), ana, null],
    ['long words '.repeat(12).slice(0, 129), ana, 'accounts.errors.passwordLong'],
  ])('%j', (password, owner, key) => {
    expect(passwordFault(password, owner)?.key ?? null).toBe(key);
  });

  it('counts what people see, not bytes', () => {
    expect(passwordFault('ñandú ñandú año', ana)).toBeNull();
    expect(passwordFault('🦀🦀🐙🐙🦑🦑🐚🐚🐳🐳🐬🐬🐟🐟', ana)?.key).toBe('accounts.errors.passwordShort');
  });
});

describe('what is guessed first', () => {
  it.each([
    'passwordpassword',
    'Password123456',
    'qwertyuiopasdfghjkl',
    '123456789012345678',
    '1111111111111111',
    '2109876543210987',
    'abababababababab',
    'Contraseña12345',
    'iloveyouiloveyou',
    'correct horse battery staple',
  ])('%s is too common', (password) => {
    expect(passwordFault(password, guarded)?.key).toBe('accounts.errors.passwordCommon');
  });

  it.each([
    'AnaCastillo2026!',
    'castillo-castillo',
    'LocalDistrict2026',
    'lausd-collaborative',
    'School District 1',
    'MemberOfTheSchool1'.slice(0, 8) + 'school99',
  ])('%s says nothing that others do not know', (password) => {
    expect(passwordFault(password, guarded)?.key).toBe('accounts.errors.passwordContext');
  });

  it.each(['violet tram sandwich nine', 'школа пахнет мелом', 'my school smells of chalk and rain', '83927 10482 92741 0'])(
    '%s is fine',
    (password) => {
      expect(passwordFault(password, ana)).toBeNull();
    },
  );
});

it('hashes the same characters however they were typed', () => {
  expect(normalPassword('n\u0303andu\u0301')).toBe(normalPassword('ñandú'));
  expect(normalPassword('ﬁve')).toBe('five');
});
