# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
#
# What run and test share: a Python, Qt's system libraries and the project's own environment.
# Sourced, with $project set. Works with the bash 3.2 that macOS has.

environment=${MISSIONDESK_VENV:-$project/.venv}

# Qt's libraries on Debian and Ubuntu, found on a bare system: the first six are needed even
# without a screen; one missing xcb library alone keeps the window from opening.
qt_packages="libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0
    libcups2"

say() {
    printf '%s\n' "-- $*"
}

stop() {
    printf '%s\n' "missiondesk: $*" >&2
    exit 1
}

has() {
    command -v "$1" >/dev/null 2>&1
}

# ---------------------------------------------------------------- system packages

is_installed() {
    # Ubuntu 24.04 renamed some libraries for its 64-bit time (libcups2t64).
    local name
    for name in "$1" "$1t64"; do
        case $(dpkg-query -W -f '${Status}' "$name" 2>/dev/null) in
        "install ok installed") return 0 ;;
        esac
    done
    return 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif has sudo; then
        sudo "$@"
    else
        stop "these need an administrator, and sudo is not here; please let one run: $*"
    fi
}

apt_is_fresh=
refresh_apt() {
    [ -z "$apt_is_fresh" ] || return 0
    as_root apt-get update -q || stop "apt-get update failed; see above"
    apt_is_fresh=yes
}

# Installs those of the named packages that are missing; asks for no password when none is.
need_packages() {
    has dpkg-query && has apt-get || return 0
    local name missing=
    for name in "$@"; do
        is_installed "$name" || missing="$missing $name"
    done
    [ -n "$missing" ] || return 0
    say "installing system packages:$missing"
    refresh_apt
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends $missing ||
        stop "apt-get could not install:$missing"
}

need_qt_libraries() {
    if has dpkg-query; then
        # shellcheck disable=SC2086
        need_packages $qt_packages
    elif [ "$(uname -s)" = Linux ]; then
        say "not a Debian or Ubuntu system: should the window not open, install what" \
            "these Debian packages hold:" $qt_packages
    fi
}

# ---------------------------------------------------------------- Python

# Not a release candidate either: Ubuntu 22.04 has one of 3.11, and the locks do not fit it.
is_good_python() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11, 0, "final"))' >/dev/null 2>&1
}

can_make_environments() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

look_for_python() {
    local name
    for name in ${MISSIONDESK_PYTHON:-} python3 python3.13 python3.12 python3.11; do
        if is_good_python "$name"; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

# Says which package of the system's archive has a Python that is new enough: python3, or in an
# older release the newest of those beside it.
name_python_package() {
    local name version
    for name in python3 python3.13 python3.12 python3.11; do
        version=$(apt-cache show --no-all-versions "$name" 2>/dev/null | sed -n 's/^Version: //p')
        if [ -n "$version" ] && dpkg --compare-versions "$version" ge 3.11.1; then
            printf '%s\n' "$name"
            return 0
        fi
    done
    return 1
}

# Sets $python to a Python of at least 3.11 that can make virtual environments.
find_python() {
    local name
    if ! look_for_python >/dev/null && has apt-get; then
        refresh_apt
        if name=$(name_python_package); then
            need_packages "$name" "$name-venv"
        fi
    fi
    python=$(look_for_python) ||
        stop "Python 3.11 or newer was not found; install it and start this again"
    if ! can_make_environments "$python" && has apt-get; then
        need_packages "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    fi
    can_make_environments "$python" || stop "$python lacks the modules venv and ensurepip"
}

# ---------------------------------------------------------------- the environment

stamp_of() {
    "$python" - "$project" "$@" <<'PYTHON'
import hashlib, pathlib, sys
project = pathlib.Path(sys.argv[1])
digest = hashlib.sha256((sys.version + str(project)).encode())
for name in ("pyproject.toml", *sys.argv[2:]):
    digest.update((project / name).read_bytes())
print(digest.hexdigest())
PYTHON
}

# make_environment LOCK...: the environment with exactly what these lock files name, and the
# project itself. Done again only when a lock file, pyproject.toml or Python has changed.
make_environment() {
    local stamp wanted lock
    stamp=$environment/.missiondesk-$(basename "$1" .txt)
    wanted=$(stamp_of "$@")
    if [ -x "$environment/bin/python" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
        return 0
    fi
    # An environment of another Python, or one whose Python is gone, is made anew.
    if ! "$environment/bin/python" -c "import sys; sys.exit(sys.version != '''$(
        "$python" -c 'import sys; print(sys.version, end="")'
    )''')" >/dev/null 2>&1; then
        say "making a virtual environment with $("$python" --version) in $environment"
        "$python" -m venv --clear "$environment" || stop "no environment could be made"
    fi
    local arguments=()
    for lock in "$@"; do
        arguments+=(-r "$project/$lock")
    done
    say "installing what the lock files name (about 130 MB to fetch the first time)"
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check \
        --require-hashes "${arguments[@]}" || stop "pip could not install the locked packages"
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check \
        --no-deps --no-build-isolation --editable "$project" || stop "the project did not install"
    printf '%s\n' "$wanted" >"$stamp"
}

# Compiles the languages whose text is newer: read as text they cost every start half a second.
compile_languages() {
    local text
    for text in "$project"/resources/translations/*/LC_MESSAGES/missiondesk.po; do
        if [ ! "${text%.po}.mo" -nt "$text" ]; then
            "$environment/bin/python" "$project/packaging/translations" --compile ||
                stop "the languages could not be compiled"
        fi
    done
}
