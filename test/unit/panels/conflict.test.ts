import {
  conflictGrounds,
  conflictsBetween,
  keepsAway,
  stanceOf,
  type ApplicantParty,
  type ReviewerParty,
} from '../../../src/features/panels/conflict';

const nobody = { personId: null, name: '', email: '', address: '', zip: '', schoolId: '' };
const applicant = (given: Partial<ApplicantParty> = {}): ApplicantParty => ({ ...nobody, references: '', organizations: '', ...given });
const reviewer = (given: Partial<ReviewerParty> = {}): ReviewerParty => ({ ...nobody, declared: [], ...given });
const knows = (kind: 'person' | 'organization', name: string): Partial<ReviewerParty> => ({ declared: [{ kind, name }] });

describe('a conflict', () => {
  it.each([
    ['self', { personId: 'p' }, { personId: 'p' }],
    ['email', { email: 'Casa@example.org' }, { email: 'casa@example.org' }],
    ['address', { address: '12  Main St' }, { address: '12 main st' }],
    ['surname', { name: 'Ana Pérez', zip: '90012' }, { name: 'Luis PEREZ', zip: '90012' }],
    ['school', { schoolId: 's' }, { schoolId: 's' }],
    ['employer', { email: 'ana@acme.org' }, { email: 'luis@Acme.org' }],
    ['referee', { references: 'Señora Lucía Gómez, 213 555 0100' }, { name: 'Lucia Gomez' }],
    ['referee', { references: 'Lucy, lucy@acme.org' }, { email: 'lucy@acme.org', name: 'L. G.' }],
    ['declared', { name: 'Díaz, Ana' }, knows('person', 'Ana Diaz')],
    ['declared', { organizations: 'Casa del Barrio, Inc.' }, knows('organization', 'Casa del barrio')],
  ] as const)('of ground %s is found', (ground, given, other) => {
    expect(conflictsBetween(applicant(given), reviewer(other as Partial<ReviewerParty>))).toEqual([ground]);
  });

  it.each([
    ['what is missing', {}, {}],
    ['a surname alone', { name: 'Ana Pérez', zip: '90012' }, { name: 'Luis Pérez', zip: '90013' }],
    ['an address at a provider that millions use', { email: 'ana@gmail.com' }, { email: 'luis@gmail.com' }],
    ['part of a name in a reference', { references: 'Mariana Gómezcasas' }, { name: 'Ana Gómez' }],
    ['a person declared who only shares a name', { name: 'Ana Diaz Cruz' }, knows('person', 'Ana Diaz')],
    ['an organization whose name is part of a word', { organizations: 'Casablanca' }, knows('organization', 'Casa')],
  ] as const)('is not found in %s', (_, given, other) => {
    expect(conflictsBetween(applicant(given), reviewer(other as Partial<ReviewerParty>))).toEqual([]);
  });

  it('keeps the file away for every ground but a school or employer in common', () => {
    expect(conflictGrounds.filter((ground) => !keepsAway([ground]))).toEqual(['school', 'employer']);
  });

  it('bars, lets be avoided or frees as staff decided, and always bars an own application', () => {
    expect(stanceOf(['address'], undefined)).toBe('barred');
    expect(stanceOf(['school'], undefined)).toBe('avoided');
    expect(stanceOf([], undefined)).toBe('free');
    expect(stanceOf(['address'], 'dismissed')).toBe('free');
    expect(stanceOf([], 'confirmed')).toBe('barred');
    expect(stanceOf(['self'], 'dismissed')).toBe('barred');
  });
});
