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

import type { ReactNode } from 'react';
import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FindingsList, RemedyLink, untoldFindings } from '../../findings';
import type { LiveResource } from '../../live';
import { gitopsReactTranslationRef } from '../../translation';
import { LiveContent } from '../LiveContent';
import {
  ForbiddenNotice,
  Notice,
  UnreachableNotice,
  UpstreamNotices,
} from '../Notice';
import type { ClaimedAnswer } from './ClaimedAnswer';
import { summarizeClaim } from './summarizeClaim';

/**
 * Props of {@link ClaimContent}.
 * @public
 */
export type ClaimContentProps<T extends ClaimedAnswer> = {
  resource: LiveResource<T>;
  /** The system, as the reader knows it: "Vault". */
  system: string;
  /** What is shown, as part of a sentence: "the secrets". */
  what: string;
  /** The name of the permission that it takes to see it. */
  permission: string;
  /** What is not known where no instance answers. */
  unknown: ReactNode;
  /** That so many are hidden: "2 routes are hidden from you". */
  hiddenTitle(hidden: number): string;
  isEmpty(value: T): boolean;
  /** What the entity claims, where nothing fits it, and how to put it right. */
  empty(value: T): ReactNode;
  /** The instances whose failure is not shown in the content itself. By default, all. */
  notices?(value: T): T['instances'];
  children(value: T): ReactNode;
};

/**
 * Shows what an entity claims in a system, in each of its states: loading, forbidden, failed, stale; the claim wrong, the
 * system unreachable, some of its instances unreachable, some of it hidden, nothing found; or as it is.
 * @public
 */
export function ClaimContent<T extends ClaimedAnswer>(
  props: ClaimContentProps<T>,
) {
  const { resource, system, what, permission, isEmpty, children } = props;
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  return (
    <LiveContent resource={resource} what={what} permission={permission}>
      {value => {
        const { claim, findings, hidden, instances } = value;
        const wrong = findings.find(
          ({ kind, message }) =>
            kind === 'wrongClaim' && message === claim.problem,
        );
        const summary = summarizeClaim(value, isEmpty(value));
        return (
          <Flex direction="column" gap="4">
            {claim.problem && (
              <Notice status="danger" title={t('claim.wrong', { system })}>
                {claim.problem}{' '}
                {wrong?.remedy && <RemedyLink remedy={wrong.remedy} />}
              </Notice>
            )}
            {summary === 'unreachable' ? (
              <UnreachableNotice
                system={system}
                instances={instances}
                onRetry={resource.refresh}
                retrying={resource.refreshing}
              >
                {props.unknown}
              </UnreachableNotice>
            ) : (
              <UpstreamNotices
                system={system}
                instances={props.notices?.(value) ?? instances}
              />
            )}
            {hidden > 0 && (
              <ForbiddenNotice
                title={props.hiddenTitle(hidden)}
                permission={permission}
              />
            )}
            {summary === 'nothing' && props.empty(value)}
            {summary === 'some' ? (
              children(value)
            ) : (
              <FindingsList findings={untoldFindings(value)} />
            )}
          </Flex>
        );
      }}
    </LiveContent>
  );
}
