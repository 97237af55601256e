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

import type { ReactElement } from 'react';
import { Button } from '@backstage/ui';
import type { PossibleAction } from '@gitops-platform/backstage-plugin-gitops-common';

/** A button for what one may do; where it is not possible, disabled and described by the reasons. */
export function ActionButton(props: {
  possibility: PossibleAction;
  /** The id of where the reasons stand. */
  reasons: string;
  icon: ReactElement;
  variant?: 'primary' | 'secondary';
  isPending: boolean;
  children: string;
  onPress(): void;
}) {
  const { possibility, reasons, icon, children, ...rest } = props;
  return (
    <Button
      {...rest}
      size="small"
      iconStart={icon}
      isDisabled={!possibility.possible}
      aria-describedby={possibility.possible ? undefined : reasons}
    >
      {children}
    </Button>
  );
}
