/**
 * Scaffolder actions that make GitOps changes as reviewed commits.
 *
 * @packageDocumentation
 */
export { scaffolderModuleGitOps as default } from './module';
