; SPDX-License-Identifier: Apache-2.0
;
; The Windows installer, for Inno Setup 6.3 or newer on a build machine with Windows:
;
;     powershell -ExecutionPolicy Bypass -File packaging\bundle.ps1
;     iscc /DVersion=0.1.0 packaging\windows.iss
;
; It installs for one user without an administrator, or for all with one, and makes .mission open in
; the program. Updating replaces the old version, removing leaves workspaces and settings alone.
; Not yet tried on a machine with Windows.

#ifndef Version
  #error Name the version: iscc /DVersion=0.1.0 packaging\windows.iss
#endif
#define Program "missiondesk.exe"
#define Kind "missiondesk.workspace"

[Setup]
; Never change it: by this id Windows knows that a newer version is the same program.
AppId={{6F2B7C0E-93B4-4B0A-9C53-3C1D5E0A7E41}
AppName=missiondesk
AppVersion={#Version}
AppPublisher=The missiondesk authors
VersionInfoVersion={#Version}
DefaultDirName={autopf}\missiondesk
DefaultGroupName=missiondesk
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\LICENSE
SetupIconFile=..\out\icons\missiondesk.ico
UninstallDisplayIcon={app}\{#Program}
OutputDir=..\out\windows
OutputBaseFilename=missiondesk-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
; Explorer is told that a file type has come or gone.
ChangesAssociations=yes
; A running program holds its files; it is asked to close, and does so after its last save.
CloseApplications=yes
RestartApplications=no
ShowLanguageDialog=auto

[Languages]
Name: "da"; MessagesFile: "compiler:Languages\Danish.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
da.FileType=missiondesk-arbejdsfil
en.FileType=missiondesk workspace
da.Associate=Åbn .mission-filer med missiondesk
en.Associate=Open .mission files with missiondesk
da.OpenIt=Start missiondesk
en.OpenIt=Start missiondesk

[Tasks]
Name: "associate"; Description: "{cm:Associate}"
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; What an older version brought and this one does not.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\out\bundle\missiondesk\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\missiondesk"; Filename: "{app}\{#Program}"; AppUserModelID: "missiondesk"
Name: "{autodesktop}\missiondesk"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
; HKA is the user's part of the registry, or the machine's when installed for all.
Root: HKA; Subkey: "Software\Classes\.mission"; ValueType: string; ValueData: "{#Kind}"; Flags: uninsdeletevalue; Tasks: associate
Root: HKA; Subkey: "Software\Classes\.mission"; ValueType: string; ValueName: "Content Type"; ValueData: "application/vnd.missiondesk.workspace"; Flags: uninsdeletevalue; Tasks: associate
Root: HKA; Subkey: "Software\Classes\.mission\OpenWithProgids"; ValueType: string; ValueName: "{#Kind}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\{#Kind}"; ValueType: string; ValueData: "{cm:FileType}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\{#Kind}\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program},0"
Root: HKA; Subkey: "Software\Classes\{#Kind}\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\{#Program}\SupportedTypes"; ValueType: string; ValueName: ".mission"; ValueData: ""; Flags: uninsdeletekey

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:OpenIt}"; Flags: nowait postinstall skipifsilent
