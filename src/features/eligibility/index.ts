export { eligibilityPaths } from './eligibility.paths';
export { eligibilityRoutes } from './eligibility.routes';
