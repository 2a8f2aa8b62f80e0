# What the walks share: saying a sentence of the guide, calling, and answering with what stays the same each time.
#
# A walk needs a running Grantor in which nothing is declared yet, and in these variables:
#   ADDRESS  where it listens, such as 127.0.0.1:50051
#   KEY      the key of a service account with the scopes operator, users.write, act.for.users and access.ask,
#            named an operator with `grantor operators add`
#   MAIL     the directory to which it writes mails
: "${ADDRESS:?where Grantor listens}" "${KEY:?the key of a service account}" "${MAIL:?the directory of its mails}"

# A sentence of the guide, or a word on the step.
say() { printf '\n# %s\n' "$*"; }

# What differs from run to run: times, tokens, etags, ids that the server made.
blank() {
    sed -E \
        -e 's/("(consistencyToken|etag|secret|keyId|settleTime|createTime|updateTime|endTime|expireTime|evaluateTime)": )"[^"]*"/\1"…"/' \
        -e 's/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z/…/g' \
        -e 's/("accessEtag": *)"[^"]*"/\1"…"/g' \
        -e 's/"token": *"[^"]*"/"token": "…"/g' \
        -e 's/\b[a-z2-7]{26}\b/…/g'
}

# call WHO METHOD MESSAGE: WHO is a user's id, or "operator" for the service account itself.
call() {
    local who=$1 method=$2 message=$3
    local headers=(-H "authorization: Bearer $KEY")
    if [[ $who != operator ]]; then
        headers+=(-H "x-grantor-acting-user: users/$who")
    fi
    grpcurl -plaintext -max-time 20 "${headers[@]}" -d "$message" "$ADDRESS" "grantor.v1.$method" 2>&1
}

# ask WHO METHOD MESSAGE: the call and its answer, which must be one.
ask() {
    local answer code=0
    printf '$ %s %s %s\n' "$1" "$2" "$3" | blank
    answer=$(call "$@") || code=$?
    blank <<<"$answer"
    if ((code != 0)); then
        echo "this was not expected to fail" >&2
        return "$code"
    fi
}

# refused WHO METHOD MESSAGE: the call, which must fail, with what the refusal says.
refused() {
    local answer
    printf '$ %s %s %s\n' "$1" "$2" "$3" | blank
    if answer=$(call "$@"); then
        printf 'this was expected to be refused, but answered:\n%s\n' "$answer" >&2
        return 1
    fi
    sed -nE 's/^  (Code|Message): /  \1: /p; s/^[^"]*"reason": "([A-Z_]+)".*/  Reason: \1/p' <<<"$answer" | blank
}

# may WHO RIGHT RESOURCE: the decision and its reason in one line.
may() {
    local answer code=0
    printf '$ may %s %s %s\n' "$1" "$2" "$3"
    answer=$(call operator AccessService/CheckAccess \
        "{\"subject\": \"users/$1\", \"right\": \"$2\", \"resource\": \"$3\", \"consistency\": {\"fullyConsistent\": {}}}") || code=$?
    if ((code != 0)); then
        printf '%s\n' "$answer" >&2
        return "$code"
    fi
    sed -nE 's/.*"(decision|reason)": "(DECISION_|ACCESS_REASON_)?([A-Z_]+)".*/\3/p' <<<"$answer" | paste -sd ' '
}

# catalog FILE: declares it, twice: the second time changes nothing.
catalog() {
    printf '$ grantor catalog apply %s\n' "$1"
    GRANTOR_KEY=$KEY grantor catalog apply --address "http://$ADDRESS" --yes "$1" | sed "s|$ADDRESS|ADDRESS|"
    printf '$ grantor catalog apply %s\n' "$1"
    GRANTOR_KEY=$KEY grantor catalog apply --address "http://$ADDRESS" "$1" | sed "s|$ADDRESS|ADDRESS|"
}

# mailed EMAIL [THING]: the token in the newest mail to this address once there is one; THING is how the token begins,
# such as acme.first, where there are mails about several things.
mailed() {
    local tries mails mail token
    for ((tries = 0; tries < 200; tries++)); do
        mapfile -t mails < <(grep -lsE "^To: .*$1" "$MAIL"/*.eml | xargs -r ls -t)
        for mail in "${mails[@]}"; do
            # A long line may be folded by the transfer encoding.
            token=$(sed -e 's/\r$//' -e ':fold' -e '/=$/{N;s/=\n//;s/\r$//;b fold' -e '}' "$mail" |
                grep -oE "${2:-[a-z0-9-]+\.[a-z0-9-]+}\.[a-z2-7]{32}" | head -n 1) || continue
            printf '%s\n' "$token"
            return
        done
        sleep 0.1
    done
    echo "no mail to $1 within 20 s" >&2
    return 1
}
