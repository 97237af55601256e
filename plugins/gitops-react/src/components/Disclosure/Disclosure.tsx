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

import { useId, useState, type ReactNode } from 'react';
import { Button, VisuallyHidden } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import styles from './Disclosure.module.css';

/**
 * Props of {@link Disclosure}.
 * @public
 */
export type DisclosureProps = {
  /** What there is to see: "Evidence", "4 versions". */
  label: ReactNode;
  /** What it is about, for a screen reader that hears the button alone. */
  about?: string;
  children: ReactNode;
};

/**
 * Something that is shown when asked for.
 * @public
 */
export function Disclosure({ label, about, children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const panel = useId();
  const Icon = open ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <div className={styles.disclosure}>
      <Button
        className={styles.button}
        size="small"
        variant="tertiary"
        iconStart={<Icon aria-hidden />}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onPress={() => setOpen(!open)}
      >
        {label}
        {about && <VisuallyHidden>{`: ${about}`}</VisuallyHidden>}
      </Button>
      {open && (
        <div id={panel} className={styles.panel}>
          {children}
        </div>
      )}
    </div>
  );
}
