# Sourced by the packages' scripts/build-native with `package` set to the package's folder. Defines the steps that all
# native parts share.
#   HASHSIGHT_BUILD_FOLDER   build folder (default: build/ in the package)
#   HASHSIGHT_VENV           Python environment for missing tools (default: in the user's cache)
# shellcheck shell=bash disable=SC2154
native_build=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=${HASHSIGHT_BUILD_FOLDER:-$package/build}
venv=${HASHSIGHT_VENV:-${XDG_CACHE_HOME:-$HOME/.cache}/hashsight/venv}

say() { printf 'setup: %s\n' "$*" >&2; }
fail() {
  printf 'setup: %s\n' "$*" >&2
  exit 1
}

need_python() {
  command -v python3 >/dev/null || fail 'python3: expected Python 3.10 or newer, found none; install it with: apt-get install -y python3 python3-venv'
}

make_venv() {
  [ -x "$venv/bin/pip" ] && return
  need_python
  say "making the Python environment $venv (about 10 seconds)"
  python3 -m venv "$venv" || fail 'venv: python3 -m venv failed; install it with: apt-get install -y python3-venv'
}

# Sets `cmake` to a cmake command.
find_cmake() {
  cmake=$(command -v cmake || true)
  [ -n "$cmake" ] && "$cmake" --version | awk 'NR == 1 { split($3, v, "."); exit !(v[1] > 3 || (v[1] == 3 && v[2] >= 18)) }' && return
  cmake="$venv/bin/cmake"
  [ -x "$cmake" ] && return
  make_venv
  say "installing cmake into $venv (about 10 seconds)"
  "$venv/bin/pip" install -q --disable-pip-version-check 'cmake>=3.18,<5' ||
    fail 'cmake: expected 3.18 or newer; install it with: apt-get install -y cmake'
}

sha256() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi; }

# Prints the folder of an npm package that this package depends on.
npm_package() {
  node -p 'require("path").dirname(require("module").createRequire(process.argv[1] + "/").resolve(process.argv[2] + "/package.json"))' "$native_build" "$1"
}

# Prints a digest of words and files; if it changes, the native part must be rebuilt.
stamp_of() {
  local words=$1
  shift
  { printf '%s\n' "$words" && cat "$native_build/build.sh" "$native_build/node-addon.cmake" "$@"; } | sha256 | cut -d' ' -f1
}

# Builds the package into the build folder: build_addon LIBRARY [CMAKE ARGUMENT …]. On failure, prints the end of the log.
build_addon() {
  local library=$1 log=$build/build.log
  shift
  command -v c++ >/dev/null || command -v g++ >/dev/null || command -v clang++ >/dev/null ||
    fail 'c++: expected a C++20 compiler, found none; install it with: apt-get install -y g++'
  command -v make >/dev/null || command -v ninja >/dev/null ||
    fail 'make: expected make or ninja, found none; install it with: apt-get install -y make'
  find_cmake
  {
    # A cache made for another library, or in another place, would keep pointing at it.
    if [ "$(cat "$build/library.txt" 2>/dev/null)" != "$library" ] ||
      ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$package" "$build/CMakeCache.txt" 2>/dev/null; then
      rm -rf "$build/CMakeCache.txt" "$build/CMakeFiles"
    fi
    "$cmake" -S "$package" -B "$build" "$@" -DNODE_ADDON_CMAKE="$native_build/node-addon.cmake" \
      -DNODE_API_INCLUDE="$(npm_package node-api-headers)/include" \
      -DNODE_ADDON_API_INCLUDE="$(npm_package node-addon-api)" &&
      "$cmake" --build "$build" --parallel 2
  } >"$log" 2>&1 || {
    tail -n 20 "$log" >&2
    fail "native part: the build against $library failed with the errors above; the full log is in $log"
  }
  printf '%s\n' "$library" >"$build/library.txt"
}
