#!/usr/bin/env bash
# Proves that the Makefile's commands work on a machine that has nothing: a Debian 12 made from its
# packages into a folder, with Python 3.11 and make and no more; a clean clone; a new home and
# environment. Run as root on a Debian with git:
#
#     packaging/prove-fresh.sh [CASE...]
#
#     test   make test, as root: the first and only command
#     run    make run, as root: the first and only command, on an X screen that is outside the copy;
#            then without a screen
#     user   both as an ordinary user: each command that is printed is run, and nothing else
#     check, package, bench   that target, as root
#
# Without a CASE it proves test, run and user. What this machine tells pip and apt about where
# packages come from holds in the copy as well.
set -euo pipefail

SUITE=bookworm
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

outside() {
    [ "$(id -u)" = 0 ] || { echo "Run this as root: it makes a system in a folder." >&2; exit 1; }
    local missing=()
    command -v debootstrap >/dev/null || missing+=(debootstrap)
    command -v Xvfb >/dev/null || missing+=(xvfb)
    command -v xwininfo >/dev/null || missing+=(x11-utils)
    if [ ${#missing[@]} -gt 0 ]; then
        apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"
    fi
    WORK=$(mktemp -d /var/tmp/fibrojournal-fresh.XXXXXX)
    # Mounts and processes live in namespaces of their own and end with them, whatever happens, so
    # that what is deleted afterwards can be nothing but the copy.
    unshare --mount --pid --fork --kill-child --mount-proc \
        "${BASH_SOURCE[0]}" --inside "$WORK" "$@" &
    INSIDE=$!
    trap 'kill "$INSIDE" 2>/dev/null || true; wait "$INSIDE" || true; rm -rf --one-file-system "$WORK"' EXIT
    trap 'exit 130' INT TERM
    wait "$INSIDE"
}

inside() {
    WORK=$1 BASE=$1/base
    shift
    build_base
    start_screen
    [ $# -gt 0 ] || set -- test run user
    local case
    for case; do "prove_$case"; done
    say "All proved."
}

# The machine that has nothing

build_base() {
    local began=$SECONDS
    local targets mirror
    targets=$(apt-get indextargets --format '$(ORIGIN) $(REPO_URI) $(RELEASE) $(COMPONENT)' \
        'Created-By: Packages' | sed -n 's/^Debian //p' | grep " $SUITE" | sort -u)
    mirror=${MIRROR:-$(awk -v suite="$SUITE" '$2 == suite { print $1; exit }' <<<"$targets")}
    [ -n "$mirror" ] || fail "apt knows no source of $SUITE; name one: MIRROR=ADDRESS $0"
    debootstrap --variant=minbase --include=python3.11,make "$SUITE" "$BASE" "$mirror" \
        >"$WORK/debootstrap.log" 2>&1 || { tail -n 20 "$WORK/debootstrap.log"; fail "debootstrap failed"; }
    [ -z "$targets" ] || sed 's/^/deb /' <<<"$targets" >"$BASE/etc/apt/sources.list"
    apt-config dump | grep -E '^Acquire::https?::(Proxy|CAInfo)' >"$BASE/etc/apt/apt.conf.d/90outside" || true
    cp -L /etc/resolv.conf /etc/hosts "$BASE/etc/"
    bring_pip_settings
    chroot "$BASE" useradd --create-home someone
    say "A $SUITE with $(chroot "$BASE" python3.11 --version) and make, $(du -sm "$BASE" | cut -f1) MB," \
        "$(chroot "$BASE" dpkg-query -f '.' -W | wc -c) packages, in $((SECONDS - began)) s"
    chroot "$BASE" python3.11 -c 'import ensurepip' 2>/dev/null && fail "the copy has venv already"
    if chroot "$BASE" ldconfig -p | grep -E 'libEGL|libfontconfig|libxcb'; then
        fail "the copy has libraries of Qt already"
    fi
}

bring_pip_settings() {
    PASSED=()
    PLACES=()
    local line file
    while IFS= read -r line; do PASSED+=("$line"); done < <(
        env | grep -E '^(PIP_[A-Z_]+|SSL_CERT_FILE|(https?|no|all)_proxy|(HTTPS?|NO|ALL)_PROXY)=' || true)
    # Certificates that this machine trusts beside Debian's own.
    cp -r /usr/local/share/ca-certificates "$BASE/usr/local/share/"
    for file in /etc/pip.conf /etc/xdg/pip/pip.conf; do
        [ ! -f "$file" ] || install -D "$file" "$BASE$file"
    done
    for file in "${XDG_CONFIG_HOME:-$HOME/.config}/pip/pip.conf" "$HOME/.pip/pip.conf"; do
        if [ -f "$file" ]; then
            install -D "$file" "$BASE/root/.config/pip/pip.conf"
            install -D "$file" "$BASE/etc/skel/.config/pip/pip.conf"
        fi
    done
    # Folders of packages that those settings name are shown to the copy read-only, files copied.
    local place parent
    while IFS= read -r place; do
        parent=$(dirname "$place")
        if [ -f "$place" ]; then
            install -D "$(realpath "$place")" "$BASE$place"
        elif [ -d "$place" ]; then
            # An index names files that lie beside it.
            [ "$(dirname "$parent")" = / ] || place=$parent
            PLACES+=("$place")
        fi
    done < <({ printf '%s\n' "${PASSED[@]}"
        cat "$BASE/etc/pip.conf" "$BASE/etc/xdg/pip/pip.conf" "$BASE/root/.config/pip/pip.conf" 2>/dev/null
        } | grep -oE '(^|[=[:space:]]|file://)/[^[:space:],]+' | sed -E 's,^[^/]*(//)?/,/,' | sort -u)
}

# A fresh copy of it, with a clean clone in it: sets COPY and HOME_THERE
fresh_copy() {
    local name=$1 user=$2
    COPY=$WORK/$name
    cp -a --reflink=auto "$BASE" "$COPY"
    HOME_THERE=/home/$user
    [ "$user" != root ] || HOME_THERE=/root
    mkdir -p "$COPY/dev/shm" "$COPY/tmp/.X11-unix"
    mount -t proc proc "$COPY/proc"
    mount -t tmpfs tmpfs "$COPY/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$COPY/dev/pts"
    mount --bind /tmp/.X11-unix "$COPY/tmp/.X11-unix"
    local place
    for place in ${PLACES[@]+"${PLACES[@]}"}; do
        mkdir -p "$COPY$place"
        mount --bind -o ro "$place" "$COPY$place"
    done
    git clone --quiet --no-hardlinks "$ROOT" "$COPY$HOME_THERE/fibrojournal"
    chroot "$COPY" chown -R "$user:" "$HOME_THERE"
}

# there USER [VARIABLE=VALUE...] COMMAND...: run a command in the clone, with nothing of our environment
there() {
    local user=$1
    shift
    chroot --userspec="$user:$(chroot "$COPY" id -g "$user")" "$COPY" \
        env -i HOME="$HOME_THERE" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        LANG=C.UTF-8 ${PASSED[@]+"${PASSED[@]}"} \
        sh -c 'cd "$HOME/fibrojournal" && exec env "$@"' - "$@" </dev/null
}

start_screen() {
    [ -d /tmp/.X11-unix ] || mkdir -m 1777 /tmp/.X11-unix
    mkfifo "$WORK/display"
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -ac 3>"$WORK/display" 2>"$WORK/xvfb.log" &
    XVFB=$!
    trap 'kill "$XVFB"; wait "$XVFB" || true' EXIT
    read -r SCREEN <"$WORK/display" || { cat "$WORK/xvfb.log"; fail "Xvfb did not start"; }
    SCREEN=:$SCREEN
}

# What is proved

prove_test() {
    say "make test, as root"
    fresh_copy test root
    expect_done root make test
}

prove_run() {
    say "make run, as root, on a screen"
    fresh_copy run root
    expect_window root
    say "make run, as root, without a screen"
    expect_refusal root "There is no screen here" make run
}

prove_user() {
    say "make test, as an ordinary user"
    fresh_copy user someone
    obey someone make test
    say "make run, as an ordinary user, on a screen"
    obey_until_window someone
    say "make run, as an ordinary user, without a screen"
    expect_refusal someone "There is no screen here" make run
}

prove_check() { prove_target check; }
prove_package() { prove_target package; }
prove_bench() { prove_target bench; }

prove_target() {
    say "make $1, as root"
    fresh_copy "$1" root
    expect_done root make "$1"
}

# expect_done USER COMMAND...: it ends with 0
expect_done() {
    local began=$SECONDS log=$WORK/log
    there "$@" >"$log" 2>&1 || { tail -n 60 "$log"; fail "this should have worked: ${*:2}"; }
    tail -n 6 "$log"
    say "... worked, in $((SECONDS - began)) s; $(grep -c . "$log") lines were printed"
}

# expect_refusal USER TEXT COMMAND...: it ends with an error and one line that holds the text
expect_refusal() {
    local user=$1 text=$2 log=$WORK/log
    shift 2
    if there "$user" "$@" >"$log" 2>&1; then
        fail "this should have been refused: $*"
    fi
    cat "$log"
    if [ "$(grep -vc '^make: ' "$log")" != 1 ] || ! grep -qF "$text" "$log"; then
        fail "expected one line: $text"
    fi
}

# obey USER COMMAND...: run it; while it prints a command for root, run that as root, and again
obey() {
    local began=$SECONDS log=$WORK/log asked=0
    until there "$@" >"$log" 2>&1; do
        run_what_was_asked "$log" "$((asked += 1))"
    done
    [ "$asked" -gt 0 ] || fail "an ordinary user should have been told what to install"
    tail -n 6 "$log"
    say "... worked after $asked printed commands, in $((SECONDS - began)) s"
}

obey_until_window() {
    local began=$SECONDS asked=0
    until show_window "$1"; do
        run_what_was_asked "$WORK/log" "$((asked += 1))"
    done
    expect_day_logged "$1"
    say "... a window after $asked printed commands, in $((SECONDS - began)) s"
}

run_what_was_asked() {
    local log=$1 times=$2 command
    command=$(sed -n 's/.*; run: \(sudo .*\)$/\1/p' "$log" | tail -n 1)
    if [ -z "$command" ] || [ "$times" -gt 3 ]; then
        tail -n 60 "$log"
        fail "it failed and named no command that would help"
    fi
    echo "printed: $command"
    DEBIAN_FRONTEND=noninteractive chroot "$COPY" sh -c "${command//sudo /}" >"$WORK/asked.log" 2>&1 ||
        { tail -n 20 "$WORK/asked.log"; fail "the printed command failed"; }
}

expect_window() {
    local began=$SECONDS
    show_window "$1" || { tail -n 60 "$WORK/log"; fail "no window came"; }
    expect_day_logged "$1"
    say "... a window, in $((SECONDS - began)) s from the command to here"
}

# The window begins a journal when somebody asks for one, so that none is there yet.
expect_day_logged() {
    there "$1" .venv/bin/fibrojournal self-test || fail "no day can be logged here"
}

# show_window USER: start the window, see it on the screen, end the program
show_window() {
    set -m # a group of its own, so that all of it can be ended
    there "$1" DISPLAY="$SCREEN" make run >"$WORK/log" 2>&1 &
    set +m
    local running=$! windows=
    while [ -z "$windows" ] && kill -0 "$running" 2>/dev/null; do
        sleep 0.5
        windows=$(windows_shown)
    done
    if [ -n "$windows" ]; then
        sleep 10 # long enough for all that loads behind the window
        windows=$(windows_shown)
        kill -TERM -- "-$running" || { tail -n 60 "$WORK/log"; fail "the window did not stay"; }
        echo "on the screen: $windows"
        [ "$(wc -l <<<"$windows")" = 1 ] || { tail -n 60 "$WORK/log"; fail "more than the window came"; }
    fi
    wait "$running" 2>/dev/null || true
    [ -n "$windows" ]
}

windows_shown() {
    DISPLAY=$SCREEN xwininfo -root -tree | sed -n 's/^ *0x[0-9a-f]* \(".*": ("fibrojournal" .*\)/\1/p'
}

say() { printf '\n== %s\n' "$*"; }
fail() { printf '\nNOT PROVED: %s\n' "$*" >&2; exit 1; }

if [ "${1-}" = --inside ]; then
    shift
    inside "$@"
else
    outside "$@"
fi
