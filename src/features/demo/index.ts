export { demoRoutes } from './demo.routes';
export { demoConfig, prepareDemo, type PreparedDemo } from './run-demo';
export { generateDistrict } from './seed/generate';
