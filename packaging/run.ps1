# SPDX-License-Identifier: Apache-2.0
#
# Opens the desk, on the sample workspace unless a file is named:
#     powershell -ExecutionPolicy Bypass -File packaging\run.ps1 [FILE]
# Installs what is missing first, into the folder .venv of the project.
$ErrorActionPreference = 'Stop'
$Project = Split-Path -Parent $PSScriptRoot
. (Join-Path $PSScriptRoot 'environment.ps1')

Set-Environment @('packaging/requirements/run.txt', 'packaging/requirements/build.txt')

if ($args.Count -gt 0) {
    & $EnvironmentPython -m missiondesk @args
    exit $LASTEXITCODE
}

$out = Join-Path $Project 'out'
$sample = Join-Path $out 'sample.mission'
New-Item -ItemType Directory -Force $out | Out-Null
if (-not (Test-Path $sample)) {
    & $EnvironmentPython -m missiondesk sample $sample
    if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
& $EnvironmentPython -m missiondesk $sample
exit $LASTEXITCODE
