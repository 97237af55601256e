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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { gitopsTranslationRef } from '../../translation';
import { OneLine } from './OneLine';
import { imageTag } from './imageTag';

/** The version that runs: the first image's tag, and how many more images there are. */
export function Images({ images }: { images: string[] }) {
  const { t } = useTranslationRef(gitopsTranslationRef);
  const [first, ...others] = images;
  if (!first) {
    return <OneLine />;
  }
  return (
    <OneLine
      below={
        others.length > 0
          ? t('row.moreImages', { count: others.length })
          : undefined
      }
    >
      <span title={images.join('\n')}>{imageTag(first)}</span>
    </OneLine>
  );
}
