import type { Application } from '../types';

const REFRESH = 'argocd.argoproj.io/refresh';
const HYDRATE = 'argocd.argoproj.io/hydrate';

/** How thoroughly an Application is looked at again. */
export type RefreshType = 'normal' | 'hard';

/** What asking for a refresh writes into an Application: for as long as it lasts, the first of the two stays. */
export function withRefreshRequested(
  application: Application,
  type: RefreshType,
): Application {
  const { metadata } = application;
  return {
    ...application,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        [REFRESH]: type,
        [HYDRATE]: type,
      },
    },
  };
}

/** The Application when the refresh is done; the same where none was asked for. */
export function withRefreshDone(application: Application): Application {
  const { metadata } = application;
  if (!metadata.annotations?.[REFRESH]) {
    return application;
  }
  const { [REFRESH]: _, ...annotations } = metadata.annotations;
  return { ...application, metadata: { ...metadata, annotations } };
}

/** The annotations that are Argo CD's own and not of the manifest. */
export function refreshAnnotations(
  annotations: Record<string, string> | undefined,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(annotations ?? {}).filter(
      ([key]) => key === REFRESH || key === HYDRATE,
    ),
  );
}
