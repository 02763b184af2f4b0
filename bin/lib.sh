# What bin/dev, bin/check, bin/bench and bin/dateline share. Sourced, not run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

# One compiler for all projects of a build, where the environment says otherwise too: it takes a third of the time.
export UseSharedCompilation=true

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# The tools that everything needs; what is missing is named all at once.
need_tools() {
  local missing=()
  command -v git >/dev/null || missing+=("git")
  { command -v dotnet >/dev/null && dotnet --list-sdks | grep -q '^10\.'; } || missing+=("the .NET 10 SDK (https://dotnet.microsoft.com/download)")
  { command -v node >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]; } || missing+=("Node.js 20 or newer (https://nodejs.org)")
  command -v npm >/dev/null || missing+=("npm, which comes with Node.js")
  [ ${#missing[@]} -eq 0 ] && return
  say "To go on, install:"
  printf '  - %s\n' "${missing[@]}" >&2
  exit 1
}

# Builds the reader's script, stylesheet and typefaces, unless they are newer than what they are made of.
build_reader() {
  local dist=web/reader/dist/manifest.json
  if [ ! -d web/reader/node_modules ] || [ web/reader/package-lock.json -nt web/reader/node_modules/.package-lock.json ]; then
    say "Installing what the reader's script is built with …"
    (cd web/reader && npm ci --no-fund --no-audit --loglevel=error >&2)
  fi
  if [ ! -f "$dist" ] || [ -n "$(find web/reader/src web/reader/styles web/reader/build.mjs web/reader/icon.svg web/reader/package-lock.json -newer "$dist" -print -quit)" ]; then
    say "Building the reader's script and stylesheet …"
    (cd web/reader && npm run --silent build >&2)
  fi
}

# Builds the desk, unless it is newer than what it is made of; the API's description is part of that.
build_desk() {
  local dist=web/desk/dist/index.html
  if [ ! -d web/desk/node_modules ] || [ web/desk/package-lock.json -nt web/desk/node_modules/.package-lock.json ]; then
    say "Installing what the desk is built with …"
    (cd web/desk && npm ci --no-fund --no-audit --loglevel=error >&2)
  fi
  if [ ! -f "$dist" ] || [ -n "$(find web/desk/src web/desk/public web/desk/index.html web/desk/vite.config.ts web/desk/package-lock.json spec/openapi.json ! -name schema.d.ts -type f -newer "$dist" -print -quit)" ]; then
    say "Building the desk …"
    (cd web/desk && npm run --silent build >&2)
  fi
}

# Installs the provider of OpenID Connect that tests sign in at.
install_provider() {
  [ -d tests/provider/node_modules ] && [ ! tests/provider/package-lock.json -nt tests/provider/node_modules/.package-lock.json ] && return
  say "Installing the provider that tests sign in at …"
  (cd tests/provider && npm ci --no-fund --no-audit --loglevel=error >&2)
}

# Installs the store of the S3 protocol that tests keep originals in.
install_store() {
  [ -d tests/store/node_modules ] && [ ! tests/store/package-lock.json -nt tests/store/node_modules/.package-lock.json ] && return
  say "Installing the store that tests keep originals in …"
  (cd tests/store && npm ci --no-fund --no-audit --loglevel=error >&2)
}

# Builds the server; says nothing unless it fails.
build_server() {
  local configuration=$1 log
  build_reader
  build_desk
  say "Building the server …"
  log=$(dotnet build src/Dateline.Server --configuration "$configuration" --nologo --verbosity quiet 2>&1) || { say "$log"; exit 1; }
}

server_program() { printf 'artifacts/bin/Dateline.Server/%s/dateline' "$1"; }
