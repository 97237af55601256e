export { fillInput, LoadFill, type LoadState } from './LoadFill';
export { syntheticResources } from './syntheticApplication';
