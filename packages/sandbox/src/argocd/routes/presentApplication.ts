import { managedFieldsEntry } from '../cluster';
import type { Application } from '../types';

function managedFields({ metadata, spec, status }: Application) {
  const { name: _, namespace: __, uid: ___, ...owned } = metadata;
  const time = metadata.creationTimestamp ?? '';
  return [
    managedFieldsEntry({
      manager: 'argocd-controller',
      apiVersion: 'argoproj.io/v1alpha1',
      time,
      owned: {
        metadata: { labels: owned.labels, annotations: owned.annotations },
        spec,
      },
    }),
    managedFieldsEntry({
      manager: 'argocd-application-controller',
      apiVersion: 'argoproj.io/v1alpha1',
      time: status.reconciledAt ?? time,
      owned: { status },
    }),
  ];
}

/**
 * An Application as the API answers it. The health of single resources is not in the stored object: `get` and the
 * stream look it up, the list and the answers to writes do not have it.
 */
export function presentApplication(
  application: Application,
  options: { resourceHealth: boolean; managedFields?: boolean },
): Application {
  const { metadata, status } = application;
  return {
    ...application,
    metadata:
      options.managedFields === false
        ? metadata
        : { ...metadata, managedFields: managedFields(application) },
    status:
      options.resourceHealth || !status.resources
        ? status
        : {
            ...status,
            resources: status.resources.map(({ health: _, ...one }) => one),
          },
  };
}
