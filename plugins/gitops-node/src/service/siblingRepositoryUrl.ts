/**
 * Where a service's own repository goes unless somebody says otherwise: beside the GitOps repository, under the
 * service's name.
 *
 * @param gitopsUrl - the GitOps repository, as a browser opens it
 * @param name - the service's name
 * @public
 */
export function siblingRepositoryUrl(gitopsUrl: string, name: string): string {
  return new URL(encodeURIComponent(name), gitopsUrl).href;
}
