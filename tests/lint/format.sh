#!/usr/bin/env bash
# One form for all code: .clang-format.
cd "$(dirname "$0")/../.." && clang-format --dry-run -Werror $(git ls-files 'src/*.[ch]' 'tests/*.[ch]')
