{{- /* feature:file route */}}
{{/*
The Service beside the service's own that the route hands requests to: name, port, header and whether it shares what no
header claims (`shares`), by which weight; without a weight, Argo Rollouts moves it. Empty where there is none.
*/}}
{{- define "my-microservice.otherVersion" -}}
{{- $other := dict "shares" false -}}
{{- with .Values.route.split -}}
{{- if .service -}}
{{- $other = dict "name" .service "port" .port "header" .header "shares" (gt (int .weight) 0) "weight" (int .weight) -}}
{{- end -}}
{{- end -}}
{{- /* feature:begin strategy */}}
{{- with .Values.strategy -}}
{{- if ne .type "rolling" -}}
{{- $other = dict "name" (include "my-microservice.newService" $) "port" "http" "header" .header "shares" (eq .type "canary") -}}
{{- end -}}
{{- end -}}
{{- /* feature:end strategy */}}
{{- toYaml $other -}}
{{- end }}

{{/*
Who splits the requests of a canary: istio, traefik or gatewayAPI; empty where nobody does, and the number of pods decides.
*/}}
{{- define "my-microservice.splitter" -}}
{{- $splitter := "" -}}
{{- /* feature:begin strategy */}}
{{- if eq .Values.strategy.type "canary" -}}
{{- if .Values.route.host -}}
{{- $splitter = get (dict "IngressRoute" "traefik" "HTTPRoute" "gatewayAPI" "VirtualService" "istio") .Values.route.kind -}}
{{- end -}}
{{- /* feature:begin mesh */}}
{{- if eq .Values.mesh "istio" -}}
{{- $splitter = "istio" -}}
{{- end -}}
{{- /* feature:end mesh */}}
{{- end -}}
{{- /* feature:end strategy */}}
{{- $splitter -}}
{{- end }}

{{/*
Number of a port that a route calls by its name: only Traefik's own resources know names.
*/}}
{{- define "my-microservice.portNumber" -}}
{{- $root := index . 0 -}}
{{- $port := index . 1 -}}
{{- eq (toString $port) "http" | ternary $root.Values.service.port $port | int -}}
{{- end }}
