{{- /* feature:file strategy monitoring */}}
{{/*
Who counts the requests: the mesh where there is one, for it sees all of them; else Traefik.
*/}}
{{- define "my-microservice.meter" -}}
{{- $meter := "traefik" -}}
{{- /* feature:begin mesh */}}
{{- if ne .Values.mesh "none" -}}
{{- $meter = .Values.mesh -}}
{{- end -}}
{{- /* feature:end mesh */}}
{{- $meter -}}
{{- end }}

{{/*
What Traefik calls a Service in its metrics, as a regular expression. Below a TraefikService it bears namespace, name
and port; where a rule of an IngressRoute names it alone, the IngressRoute's name and a hash of the rule.
*/}}
{{- define "my-microservice.traefikService" -}}
{{- $root := index . 0 -}}
{{- $name := printf "%s-%s" $root.Release.Namespace (index . 1) -}}
{{- $label := printf "%s-(http|[0-9a-f]{20})@kubernetescrd" $name -}}
{{- /* feature:begin route */}}
{{- if eq $root.Values.route.kind "HTTPRoute" -}}
{{- $label = printf "httproute-.+-svc-%s-[0-9]+@kubernetesgateway" $name -}}
{{- end -}}
{{- /* feature:end route */}}
{{- $label -}}
{{- end }}
