import { path } from '../../lib/path';

export const rightsPaths = {
  mine: path('/me/data'),
  export: path('/me/export.json'),
  erasure: path('/me/erasure'),
  desk: path('/admin/rights'),
  asking: path('/admin/rights/asking'),
  request: path('/admin/rights/:id'),
  doing: path('/admin/rights/:id/erasure'),
  refusal: path('/admin/rights/:id/refusal'),
  retention: path('/admin/retention'),
  run: path('/admin/retention/runs'),
  holds: path('/admin/retention/holds'),
  holdEnd: path('/admin/retention/holds/:id/end'),
} as const;
