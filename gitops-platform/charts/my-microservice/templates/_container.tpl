{{/*
The service's own container.
*/}}
{{- define "my-microservice.container" -}}
- name: service
  image: {{ include "my-microservice.image" . | quote }}
  imagePullPolicy: IfNotPresent
  {{- with .Values.command }}
  command:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.args }}
  args:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  ports:
    - name: http
      containerPort: {{ .Values.service.port }}
      protocol: TCP
    {{- /* feature:begin monitoring */}}
    {{- if eq (include "my-microservice.metricsPort" .) "metrics" }}
    - name: metrics
      containerPort: {{ .Values.monitoring.port }}
      protocol: TCP
    {{- end }}
    {{- /* feature:end monitoring */}}
  env:
    - name: PORT
      value: {{ .Values.service.port | quote }}
    {{- if not .Values.image.sourceRevision }}
    # The placeholder image, podinfo, takes its port from this variable.
    - name: PODINFO_PORT
      value: {{ .Values.service.port | quote }}
    {{- end }}
    {{- range $name, $value := .Values.env }}
    - name: {{ $name }}
      value: {{ $value | quote }}
    {{- end }}
    {{- with .Values.extraEnv }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with include "my-microservice.envFrom" . | trim }}
  envFrom:
    {{- . | nindent 4 }}
  {{- end }}
  # Only after it do the other probes begin.
  startupProbe:
    httpGet:
      path: {{ include "my-microservice.startupPath" . }}
      port: http
    {{- omit .Values.probes.startup "path" | toYaml | nindent 4 }}
  livenessProbe:
    httpGet:
      path: {{ include "my-microservice.livenessPath" . }}
      port: http
    {{- omit .Values.probes.liveness "path" | toYaml | nindent 4 }}
  readinessProbe:
    httpGet:
      path: {{ include "my-microservice.readinessPath" . }}
      port: http
    {{- /* feature:begin strategy */}}
    {{- if eq .Values.strategy.type "rolling" }}
    initialDelaySeconds: {{ .Values.strategy.rolling.readinessDelaySeconds }}
    {{- end }}
    {{- /* feature:end strategy */}}
    {{- omit .Values.probes.readiness "path" | toYaml | nindent 4 }}
  {{- if .Values.shutdownDelaySeconds }}
  # Routers hear of a pod's end after the pod does: until then it goes on answering.
  lifecycle:
    preStop:
      sleep:
        seconds: {{ .Values.shutdownDelaySeconds }}
  {{- end }}
  resources:
    {{- include "my-microservice.resources" . | trim | nindent 4 }}
  securityContext:
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop:
        - ALL
  volumeMounts:
    - name: tmp
      mountPath: /tmp
    {{- /* feature:begin config */}}
    {{- if .Values.config.files }}
    - name: config
      mountPath: {{ .Values.config.mountPath }}
      readOnly: true
    {{- end }}
    {{- /* feature:end config */}}
    {{- /* feature:begin secrets */}}
    {{- if include "my-microservice.usesCsi" . }}
    - name: secrets
      mountPath: {{ .Values.secrets.csi.mountPath }}
      readOnly: true
    {{- end }}
    {{- /* feature:end secrets */}}
    {{- with .Values.extraVolumeMounts }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
{{- end }}

{{/*
Whole Secrets and ConfigMaps whose keys become variables.
*/}}
{{- define "my-microservice.envFrom" -}}
{{- /* feature:begin config */}}
{{- if .Values.config.env }}
- configMapRef:
    name: {{ include "my-microservice.fullname" . }}-env
{{- end }}
{{- /* feature:end config */}}
{{- /* feature:begin secrets */}}
{{- range .Values.secrets.names }}
{{- if or (ne $.Values.secrets.delivery "csi") (hasKey $.Values.secrets.csi.keys .) }}
- secretRef:
    name: {{ include "my-microservice.fullname" $ }}-{{ . }}
{{- end }}
{{- end }}
{{- /* feature:end secrets */}}
{{- end }}
