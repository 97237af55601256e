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

export { Age, Took, type AgeProps, type TookProps } from './Age';
export {
  ClaimContent,
  type ClaimContentProps,
  type ClaimedAnswer,
} from './ClaimContent';
export {
  DataTable,
  Lines,
  type DataTableColumn,
  type DataTableProps,
  type LinesProps,
} from './DataTable';
export { Disclosure, type DisclosureProps } from './Disclosure';
export {
  EnvironmentSwitch,
  useEnvironment,
  type EnvironmentSwitchProps,
} from './EnvironmentSwitch';
export { Facts, type FactsProps } from './Facts';
export { Legible, type LegibleProps } from './Legible';
export { ExternalLink, type ExternalLinkProps } from './Link';
export { LiveCard, type LiveCardProps } from './LiveCard';
export {
  LiveContent,
  Loading,
  type LiveContentProps,
  type LoadingProps,
} from './LiveContent';
export {
  EmptyNotice,
  ErrorNotice,
  ForbiddenNotice,
  Notice,
  RetryButton,
  StaleNotice,
  UnreachableNotice,
  UpstreamNotices,
  type EmptyNoticeProps,
  type ErrorNoticeProps,
  type ForbiddenNoticeProps,
  type NoticeProps,
  type StaleNoticeProps,
  type UnreachableNoticeProps,
  type UpstreamNoticesProps,
} from './Notice';
export { Revision, type RevisionProps } from './Revision';
export { SectionCard, type SectionCardProps } from './SectionCard';
export {
  HealthStatus,
  OperationStatus,
  StatusText,
  SyncStatus,
  type HealthStatusProps,
  type OperationStatusProps,
  type StatusTextProps,
  type SyncStatusProps,
  type Tone,
} from './Status';
export { Until, type UntilProps } from './Until';
