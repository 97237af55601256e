export { createRepositoryEnsureAction } from './repositoryEnsure';
