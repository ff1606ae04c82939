export { demoRoutes } from './demo.routes';
export { prepareDemo, type PreparedDemo } from './run-demo';
export { generateDistrict } from './seed/generate';
