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

import type {
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { EntityReader } from './EntityReader';
import type { InstanceReader } from './InstanceReader';

/** Reads everything again and again, in each replica of the backend, which all process entities. */
export async function scheduleReading(options: {
  instances: Pick<InstanceReader, 'name' | 'refresh'>[];
  entities: Pick<EntityReader, 'refresh'>;
  scheduler: SchedulerService;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Called after each part, whether it answered or not. */
  onRead: () => void;
}): Promise<void> {
  const { instances, entities, scheduler, schedule, onRead } = options;
  const tasks = [
    {
      id: 'gitops-entities',
      refresh: () => entities.refresh(),
    },
    ...instances.map(instance => ({
      id: `gitops-applications:${instance.name}`,
      refresh: (signal: AbortSignal) => instance.refresh(signal),
    })),
  ];
  await Promise.all(
    tasks.map(({ id, refresh }) =>
      scheduler.scheduleTask({
        ...schedule,
        scope: 'local',
        id,
        fn: async signal => {
          await refresh(signal);
          onRead();
        },
      }),
    ),
  );
}
