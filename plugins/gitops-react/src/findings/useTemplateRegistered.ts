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

import { useEffect, useState } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { isTemplateRegistered } from './isTemplateRegistered';

/**
 * Whether a template of the namespace `default` is in the catalog and the reader may see it. Not, until it is known.
 * @public
 */
export function useTemplateRegistered(template: string): boolean {
  const catalog = useApiHolder().get(catalogApiRef);
  const [answer, setAnswer] = useState({ template, registered: false });

  useEffect(() => {
    let current = true;
    const ask = async () => {
      const registered =
        catalog !== undefined &&
        (await isTemplateRegistered(catalog, template));
      if (current) {
        setAnswer({ template, registered });
      }
    };
    ask();
    return () => {
      current = false;
    };
  }, [catalog, template]);

  return answer.template === template && answer.registered;
}
