import { GrpcError, queryValue, queryValues } from '../http';
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
    const { name } = application.metadata;
    const refresh = queryValue(request, 'refresh');
    if (refresh && !load.isSynthetic(name)) {
      await controller.refresh(name, {
        requested: refresh === 'hard' ? 'hard' : 'normal',
      });
    }
    return presentApplication(platform.applications.get(name) ?? application, {
      resourceHealth: true,
    });
  },
};
