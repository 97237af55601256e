package dev.ecotrack.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

class BackingCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Backing backing = context.getRequiredTestClass().getAnnotation(RequiresBacking.class).value();
        if (BackingStores.address(backing) != null) {
            return ConditionEvaluationResult.enabled(backing + " is given by its address");
        }
        return DockerClientFactory.instance().isDockerAvailable()
                ? ConditionEvaluationResult.enabled(backing + " runs in a container")
                : ConditionEvaluationResult.disabled(
                        "there is no container engine here and " + BackingStores.variable(backing) + " is not set");
    }
}
