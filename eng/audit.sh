#!/usr/bin/env bash
# Asks NuGet and npm for known vulnerabilities of what is used. Fails on a finding that eng/audit-exceptions.txt does not name, or names no longer; not where nobody can be asked.
set -uo pipefail
cd "$(dirname "$0")/.."
exceptions=eng/audit-exceptions.txt
today=${AUDIT_TODAY:-$(date +%F)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Prints "ADVISORY PACKAGE" lines.
nuget_findings() {
  timeout 300 dotnet list ArrFunctions.sln package --vulnerable --include-transitive --format json >"$work/nuget.json" 2>"$work/nuget.err" || return 1
  node -e '
    const report = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    const found = new Set();
    for (const project of report.projects ?? [])
      for (const framework of project.frameworks ?? [])
        for (const one of [...(framework.topLevelPackages ?? []), ...(framework.transitivePackages ?? [])])
          for (const known of one.vulnerabilities ?? [])
            found.add(`${(known.advisoryurl ?? known.advisoryUrl).split("/").pop()} ${one.id}`);
    for (const line of found) console.log(line);' "$work/nuget.json"
}

npm_findings() {
  timeout 120 npm audit --prefix tests/Browser --json >"$work/npm.json" 2>/dev/null
  node -e '
    const report = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    if (!report.auditReportVersion) process.exit(1);
    const found = new Set();
    for (const one of Object.values(report.vulnerabilities ?? {}))
      for (const via of one.via) if (typeof via === "object") found.add(`${(via.url ?? "").split("/").pop()} ${via.name}`);
    for (const line of found) console.log(line);' "$work/npm.json" 2>/dev/null
}

status=0
judge() {
  while read -r advisory package; do
    [ -n "$advisory" ] || continue
    entry=$(awk -v a="$advisory" -v p="$package" '$1 == a && $2 == p' "$exceptions")
    if [ -z "$entry" ]; then
      echo "audit: $package has the known vulnerability $advisory. Update it, or name it in $exceptions with a reason and a last day."
      status=1
    elif [[ "$(awk '{ print $3 }' <<<"$entry")" < "$today" ]]; then
      echo "audit: the exception for $package ($advisory) has ended. Update the package, or give a new last day and the reason."
      status=1
    else
      echo "audit: $package has $advisory, accepted until $(awk '{ print $3 }' <<<"$entry")."
    fi
  done
}

if ! nuget_findings >"$work/nuget"; then
  echo "audit: the NuGet feed cannot be asked now; .NET packages were not audited."
elif [ ! -s "$work/nuget" ]; then
  # One known vulnerability is in use, so a feed that knows of none has no such data.
  echo "audit: the NuGet feed tells of no vulnerability, not even of those in $exceptions: it has no such data, and .NET packages were not audited."
fi
judge <"$work/nuget"
if npm_findings >"$work/npm"; then
  [ -s "$work/npm" ] || echo "audit: npm knows of no vulnerability in what tests/Browser uses."
else
  echo "audit: the npm registry cannot be asked now, or answers no audits; tests/Browser was not audited."
fi
judge <"$work/npm"
exit "$status"
