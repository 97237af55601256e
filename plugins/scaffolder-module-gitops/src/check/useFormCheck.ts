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

import { useCallback, useEffect, useState } from 'react';
import type { FormCheckRequest } from '@gitops-platform/backstage-plugin-gitops-common';
import { useGitOpsApi } from '@gitops-platform/backstage-plugin-gitops-react';
import type { CheckVerdict } from './CheckVerdict';
import { runCheck } from './runCheck';

/** Milliseconds of rest before the server is asked about what is being typed. */
const REST = 300;

/** Where a check stands: nothing to check, being checked, or answered. */
export type FormCheckState = {
  checking: boolean;
  verdict?: CheckVerdict;
  /** Asks again. */
  retry: () => void;
};

/**
 * Has a value checked while it is typed. Without a request nothing is asked; only the last answer counts.
 *
 * @param rest - milliseconds without a change before the server is asked
 */
export function useFormCheck(
  request?: FormCheckRequest,
  rest: number = REST,
): FormCheckState {
  const api = useGitOpsApi();
  const [answer, setAnswer] = useState<{
    key: string;
    verdict: CheckVerdict;
  }>();
  const key = request && JSON.stringify(request);
  const verdict = answer?.key === key ? answer?.verdict : undefined;
  const checking = key !== undefined && !verdict;

  useEffect(() => {
    if (key === undefined || !checking) {
      return undefined;
    }
    let current = true;
    const timer = setTimeout(async () => {
      const answered = await runCheck(api, JSON.parse(key));
      if (current) {
        setAnswer({ key, verdict: answered });
      }
    }, rest);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, key, checking, rest]);

  const retry = useCallback(() => setAnswer(undefined), []);
  return { checking, verdict, retry };
}
