@echo off
rem Start Homeward, or its tests, on Windows. Needs Python 3.12 or newer and nothing else.
rem The words are those of the POSIX launcher beside this file.
setlocal
set "here=%~dp0"
set "venv=%here%.venv\Scripts\python.exe"

set "python=%HOMEWARD_PYTHON%"
if defined python goto found
for %%v in (3.13 3.14 3.12) do (
  py -%%v -c "pass" >nul 2>nul && set "python=py -%%v" && goto found
)
python -c "import sys; sys.exit(sys.version_info < (3, 12))" >nul 2>nul && set "python=python" && goto found
echo homeward: needs Python 3.12 or newer; or set HOMEWARD_PYTHON to one>&2
exit /b 1

:found
set "kind=run"
if /i "%~1"=="test" set "kind=dev"
if /i "%~1"=="bench" set "kind=dev"
if /i "%~1"=="torture" set "kind=dev"
if /i "%~1"=="quality" set "kind=dev"
if /i "%~1"=="lint" set "kind=dev"
%python% -I "%here%resources\packaging\environment.py" %kind% || exit /b 1

set "PYTHONPATH=%here%"
if "%kind%"=="run" goto program
set "rest="
set "verb=%~1"
:next
shift
if "%~1"=="" goto tools
set "rest=%rest% %1"
goto next

:tools
cd /d "%here%"
if /i "%verb%"=="test" "%venv%" -m pytest -n auto --maxprocesses 8 %rest% & goto end
if /i "%verb%"=="bench" "%venv%" -m tests.bench %rest% & goto end
if /i "%verb%"=="torture" "%venv%" -m tests.torture %rest% & goto end
if /i "%verb%"=="quality" "%venv%" -m tests.quality %rest% & goto end
set "bad=0"
"%venv%" -m ruff check || set "bad=1"
"%venv%" -m ruff format --check || set "bad=1"
"%venv%" -m mypy || set "bad=1"
"%here%.venv\Scripts\lint-imports.exe" || set "bad=1"
"%venv%" -m app.i18n.catalogs check || set "bad=1"
"%venv%" -m tests.quality.static_checks || set "bad=1"
exit /b %bad%

:program
rem Cheap keys and servers without TLS are for tests; who works with the program never gets them.
set "HOMEWARD_TEST_PROFILE="
"%venv%" -P -m app %*
:end
exit /b %errorlevel%
