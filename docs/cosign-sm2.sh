#!/usr/bin/env bash
# Signs a checkpoint of the log with SM2 and SM3 beside the log's own signature; `cosign` of a pipeline calls it:
#
#     openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:SM2 -out sm2.pem && chmod 600 sm2.pem
#     log: {origin: …, key: …, cosign: [bash, docs/cosign-sm2.sh, sm2.pem, example.gov.cn/sm2]}
#
# Reads the note, signs its text (all up to the blank line), prints one signature line. The key's id is made as C2SP
# signed-note makes those of signatures that it does not list: type 0xff and a name for them.
set -euo pipefail
key=$1 name=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed '/^$/,$d' > "$work/text"
openssl pkeyutl -sign -inkey "$key" -in "$work/text" -rawin -digest sm3 -out "$work/signature"
openssl pkey -in "$key" -pubout -outform DER > "$work/public"
{ printf '%s\n\377SM2-SM3\n' "$name"; cat "$work/public"; } | openssl dgst -sha256 -binary | head -c 4 > "$work/id"
printf '— %s %s\n' "$name" "$(cat "$work/id" "$work/signature" | base64 -w 0)"
