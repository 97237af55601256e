/*
 * Copyright 2026 The GitOps Platform Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

export * from './ImageVersion';
export * from './Release';
export * from './PastDeployment';
export { applyRelease } from './applyRelease';
export { chooseSource } from './chooseSource';
export { describeRelease, type ReleaseDescription } from './describeRelease';
export { findRollbackTarget, rollbackTargets } from './findRollbackTarget';
export { inertText } from './inertText';
export { isOwnedBy } from './isOwnedBy';
export { judgeSource } from './judgeSource';
export { planPromotion } from './planPromotion';
export { planRollback } from './planRollback';
export { readImageVersions } from './readImageVersions';
export { readReleaseFiles } from './readReleaseFiles';
export { readSourceCommits, type SourceCommits } from './readSourceCommits';
export { ReleaseDesk } from './ReleaseDesk';
export { releaseVersion } from './releaseVersion';
