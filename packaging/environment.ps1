# SPDX-License-Identifier: Apache-2.0
#
# What run.ps1 and test.ps1 share: a Python and the project's own environment. Dot-sourced, with
# $Project set. Works with Windows PowerShell 5.1. The same steps as environment.sh; Windows needs
# no system libraries.

$Environment = if ($env:MISSIONDESK_VENV) { $env:MISSIONDESK_VENV } else { Join-Path $Project '.venv' }
$EnvironmentPython = Join-Path $Environment 'Scripts\python.exe'

function Stop-Desk([string] $Sentence) {
    [Console]::Error.WriteLine("missiondesk: $Sentence")
    exit 1
}

# The path of a Python of at least 3.11: the named one, the launcher's, or the one on the path.
function Find-Python {
    $ask = 'import sys; sys.exit(1) if sys.version_info < (3, 11) else print(sys.executable)'
    $ways = @()
    if ($env:MISSIONDESK_PYTHON) { $ways += , @($env:MISSIONDESK_PYTHON) }
    foreach ($version in '3.13', '3.12', '3.11') { $ways += , @('py', "-$version") }
    $ways += , @('python')
    foreach ($way in $ways) {
        if (-not (Get-Command $way[0] -ErrorAction SilentlyContinue)) { continue }
        $before = @($way | Select-Object -Skip 1)
        # A launcher without that version, or the Store's placeholder, fails or says nothing.
        $ErrorActionPreference = 'Continue'
        $found = & $way[0] @before -c $ask 2>$null | Select-Object -First 1
        $code = $LASTEXITCODE
        $ErrorActionPreference = 'Stop'
        if ($code -eq 0 -and $found) { return $found }
    }
    Stop-Desk 'Python 3.11 or newer was not found; install it from python.org and start this again'
}

function Get-Stamp([string] $Python, [string[]] $Locks) {
    $parts = foreach ($name in @('pyproject.toml') + $Locks) {
        (Get-FileHash -Algorithm SHA256 (Join-Path $Project $name)).Hash
    }
    return (@($Python, $Project) + $parts) -join ' '
}

# The environment with exactly what the lock files name, and the project itself; done again only
# when a lock file, pyproject.toml or Python has changed.
function Set-Environment([string[]] $Locks) {
    $python = Find-Python
    $kind = [IO.Path]::GetFileNameWithoutExtension($Locks[0])
    $stamp = Join-Path $Environment ".missiondesk-$kind"
    $wanted = Get-Stamp $python $Locks
    if ((Test-Path $EnvironmentPython) -and (Test-Path $stamp) -and
        ((Get-Content -Raw -Encoding UTF8 $stamp).Trim() -eq $wanted)) {
        return
    }
    if (-not (Test-Path $EnvironmentPython)) {
        Write-Host "-- making a virtual environment with $python in $Environment"
        & $python -m venv $Environment
        if ($LASTEXITCODE -ne 0) { Stop-Desk 'no environment could be made' }
    }
    Write-Host '-- installing what the lock files name (about 130 MB to fetch the first time)'
    $named = foreach ($lock in $Locks) { '-r'; (Join-Path $Project $lock) }
    & $EnvironmentPython -m pip install --quiet --disable-pip-version-check --require-hashes @named
    if ($LASTEXITCODE -ne 0) { Stop-Desk 'pip could not install the locked packages' }
    & $EnvironmentPython -m pip install --quiet --disable-pip-version-check --no-deps `
        --no-build-isolation --editable $Project
    if ($LASTEXITCODE -ne 0) { Stop-Desk 'the project did not install' }
    Set-Content -Encoding UTF8 -Path $stamp -Value $wanted
}
