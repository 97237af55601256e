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

import { GrpcError, queryValue, queryValues } from '../http';
import { instanceName } from '../store';
import { findApplication } from './findApplication';
import { presentApplication } from './presentApplication';
import type { Route } from './RouteContext';

export const getApplication: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name',
  async handle(context) {
    const { controller, platform, request, load } = context;
    if (queryValues(request, 'projects').filter(Boolean).length > 1) {
      throw new GrpcError(
        'invalidArgument',
        'multiple projects specified - the get endpoint accepts either zero or one project',
      );
    }
    const application = findApplication(context);
    const instance = instanceName(application.metadata);
    const refresh = queryValue(request, 'refresh');
    if (refresh && !load.isSynthetic(instance)) {
      await controller.refresh(instance, {
        requested: refresh === 'hard' ? 'hard' : 'normal',
      });
    }
    return presentApplication(
      platform.applications.get(instance) ?? application,
      { resourceHealth: true },
    );
  },
};
