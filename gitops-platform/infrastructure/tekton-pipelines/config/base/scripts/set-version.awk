# Writes an image into Helm values (MODE=helm: the four lines below the top-level key `image`) or into the `images` of a
# kustomization (MODE=kustomize: the lines of the item called IMAGE_NAME). Every other byte stays as it is, comments and
# markers too, which a YAML printer would not promise.
BEGIN {
  helm = ENVIRON["MODE"] == "helm"
  if (helm) {
    value["repository"] = ENVIRON["IMAGE_REPOSITORY"]
    value["tag"] = ENVIRON["IMAGE_TAG"]
    value["digest"] = ENVIRON["IMAGE_DIGEST"]
    value["sourceRevision"] = ENVIRON["SOURCE_REVISION"]
  } else {
    value["newTag"] = ENVIRON["IMAGE_TAG"]
    value["digest"] = ENVIRON["IMAGE_DIGEST"]
  }
  for (key in value) {
    left++
    if (value[key] !~ /^[A-Za-z0-9.:\/_@-]*$/) {
      print "refused: " key " is '" value[key] "'" > "/dev/stderr"
      exit 1
    }
  }
  block = helm ? "^image:[ \t]*(#.*)?$" : "^images:[ \t]*(#.*)?$"
}

# What follows a scalar on its line: the comment, with the blanks before it.
function comment(text,   end) {
  if (substr(text, 1, 1) == "'" || substr(text, 1, 1) == "\"") {
    end = index(substr(text, 2), substr(text, 1, 1))
    return substr(text, end + 2)
  }
  return match(text, /[ \t]+#.*$/) ? substr(text, RSTART) : ""
}

$0 ~ block { inside = 1; print; next }
inside && /^[^ \t#-]/ { inside = 0 }
inside && !helm && /^[ ]*- / {
  name = $0
  sub(/^[ ]*- name:[ \t]*/, "", name)
  sub(/[ \t]+#.*$/, "", name)
  gsub(/['"]/, "", name)
  mine = name == ENVIRON["IMAGE_NAME"]
}
inside && (helm || mine) && match($0, /^[ ]+[A-Za-z]+:/) {
  key = substr($0, 1, RLENGTH - 1)
  sub(/^[ ]+/, "", key)
  if (helm && indent == "") {
    indent = RLENGTH - length(key) - 1
  }
  if (key in value && !(key in done) && (!helm || RLENGTH - length(key) - 1 == indent)) {
    head = substr($0, 1, RLENGTH)
    rest = substr($0, RLENGTH + 1)
    sub(/^[ \t]+/, "", rest)
    # Quoted, because a tag such as 1e10 would else be read as a number.
    print head " '" value[key] "'" comment(rest)
    done[key] = 1
    left--
    next
  }
}
{ print }
END {
  if (left > 0) {
    for (key in value) {
      if (!(key in done)) {
        print "there is no line for " key > "/dev/stderr"
      }
    }
    exit 1
  }
}
