#!/usr/bin/env bash
# Kills `audio fix` and `audio undo` before each system call that changes something, with strace, and looks at the file afterwards:
# after the next start it is byte for byte as before or as after, nothing is left over, a second run ends right, and undo gives the original.
# strace counts the calls of each thread apart, so every call of one name is tried by its number until a run gets through.
# Usage: eng/kill-at-every-syscall.sh [PROGRAM]; build src/ArrFunctions.SelfHost first.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-src/ArrFunctions.SelfHost/bin/Debug/net10.0/ArrFunctions.SelfHost}")
calls=(pwrite64 fsync fdatasync ftruncate rename unlink fchown fchmod flistxattr fsetxattr fremovexattr ioctl utimensat statx)
traced=$(IFS=,; echo "${calls[*]}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export DOTNET_NOLOGO=1

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

audio() { "$program" audio "$@" --data "$run/data"; }

# The sample films as they were before the demo fixed them.
originals() {
  TMPDIR=$work "$program" demo --keep >"$work/demo.log"
  local demo film
  demo=$(echo "$work"/arrfunctions-demo-*)
  while IFS= read -r -d '' film; do
    "$program" audio undo "$film" --data "$demo/data" >>"$work/demo.log" 2>&1 || true
  done < <(find "$demo/media" -type f -print0)
  flags=$(echo "$demo/media/The Paper Lighthouse"*/*.mkv)
  structure=$(echo "$demo/media/Lamplight Ferry/Season 01"/*.mkv)
  groups=$(echo "$demo/media/A Field Guide"*/*.mp4)
}

# A fresh folder with everything up to the command that is killed.
prepare() {
  rm -rf "$run"
  mkdir -p "$run/media"
  cp "$original" "$run/media/$name"
  if [ "$what" = undo ]; then audio fix "$run/media/$name" --apply --language eng >/dev/null; fi
  if [ "$links" = 2 ]; then ln "$run/media/$name" "$run/media/seeding"; fi
}

command_to_kill() {
  if [ "$what" = undo ]; then
    set -- "$program" audio undo "$run/media/$name" --data "$run/data"
  else
    set -- "$program" audio fix "$run/media/$name" --apply --language eng --data "$run/data"
  fi
  strace -f -qq -o "$run/trace" -e "trace=$traced" -e "inject=$call:signal=KILL:when=$n" "$@" >"$run/out" 2>&1
}

check() {
  local where="$title, before $call $n"
  # Any command that applies opens the state, and so settles what was cut off; this one has no file to fix.
  audio fix "$run/nothing" --apply >/dev/null 2>"$run/conflicts" || true
  if [ -s "$run/conflicts" ]; then fail "$where: $(cat "$run/conflicts")"; fi
  cmp -s "$run/media/$name" "$original" || cmp -s "$run/media/$name" "$work/after" || fail "$where: neither before nor after"
  [ "$(find "$run/media" -mindepth 1 | wc -l)" = "$links" ] || fail "$where: $(ls -A "$run/media")"
  audio fix "$run/media/$name" --apply --language eng >/dev/null || fail "$where: the second run"
  cmp -s "$run/media/$name" "$work/after" || fail "$where: not right after the second run"
  audio undo "$run/media/$name" >/dev/null || fail "$where: undo"
  cmp -s "$run/media/$name" "$original" || fail "$where: undo gives other bytes"
  if [ "$links" = 2 ]; then cmp -s "$run/media/seeding" "$seeding" || fail "$where: the other name changed"; fi
}

scenario() {
  title=$1 what=$2 original=$3 links=$4
  run=$work/run name=film.${original##*.} call=none n=0
  export Audio__HardlinkPolicy=$5 Audio__KeepModifiedTime=$6
  local kills=0
  prepare
  if [ "$what" = undo ]; then cp "$run/media/$name" "$work/after"; else
    audio fix "$run/media/$name" --apply --language eng >/dev/null
    cp "$run/media/$name" "$work/after"
  fi
  if cmp -s "$original" "$work/after"; then fail "$title: nothing to change"; fi
  seeding=$original
  if [ "$what" = undo ]; then seeding=$work/after; fi
  : >"$work/instants"
  for call in "${calls[@]}"; do
    for ((n = 1; ; n++)); do
      prepare
      if command_to_kill 2>/dev/null; then break; fi
      [ ! -e "$run/trace" ] || grep -q 'killed by SIGKILL' "$run/trace" || fail "$title, $call $n: $(cat "$run/out")"
      kills=$((kills + 1))
      # How far it came: the calls that were made, in any thread.
      awk '!/killed by SIGKILL/ { name = $2; sub(/\(.*/, "", name); count[name]++ } END { for (c in count) printf "%s %d ", c, count[c] }' "$run/trace" >>"$work/instants"
      echo >>"$work/instants"
      check
    done
  done
  echo "$title: $kills kills at $(sort -u "$work/instants" | wc -l) different instants, all whole"
  total=$((total + kills))
}

total=0
originals
scenario "MKV, flags in place" fix "$flags" 1 defer false
scenario "MKV, new flag in a Void" fix "$structure" 1 defer true
scenario "MP4" fix "$groups" 1 defer false
scenario "MKV, copy of a file with two names" fix "$structure" 2 copy true
scenario "MP4, undo" undo "$groups" 1 defer false
scenario "MKV, undo by a copy" undo "$structure" 2 copy false
echo "$total kills in all"
