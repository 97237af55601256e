export { type ArgoCd, type ArgoCdOptions, createArgoCd } from './createArgoCd';
export type { RootManifest, Timing } from './reconcile';
