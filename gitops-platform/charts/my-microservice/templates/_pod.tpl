{{/*
The pod template, the same for a Deployment and a Rollout.
*/}}
{{- define "my-microservice.pod" -}}
metadata:
  # Nothing here names the chart's version: a new chart must not restart pods.
  labels:
    {{- include "my-microservice.selectorLabels" . | nindent 4 }}
    app.kubernetes.io/version: {{ include "my-microservice.version" . | quote }}
    {{- /* feature:begin mesh */}}
    {{- if eq .Values.mesh "istio" }}
    sidecar.istio.io/inject: 'true'
    {{- end }}
    {{- /* feature:end mesh */}}
    {{- with .Values.podLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  annotations:
    # The commit that the image was built from; empty while the placeholder runs.
    gitops.platform/source-revision: {{ .Values.image.sourceRevision | quote }}
    {{- /* feature:begin config */}}
    {{- if or .Values.config.env .Values.config.files }}
    checksum/config: {{ .Values.config | toJson | sha256sum }}
    {{- end }}
    {{- /* feature:end config */}}
    {{- /* feature:begin mesh */}}
    {{- if eq .Values.mesh "linkerd" }}
    linkerd.io/inject: enabled
    {{- end }}
    {{- /* feature:end mesh */}}
    {{- with .Values.podAnnotations }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  serviceAccountName: {{ include "my-microservice.fullname" . }}
  automountServiceAccountToken: false
  # Else every Service of the namespace becomes variables such as <NAME>_PORT.
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ .Values.terminationGracePeriodSeconds }}
  {{- with .Values.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
  {{- with .Values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  securityContext:
    runAsNonRoot: true
    runAsUser: {{ .Values.runAsUser | int64 }}
    runAsGroup: {{ .Values.runAsUser | int64 }}
    fsGroup: {{ .Values.runAsUser | int64 }}
    seccompProfile:
      type: RuntimeDefault
  # Both are wishes: a full cluster would rather have two pods on a node than one pod less.
  affinity:
    podAntiAffinity:
      preferredDuringSchedulingIgnoredDuringExecution:
        - weight: 100
          podAffinityTerm:
            topologyKey: kubernetes.io/hostname
            labelSelector:
              matchLabels:
                {{- include "my-microservice.selectorLabels" . | nindent 16 }}
  topologySpreadConstraints:
    {{- $hash := eq (include "my-microservice.kind" .) "Rollout" | ternary "rollouts-pod-template-hash" "pod-template-hash" }}
    {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
    - maxSkew: 1
      topologyKey: {{ . }}
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "my-microservice.selectorLabels" $ | nindent 10 }}
      matchLabelKeys:
        - {{ $hash }}
    {{- end }}
  {{- with .Values.initContainers }}
  initContainers:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  containers:
    {{- include "my-microservice.container" . | nindent 4 }}
    {{- with .Values.sidecars }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  volumes:
    - name: tmp
      emptyDir:
        sizeLimit: 64Mi
    {{- /* feature:begin config */}}
    {{- if .Values.config.files }}
    - name: config
      configMap:
        name: {{ include "my-microservice.fullname" . }}-config
        items:
          {{- range $name, $_ := .Values.config.files }}
          - key: {{ $name }}
            path: {{ $name }}
          {{- end }}
    {{- end }}
    {{- /* feature:end config */}}
    {{- /* feature:begin secrets */}}
    {{- if include "my-microservice.usesCsi" . }}
    - name: secrets
      csi:
        driver: secrets-store.csi.k8s.io
        readOnly: true
        volumeAttributes:
          secretProviderClass: {{ include "my-microservice.fullname" . }}
    {{- end }}
    {{- /* feature:end secrets */}}
    {{- with .Values.extraVolumes }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
{{- end }}
