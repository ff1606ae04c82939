const pureFiles = '^src/features/[^/]+/[^/.]+(\\.policy)?\\.ts$';

/** The nine rules of imports. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'lib-stands-alone', severity: 'error', from: { path: '^src/lib/' }, to: { path: '^src/', pathNot: '^src/(lib|i18n)/' } },
    { name: 'files-rest-on-lib', severity: 'error', from: { path: '^src/files/' }, to: { path: '^src/', pathNot: '^src/(files|lib)/' } },
    {
      name: 'lib-knows-no-framework',
      severity: 'error',
      from: { path: '^src/lib/' },
      to: { path: 'node_modules/(express|knex|ejs|nodemailer|passport)/' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: pureFiles, pathNot: '(index|tables|passport)\\.ts$' },
      to: {
        path: [
          'node_modules/(express|knex|ejs|nodemailer|passport)/',
          '^src/(db|web|mail)/',
          '^src/files/(store|check-file)\\.ts$',
          '\\.(queries|actions|routes|views|emails|form)\\.ts$',
        ],
      },
    },
    {
      name: 'sql-has-one-place',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['\\.queries\\.ts$', 'tables\\.ts$', '^src/(db|mail|history)/', '^src/deps\\.ts$', '^src/web/(session|limits)[^/]*\\.ts$'],
      },
      to: { path: 'node_modules/knex/' },
    },
    {
      name: 'express-has-one-place',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.routes\\.ts$', '^src/web/', '^src/app\\.ts$', 'accounts/(passport|second-factor-gate)\\.ts$'] },
      to: { path: 'node_modules/express/' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/(lib|db|web|mail|history|i18n|pdf)/' },
      to: { path: '^src/features/' },
    },
    {
      name: 'features-meet-at-the-door',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'] },
    },
    {
      name: 'views-only-show',
      severity: 'error',
      from: { path: '\\.(views|emails)\\.ts$' },
      to: { path: '\\.(queries|actions|routes)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    { name: 'src-never-imports-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|public)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.cjs', '.json'] },
  },
};
