//

export * from '../models/ApplicationBinding.model';
export * from '../models/ApplicationCondition.model';
export * from '../models/ApplicationHistory.model';
export * from '../models/ApplicationOperation.model';
export * from '../models/ApplicationOverview.model';
export * from '../models/ApplicationResource.model';
export * from '../models/ApplicationResourceInfoInner.model';
export * from '../models/ApplicationResources.model';
export * from '../models/ApplicationSource.model';
export * from '../models/ApplicationVersion.model';
export * from '../models/Deployment.model';
export * from '../models/EntityApplications.model';
export * from '../models/EntityClaim.model';
export * from '../models/ErrorBody.model';
export * from '../models/ErrorBodyError.model';
export * from '../models/FormCheck.model';
export * from '../models/FormFile.model';
export * from '../models/FormOption.model';
export * from '../models/HealthStatus.model';
export * from '../models/InstanceState.model';
export * from '../models/Instances.model';
export * from '../models/PendingPullRequest.model';
export * from '../models/RevisionMetadata.model';
export * from '../models/SyncStatus.model';
export * from '../models/UpstreamStatus.model';
