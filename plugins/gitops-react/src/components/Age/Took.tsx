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

import { DateTime } from 'luxon';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { gitopsReactTranslationRef } from '../../translation';
import { durationText } from './durationText';

/**
 * Props of {@link Took}.
 * @public
 */
export type TookProps = {
  /** ISO 8601. */
  from: string;
  /** ISO 8601. */
  to: string;
};

/**
 * How long something took: "12 seconds". Where either is no time, nothing.
 * @public
 */
export function Took({ from, to }: TookProps) {
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  const took = DateTime.fromISO(to).diff(DateTime.fromISO(from));
  return took.isValid ? <>{durationText(took, t('time.locale'))}</> : <></>;
}
