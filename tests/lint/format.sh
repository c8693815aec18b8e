#!/usr/bin/env bash
# One form for all code: .clang-format.
set -euo pipefail
cd "$(dirname "$0")/../.."
find src tests -name node_modules -prune -o -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run -Werror
