# SPDX-License-Identifier: Apache-2.0
#
# Every check there is, pytest last; arguments go to pytest:
#     powershell -ExecutionPolicy Bypass -File packaging\test.ps1
# Installs what is missing first. Ends with pytest's summary; the exit code is pytest's, and never 0
# when an earlier check has failed.
$ErrorActionPreference = 'Stop'
$Project = Split-Path -Parent $PSScriptRoot
. (Join-Path $PSScriptRoot 'environment.ps1')

Set-Environment @('packaging/requirements/test.txt', 'packaging/requirements/build.txt')

Set-Location $Project
# Read as text the languages cost every process of the tests half a second.
& $EnvironmentPython packaging/translations --compile
$env:PYTHONUTF8 = '1'
$scripts = Join-Path $Environment 'Scripts'
$failed = @()
foreach ($check in @(@('ruff', 'check'), @('ruff', 'format', '--check'), @('mypy'),
        @('lint-imports', '--no-logo'))) {
    Write-Host "-- $check"
    $rest = @($check | Select-Object -Skip 1)
    & (Join-Path $scripts "$($check[0]).exe") @rest
    if ($LASTEXITCODE -ne 0) { $failed += $check[0] }
}
if ($failed) { Write-Host "-- FAILED: $failed (the tests follow all the same)" }
Write-Host "-- pytest $args"
& $EnvironmentPython -m pytest -n auto --dist loadfile @args
$code = $LASTEXITCODE
if ($code -eq 0 -and $failed) { $code = 1 }
exit $code
