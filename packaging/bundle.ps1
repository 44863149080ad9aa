# SPDX-License-Identifier: Apache-2.0
#
# Freezes the program into one folder that needs no Python, on a build machine with Windows:
#
#     powershell -ExecutionPolicy Bypass -File packaging\bundle.ps1
#
# The same steps as packaging/bundle; packaging\windows.iss makes the installer from its result.
# Not yet tried on a machine with Windows.

$ErrorActionPreference = 'Stop'
$Project = Split-Path -Parent $PSScriptRoot
if (-not $env:MISSIONDESK_VENV) { $env:MISSIONDESK_VENV = Join-Path $Project '.venv-bundle' }
. (Join-Path $PSScriptRoot 'environment.ps1')

Set-Environment @('packaging\requirements\bundle.txt')
$Folder = Join-Path $Project 'out\bundle'
$env:PYTHONHASHSEED = '0'

function Invoke-Step([string[]] $Arguments) {
    & $EnvironmentPython @Arguments
    if ($LASTEXITCODE -ne 0) { Stop-Desk "a step failed: $($Arguments -join ' ')" }
}

Invoke-Step @((Join-Path $PSScriptRoot 'translations'), '--compile')
Invoke-Step @((Join-Path $PSScriptRoot 'icons'), (Join-Path $Project 'out\icons'))
Invoke-Step @('-m', 'PyInstaller', '--noconfirm', '--log-level', 'WARN', '--distpath', $Folder,
    '--workpath', (Join-Path $Project 'out\bundle-work'), (Join-Path $PSScriptRoot 'missiondesk.spec'))
Invoke-Step @((Join-Path $PSScriptRoot 'licences'), '--texts', (Join-Path $Folder 'missiondesk\licences'))
Invoke-Step @((Join-Path $PSScriptRoot 'prove_bundle.py'), (Join-Path $Folder 'missiondesk'))
