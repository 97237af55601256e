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

/**
 * The calls of Argo CD 3.5 that the sandbox answers with 501, by path and methods, so that a path that Argo CD does
 * not have can be told from one that is not played here.
 */
export const UNIMPLEMENTED_ROUTES: Record<string, string> = {
  '/api/v1/account': 'GET',
  '/api/v1/account/can-i/:resource/:action/:subresource(*)': 'GET',
  '/api/v1/account/password': 'PUT',
  '/api/v1/account/:name': 'GET',
  '/api/v1/account/:name/token': 'POST',
  '/api/v1/account/:name/token/:id': 'DELETE',
  '/api/v1/applications/manifestsWithFiles': 'POST',
  '/api/v1/applications/:name': 'PUT PATCH',
  '/api/v1/applications/:name/manifests': 'GET',
  '/api/v1/applications/:name/resource': 'POST DELETE',
  '/api/v1/applications/:name/resource/actions': 'GET POST',
  '/api/v1/applications/:name/resource/actions/v2': 'POST',
  '/api/v1/applications/:name/resource/links': 'GET',
  '/api/v1/applications/:name/server-side-diff': 'GET',
  '/api/v1/applications/:name/spec': 'PUT',
  '/api/v1/applicationsets/generate': 'POST',
  '/api/v1/applicationsets/:name/events': 'GET',
  '/api/v1/applicationsets/:name/resource-tree': 'GET',
  '/api/v1/certificates': 'GET POST DELETE',
  '/api/v1/clusters': 'POST',
  '/api/v1/clusters/:id': 'GET PUT DELETE',
  '/api/v1/clusters/:id/invalidate-cache': 'POST',
  '/api/v1/clusters/:id/rotate-auth': 'POST',
  '/api/v1/gpgkeys': 'GET POST DELETE',
  '/api/v1/gpgkeys/:id': 'GET',
  '/api/v1/notifications/services': 'GET',
  '/api/v1/notifications/templates': 'GET',
  '/api/v1/notifications/triggers': 'GET',
  '/api/v1/projects/:name': 'PUT',
  '/api/v1/projects/:name/detailed': 'GET',
  '/api/v1/projects/:name/events': 'GET',
  '/api/v1/projects/:name/globalprojects': 'GET',
  '/api/v1/projects/:name/links': 'GET',
  '/api/v1/projects/:name/syncwindows': 'GET',
  '/api/v1/projects/:name/roles/:role/token/:iat': 'DELETE',
  '/api/v1/repocreds': 'GET POST',
  '/api/v1/repocreds/:url': 'PUT DELETE',
  '/api/v1/repositories': 'GET POST',
  '/api/v1/repositories/:repo': 'GET PUT DELETE',
  '/api/v1/repositories/:repo/apps': 'GET',
  '/api/v1/repositories/:repo/appdetails': 'POST',
  '/api/v1/repositories/:repo/helmcharts': 'GET',
  '/api/v1/repositories/:repo/oci-tags': 'GET',
  '/api/v1/repositories/:repo/refs': 'GET',
  '/api/v1/repositories/:repo/validate': 'POST',
  '/api/v1/settings': 'GET',
  '/api/v1/settings/plugins': 'GET',
  '/api/v1/stream/applications/:name/resource-tree': 'GET',
  '/api/v1/write-repocreds': 'GET POST',
  '/api/v1/write-repocreds/:url': 'PUT DELETE',
  '/api/v1/write-repositories': 'GET POST',
  '/api/v1/write-repositories/:repo': 'GET PUT DELETE',
  '/api/v1/write-repositories/:repo/validate': 'POST',
};
