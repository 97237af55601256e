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

import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  findRepositoryConfig,
  GitOpsConfig,
  isServiceName,
  PLATFORM_CHART_PATH,
  SERVICE_NAME_RULE,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { parse } from 'yaml';
import { GitOpsRepositoryLookup } from '../GitOpsRepositoryLookup';
import { writeFiles } from '../writeFiles';
import { examples } from './chartCreate.examples';
import { CHART_FEATURES, ChartFeature } from './chartFeatures';
import { ownChart } from './ownChart';
import { readChart } from './readChart';

const BY_DEFAULT: Record<ChartFeature, boolean> = {
  route: true,
  autoscaling: true,
  secrets: true,
  disruptionBudget: true,
  mesh: false,
  config: false,
  strategy: false,
  smokeTest: false,
  monitoring: false,
  networkPolicy: false,
  circuitBreaker: false,
};

/**
 * Writes a service's own Helm chart, made of the platform's golden chart.
 * @public
 */
export function createChartCreateAction(options: {
  config: GitOpsConfig;
  repositories: GitOpsRepositoryLookup;
}) {
  const { config, repositories } = options;

  return createTemplateAction({
    id: 'gitops:chart:create',
    description:
      "Writes a service's own Helm chart into the workspace: the platform's golden chart, renamed, with the features that were chosen, its values and their schema trimmed to them.",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z.string({
            description: 'Name of the service, which the chart takes',
          }),
        features: z =>
          z
            .object(
              {
                route: z
                  .boolean({
                    description:
                      'An IngressRoute, HTTPRoute or VirtualService. Default: yes',
                  })
                  .optional(),
                autoscaling: z
                  .boolean({
                    description:
                      'A HorizontalPodAutoscaler, or a ScaledObject. Default: yes',
                  })
                  .optional(),
                secrets: z
                  .boolean({
                    description:
                      'ExternalSecrets or a SecretProviderClass, handed to the pod as environment variables. Default: yes',
                  })
                  .optional(),
                disruptionBudget: z
                  .boolean({
                    description: 'A PodDisruptionBudget. Default: yes',
                  })
                  .optional(),
                mesh: z
                  .boolean({
                    description: 'A switch for the service mesh. Default: no',
                  })
                  .optional(),
                config: z
                  .boolean({
                    description:
                      'A ConfigMap with files and variables. Default: no',
                  })
                  .optional(),
                strategy: z
                  .boolean({
                    description:
                      'Canary and blue-green releases by Argo Rollouts. Default: no',
                  })
                  .optional(),
                smokeTest: z
                  .boolean({
                    description:
                      'A Job that asks the service after each sync. Default: no',
                  })
                  .optional(),
                monitoring: z
                  .boolean({
                    description: 'A ServiceMonitor and alerts. Default: no',
                  })
                  .optional(),
                networkPolicy: z
                  .boolean({
                    description: 'A NetworkPolicy. Default: no',
                  })
                  .optional(),
                circuitBreaker: z
                  .boolean({
                    description:
                      'A circuit breaker in the service mesh. Default: no',
                  })
                  .optional(),
              },
              { description: 'What the chart is able to do' },
            )
            .strict()
            .optional(),
        repoUrl: z =>
          z
            .string({
              description:
                'URL of the GitOps repository. Default: the first of `gitops.repositories`',
            })
            .optional(),
        chartPath: z =>
          z
            .string({
              description: `Folder of the golden chart in the GitOps repository. Default: ${PLATFORM_CHART_PATH}`,
            })
            .optional(),
        targetPath: z =>
          z
            .string({
              description:
                'Folder of the workspace that receives the chart. Default: chart',
            })
            .optional(),
      },
      output: {
        path: z =>
          z.string({ description: 'Folder of the workspace with the chart' }),
        files: z =>
          z.array(
            z.object({
              path: z.string({ description: 'Path inside that folder' }),
            }),
            { description: 'The files that were written' },
          ),
        features: z =>
          z.array(z.enum(CHART_FEATURES), {
            description: 'What the chart is able to do',
          }),
        version: z => z.string({ description: 'Version of the chart' }),
      },
    },
    async handler(ctx) {
      const { name, targetPath = 'chart' } = ctx.input;
      if (!isServiceName(name)) {
        throw new InputError(
          `name: found '${name}', expected ${SERVICE_NAME_RULE}`,
        );
      }
      const target = resolveSafeChildPath(ctx.workspacePath, targetPath);
      const chosen = { ...BY_DEFAULT, ...ctx.input.features };
      const features = CHART_FEATURES.filter(feature => chosen[feature]);
      const repository = findRepositoryConfig(config, ctx.input.repoUrl);

      const golden = await readChart({
        repository: repositories.forUrl(repository.url),
        ref: repository.branch,
        path: ctx.input.chartPath ?? PLATFORM_CHART_PATH,
        signal: ctx.signal,
      });
      const chart = ownChart({ files: golden, name, features });
      await writeFiles(target, chart);
      ctx.logger.info(
        `Wrote a chart with ${features.join(', ') || 'no extra feature'}`,
      );

      ctx.output('path', targetPath);
      ctx.output(
        'files',
        [...chart.keys()].sort().map(path => ({ path })),
      );
      ctx.output('features', features);
      ctx.output(
        'version',
        String(parse(chart.get('Chart.yaml') ?? '').version),
      );
    },
  });
}
