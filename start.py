#!/usr/bin/env python3
# -*- coding: utf-8 -*-
# SPDX-License-Identifier: MIT
"""Set Sunlit up and run it. Needs Python 3.11, 3.12 or 3.13 and nothing else.

  python3 start.py [--port N] [--no-browser]
        set up, build the book, show it at an address on this computer only
  python3 start.py test [ARGUMENTS OF PYTEST]
        set up, then run every check: packages, lint, types, tests, browser tests
  python3 start.py COMMAND ...
        run a command of Sunlit, listed below once Sunlit is set up

On Windows write `py start.py` instead of `python3 start.py`.

The first start fetches packages from the internet, about 200 MB, and takes some
minutes. Later starts need no internet and take seconds. Everything goes into the
folder .venv beside this file; to be rid of it, delete that folder.

  --env DIR     keep the packages in DIR instead, for instance when this folder
                cannot be written to (the variable SUNLIT_HOME_ENV does the same)
  -h, --help    show this text
"""

# This file must parse and run far enough on any old Python to say which one is needed:
# no f-strings, no annotations, nothing newer than Python 2.7 knows how to read.
from __future__ import print_function

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time

SUPPORTED = ((3, 13), (3, 12), (3, 11))
WINDOWS = os.name == "nt"
ROOT = os.path.dirname(os.path.abspath(__file__))
STAMP = "sunlit-stamp.json"
LOCK = "sunlit.lock"
LOG = "sunlit-setup.log"
# What a virtual environment consists of, whoever made it; anything else is somebody's own.
ENVIRONMENT_NAMES = {
    "bin", "lib", "lib64", "include", "share", "etc", "scripts", "pyvenv.cfg",
    ".gitignore", "cachedir.tag", "man", "_build", STAMP, LOCK, LOG,
}  # fmt: skip
# The checks in as many processes as there are cores, at most four.
IN_PROCESSES = ["--numprocesses=auto", "--maxprocesses=4", "--dist=loadgroup"]
# Settings of the caller that would send packages elsewhere or load other people's modules.
FOREIGN_SETTINGS = (
    "PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__",
    "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIREMENT", "PIP_PYTHON",
)  # fmt: skip
PROBE = (
    "import json, sys, sysconfig, importlib.util as u; "
    "print(json.dumps({'version': list(sys.version_info[:3]), 'exe': sys.executable, "
    "'wide': sys.maxsize > 2**32, 'packages': sysconfig.get_path('purelib'), "
    "'venv': bool(u.find_spec('venv') and u.find_spec('ensurepip')), "
    "'pip': bool(u.find_spec('pip'))}))"
)


class Trouble(Exception):
    """Something a person can mend; its text says what is wrong and what to do."""


def say(text=""):
    """Print for a person, also where the console cannot show every letter."""
    try:
        try:
            print(text)
        except UnicodeError:
            print(text.encode("ascii", "backslashreplace").decode("ascii"))
        sys.stdout.flush()
    except (IOError, OSError):
        # Nobody listens any more (`start.py | head`): finish the work all the same.
        sys.stdout = open(os.devnull, "w")


# --- Which Python -------------------------------------------------------------------------


def probe(command):
    """Ask the Python started by ``command`` (a list) about itself; None if it does not run."""
    try:
        process = subprocess.Popen(
            command + ["-I", "-c", PROBE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        out = process.communicate()[0]
        return json.loads(out.decode("utf-8")) if process.returncode == 0 else None
    except (OSError, ValueError):
        return None


def suits(answer):
    """Tell whether a Python that gave this answer can carry Sunlit."""
    return bool(answer) and tuple(answer["version"][:2]) in SUPPORTED and answer["wide"]


def pythons_to_try():
    """Yield the commands that may start a suitable Python, the newest first."""
    for major, minor in SUPPORTED:
        name = "python{0}.{1}".format(major, minor)
        if WINDOWS:
            yield ["py", "-{0}.{1}".format(major, minor)]
        yield [name]
        if sys.platform == "darwin":
            framework = "/Library/Frameworks/Python.framework/Versions/{0}.{1}/bin/python3"
            yield [framework.format(major, minor)]
            yield ["/opt/homebrew/bin/" + name]
    for name in ("python3", "python"):
        yield [name]
    if os.name == "posix":
        yield ["/usr/bin/python3"]


def find_python():
    """Return the path of a suitable Python on this machine and what it lacks.

    The second value is True when it can make virtual environments.
    """
    incomplete = None
    for command in pythons_to_try():
        answer = probe(command)
        if suits(answer):
            if answer["venv"]:
                return answer["exe"], True
            incomplete = incomplete or answer["exe"]
    return incomplete, False


def how_to_get_python():
    """Tell how to install Python on this kind of machine."""
    if WINDOWS:
        return (
            "Install Python 3.13 (64-bit) from https://www.python.org/downloads/\n"
            "and then run:  py start.py"
        )
    if sys.platform == "darwin":
        return (
            "Install Python 3.13 from https://www.python.org/downloads/\n"
            "and then run:  python3.13 start.py"
        )
    return (
        "Install one with your system's software manager, for instance\n"
        "  sudo apt install python3.13 python3.13-venv\n"
        "and then run:  python3.13 start.py"
    )


def run_with_suitable_python(arguments):
    """Return if this Python will do; else run this file again with one that will."""
    version = sys.version_info[:2]
    wide = sys.maxsize > 2**32
    here = None
    if version in SUPPORTED and wide:
        here = probe([sys.executable])
        if here is None or here["venv"]:
            return
    found, complete = find_python()
    if complete:
        hand_over([found, os.path.abspath(__file__)] + arguments, os.environ)
    if here or found:
        raise Trouble(
            "This Python cannot make virtual environments: the part called venv is missing.\n"
            "On Debian and Ubuntu:  sudo apt install python{0}.{1}-venv\n"
            "Then start again.".format(*(here or probe([found]))["version"])
        )
    raise Trouble(
        "Sunlit needs Python 3.11, 3.12 or 3.13{0}.\n"
        "This is Python {1}.{2}{3}, and no other was found here.\n\n{4}".format(
            " (64-bit)" if not wide else "",
            version[0],
            version[1],
            " (32-bit)" if not wide else "",
            how_to_get_python(),
        )
    )


def hand_over(command, environment):
    """Become another program; it gets the signals, and its exit code is ours."""
    sys.stdout.flush()
    sys.stderr.flush()
    if not WINDOWS:
        os.execve(command[0], command, environment)
    process = subprocess.Popen(command, env=environment)
    while True:
        try:
            sys.exit(process.wait())
        except KeyboardInterrupt:
            continue  # the other program was told as well; let it end in its own way


# --- The environment ----------------------------------------------------------------------


def environment_python(folder):
    """Return where the Python of the environment ``folder`` is."""
    if WINDOWS:
        return os.path.join(folder, "Scripts", "python.exe")
    return os.path.join(folder, "bin", "python")


def child_settings(folder):
    """Return the variables for everything started inside the environment ``folder``."""
    settings = dict(os.environ)
    for name in FOREIGN_SETTINGS:
        settings.pop(name, None)
    settings["PYTHONUTF8"] = "1"
    settings["PYTHONNOUSERSITE"] = "1"
    settings["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    settings["PIP_NO_INPUT"] = "1"
    settings["PIP_USER"] = "0"
    settings["PIP_PROGRESS_BAR"] = "off"
    settings.setdefault("PIP_RETRIES", "3")
    settings["VIRTUAL_ENV"] = folder
    # Programs and Jupyter's own files come from here before the machine's.
    settings["PATH"] = os.pathsep.join(
        [os.path.dirname(environment_python(folder)), settings.get("PATH", "")]
    )
    settings["JUPYTER_PREFER_ENV_PATH"] = "1"
    return settings


def fingerprint(*parts):
    """Return a hash over texts and files; a part that names a file counts as its bytes."""
    digest = hashlib.sha256()
    for part in parts:
        if os.path.isfile(part):
            with open(part, "rb") as file:
                data = file.read()
        else:
            data = part.encode("utf-8", "surrogateescape")
        digest.update(hashlib.sha256(data).digest())
    return digest.hexdigest()


def read_stamp(folder):
    """Return what the environment says about itself; empty when it says nothing."""
    try:
        with open(os.path.join(folder, STAMP), "rb") as file:
            stamp = json.loads(file.read().decode("utf-8"))
        return stamp if isinstance(stamp, dict) else {}
    except (OSError, ValueError):
        return {}


def write_stamp(folder, stamp):
    """Write the stamp whole or not at all."""
    path = os.path.join(folder, STAMP)
    with open(path + ".new", "wb") as file:
        file.write(json.dumps(stamp, indent=1, sort_keys=True).encode("utf-8"))
    os.replace(path + ".new", path)


def wanted_stamp(root, version, with_tests):
    """Return what the stamp must say for nothing to be left to do.

    packages, tests: the pinned sets; project: where the project lies and how it is installed.
    """
    run = os.path.join(root, "requirements.txt")
    wanted = {
        "python": list(version[:2]),
        "packages": fingerprint(run),
        "project": fingerprint(root, os.path.join(root, "pyproject.toml")),
    }
    if with_tests:
        wanted["tests"] = fingerprint(run, os.path.join(root, "requirements-test.txt"))
    return wanted


def what_is_wrong(folder, answer, stamp):
    """Say why the environment must be made anew; None if it is sound.

    answer: the probe of its Python; stamp: what it says about itself.
    """
    if not suits(answer):
        return "its Python does not start or is another one than Sunlit needs"
    if stamp.get("unfinished"):
        return "an earlier set-up was cut off"
    if not answer["pip"]:
        return "it is half made"
    if stamp and list(answer["version"][:2]) != stamp.get("python"):
        return "the machine's Python has changed"
    missing = set(stamp.get("contents", [])) - set(packages_in(answer))
    if missing:
        return "parts of it are missing ({0})".format(", ".join(sorted(missing)[:3]))
    return None


def packages_in(answer):
    """Return the names that lie in the package folder of the Python that gave ``answer``."""
    try:
        names = os.listdir(answer["packages"])
        return sorted(name for name in names if not name.startswith(("__pycache__", "pip", "~")))
    except OSError:
        return []


def refuse_others_folder(folder):
    """Raise Trouble if ``folder`` holds things that no virtual environment consists of."""
    names = os.listdir(folder)
    strangers = [name for name in names if name.lower() not in ENVIRONMENT_NAMES]
    if strangers:
        raise Trouble(
            "Sunlit keeps its packages in a folder of their own, but\n  {0}\n"
            "holds other things ({1}). Name an empty or a new folder.".format(
                folder, ", ".join(sorted(strangers)[:3])
            )
        )


def clear(folder):
    """Empty the environment ``folder``, but for the lock that we hold."""
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if name == LOCK:
            continue
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.remove(path)


class OneAtATime(object):
    """Keeps two starts from setting up the same environment at once."""

    def __init__(self, folder):
        self.path = os.path.join(folder, LOCK)

    def __enter__(self):
        self.file = open(self.path, "a+b")
        if not self.take():
            say("Another start of Sunlit is setting up; waiting for it ...")
            while not self.take():
                time.sleep(0.5)
        return self

    def __exit__(self, *details):
        self.file.close()  # the system lets go of the lock, also after a crash

    def take(self):
        try:
            if WINDOWS:
                import msvcrt

                self.file.seek(0)
                msvcrt.locking(self.file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return False
        except OSError:
            return True  # a network drive without locks: better unlocked than not at all
        return True


def prepare(folder, root=ROOT, with_tests=False):
    """Make the environment in ``folder`` fit the project in ``root``; quick when it does."""
    python = environment_python(folder)
    answer = probe([python]) if os.path.isfile(python) else None
    if answer and is_ready(folder, root, answer, with_tests):
        return
    make_folder(folder)
    with OneAtATime(folder):
        answer = probe([python]) if os.path.isfile(python) else None
        if answer and is_ready(folder, root, answer, with_tests):
            return
        stamp = read_stamp(folder)
        reason = what_is_wrong(folder, answer, stamp)
        if reason:
            if set(os.listdir(folder)) - {LOCK}:
                say("The folder {0} has to be made anew: {1}.".format(folder, reason))
            stamp, answer = make_environment(folder)
        install(folder, root, answer, stamp, with_tests)


def is_ready(folder, root, answer, with_tests):
    """Tell whether the environment has all that the project asks for."""
    stamp = read_stamp(folder)
    if not stamp or what_is_wrong(folder, answer, stamp):
        return False
    wanted = wanted_stamp(root, answer["version"], with_tests)
    return all(stamp.get(name) == value for name, value in wanted.items())


def make_folder(folder):
    """Make the folder of the environment, or say what stands in the way."""
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise Trouble(
            "There is a file where Sunlit wants to make a folder:\n  {0}\n"
            "Rename or delete it, then start again.".format(folder)
        )
    try:
        os.makedirs(folder)
    except OSError:
        if not os.path.isdir(folder):  # else it is there, or another start was quicker
            raise
    if not os.path.isfile(os.path.join(folder, "pyvenv.cfg")):
        refuse_others_folder(folder)
    with open(os.path.join(folder, LOCK), "ab"):
        pass  # tells at once whether we may write here


def make_environment(folder):
    """Make an empty environment; return its stamp and its Python's answer."""
    clear(folder)
    write_stamp(folder, {"unfinished": True})
    code, output = run_quietly(folder, [sys.executable, "-m", "venv", folder])
    answer = probe([environment_python(folder)])
    if code or not suits(answer) or not answer["pip"]:
        raise Trouble(explain(output, "The environment for Sunlit could not be made."))
    return {"python": answer["version"][:2]}, answer


def install(folder, root, answer, stamp, with_tests):
    """Install what the stamp lacks: the packages, those for the checks, the project."""
    wanted = wanted_stamp(root, answer["version"], with_tests)
    steps = (
        ("packages", "requirements.txt", "Fetching Sunlit's packages"),
        ("tests", "requirements-test.txt", "Fetching what the checks need"),
    )
    pip = [environment_python(folder), "-m", "pip", "install", "--no-deps"]
    for name, requirements, title in steps:
        if name in wanted and stamp.get(name) != wanted[name]:
            say(title + " (this once; some minutes) ...")
            # Ready-made packages only: no teacher's laptop has a compiler.
            command = pip + ["--only-binary", ":all:", "-r", os.path.join(root, requirements)]
            write_stamp(folder, dict(stamp, unfinished=True))
            code, output = run_quietly(folder, command, count_packages=True)
            if code:
                # pip fetches all before it changes anything: without a network nothing has
                # changed. After any other failure the next start makes the folder anew.
                if is_network_trouble(output):
                    write_stamp(folder, stamp)
                raise Trouble(explain(output, "Sunlit's packages could not be installed."))
            finish_step(folder, answer, stamp, name, wanted)
    if stamp.get("project") != wanted["project"]:
        # Needs no network; after a failure the packages stay and only this is done again.
        code, output = run_quietly(
            folder, pip + ["--no-index", "--no-build-isolation", "--editable", root]
        )
        if code:
            raise Trouble(explain(output, "Sunlit itself could not be installed."))
        finish_step(folder, answer, stamp, "project", wanted)
    say("Everything is in place.")


def finish_step(folder, answer, stamp, name, wanted):
    """Note in the stamp that the step ``name`` is done, and what lies there now."""
    stamp.update({name: wanted[name], "python": wanted["python"], "contents": packages_in(answer)})
    write_stamp(folder, stamp)


def run_quietly(folder, command, count_packages=False):
    """Run a command of the set-up; return its exit code and what it printed.

    The output goes to a log in the environment; a person sees only how far it is.
    """
    lines = []
    seen = 0
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=child_settings(folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    process.stdin.close()
    try:
        for raw in iter(process.stdout.readline, b""):
            line = raw.decode("utf-8", "replace").rstrip()
            lines.append(line)
            if not count_packages:
                continue
            if line.startswith(("Collecting ", "Processing ")):
                seen += 1
                if seen % 20 == 0:
                    say("  {0} packages".format(seen))
            elif line.startswith("Installing collected packages"):
                say("  {0} packages; installing ...".format(seen))
        code = process.wait()
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait()
        process.stdout.close()
    with open(os.path.join(folder, LOG), "ab") as log:
        log.write(("\n".join(["$ " + " ".join(command)] + lines) + "\n\n").encode("utf-8"))
    return code, "\n".join(lines)


# --- What went wrong ----------------------------------------------------------------------


def is_network_trouble(output):
    """Tell whether pip's output says that the package registry could not be reached."""
    signs = (
        "NewConnectionError",
        "ConnectTimeoutError",
        "ReadTimeoutError",
        "Connection refused",
        "connection broken",
        "Connection aborted",
        "Max retries exceeded",
        "ProxyError",
        "Name or service not known",
        "Temporary failure in name resolution",
        "getaddrinfo failed",
        "nodename nor servname",
        "Network is unreachable",
    )
    return any(sign in output for sign in signs)


def explain(output, title):
    """Return the message for a person whose set-up ended with this output of venv or pip."""
    if "No space left on device" in output or "Errno 28" in output or "WinError 112" in output:
        advice = (
            "The disk is full. Sunlit's packages take about 600 MB, those for the checks\n"
            "another 400 MB. Make room, then start again; it goes on where it can."
        )
    elif "CERTIFICATE_VERIFY_FAILED" in output or "SSLCertVerificationError" in output:
        advice = (
            "The network looks into encrypted traffic, as some schools' do, and Python does\n"
            "not know its certificate. Ask those who run the network for the certificate\n"
            "file, set the variable PIP_CERT to its path, and start again. Or set Sunlit up\n"
            "once in another network."
        )
    elif is_network_trouble(output):
        advice = (
            "The packages could not be fetched: there is no internet here, or the network\n"
            "does not let Python through. The first start needs it; later ones do not.\n"
            "Connect, then start again. In a network with a proxy, set the variable\n"
            "HTTPS_PROXY to its address first."
        )
    elif "No matching distribution found" in output:
        wanted = output.split("No matching distribution found for ")[-1].split("\n")[0]
        advice = (
            "No ready-made package {0} was found for this machine.\n"
            "On Windows with an ARM processor install the 64-bit Intel (x86-64) Python, which\n"
            "runs there as well. Elsewhere see that the network lets Python through.".format(wanted)
        )
    elif "Permission denied" in output or "WinError 5]" in output or "WinError 32]" in output:
        advice = (
            "Some files could not be written. If Sunlit is open elsewhere, close it there\n"
            "and start again; otherwise see that you may write in Sunlit's folder."
        )
    elif "ensurepip is not" in output:
        advice = (
            "Python's part called venv is missing. On Debian and Ubuntu:\n"
            "  sudo apt install python{0}.{1}-venv\n"
            "Then start again.".format(*sys.version_info[:2])
        )
    else:
        tail = [line for line in output.splitlines() if line.strip()][-12:]
        advice = "The last lines were:\n  " + "\n  ".join(tail or ["(nothing)"])
        if WINDOWS and len(ROOT) > 80:
            advice += (
                "\nPaths may be too long for Windows here: move Sunlit to a shorter one,\n"
                "for instance C:\\Sunlit."
            )
    return title + "\n" + advice


def explain_os_error(error, folder):
    """Return the message for a person when a file of the set-up could not be handled."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else -1):
        return explain("No space left on device", "Sunlit could not be set up.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        again = "py start.py" if WINDOWS else "python3 start.py"
        elsewhere = os.path.join(os.path.expanduser("~"), "sunlit-env")
        return (
            "Sunlit may not write here:\n  {0}\n"
            "Copy the whole Sunlit folder to a place of your own, such as your documents,\n"
            "and start it there. Or keep its packages elsewhere:\n"
            '  {1} --env "{2}"'.format(error.filename or folder, again, elsewhere)
        )
    return "{0}\n  {1}".format(error.strerror or error, error.filename or folder)


# --- What to run --------------------------------------------------------------------------


def read_arguments(arguments, settings=os.environ):
    """Return (folder of the environment, command of Sunlit as a list, or None for the help).

    Only options before the command are ours; everything else belongs to the command.
    """
    rest = list(arguments)
    folder = settings.get("SUNLIT_HOME_ENV") or os.path.join(ROOT, ".venv")
    passed_on = []
    while rest and rest[0].startswith("-"):
        option = rest.pop(0)
        if option in ("-h", "--help"):
            return os.path.abspath(folder), None
        if option == "--env" or option.startswith("--env="):
            value = option[len("--env=") :] if "=" in option else (rest.pop(0) if rest else "")
            if not value:
                raise Trouble('--env needs a folder, for instance --env "sunlit-env".')
            folder = value
        elif option in ("--port", "--school") and rest:
            passed_on += [option, rest.pop(0)]
        else:
            passed_on.append(option)
    folder = os.path.abspath(os.path.expanduser(folder))
    if passed_on == ["--version"]:
        return folder, passed_on
    if passed_on or not rest:
        return folder, ["open"] + passed_on + rest
    return folder, rest


def place_for_the_book(folder, command):
    """Where this folder can't be written to, let the built book lie beside the packages.

    Changes the current folder, and a path in ``command`` that was relative to it.
    """
    if command[0] != "open" or os.access(os.getcwd(), os.W_OK):
        return
    for number, word in enumerate(command):
        if word == "--school" and number + 1 < len(command):
            command[number + 1] = os.path.abspath(command[number + 1])
        elif word.startswith("--school="):
            command[number] = "--school=" + os.path.abspath(word[len("--school=") :])
    os.chdir(folder)


def show_help(folder):
    """Print what this file does and, where Sunlit is set up, its commands; return 0."""
    say(__doc__.strip())
    python = environment_python(folder)
    if os.path.isfile(python):
        say()
        subprocess.call([python, "-P", "-m", "sunlit", "--help"], env=child_settings(folder))
    return 0


def run_checks(folder, arguments):
    """Run every check, also after one that fails; return 0 when all are well."""
    python = environment_python(folder)
    checks = (
        ("packages fit together", ["pip", "check"]),
        ("lint", ["ruff", "check"]),
        ("format", ["ruff", "format", "--check"]),
        ("types", ["mypy", "--strict"]),
        ("tests", ["pytest"] + IN_PROCESSES + arguments),
    )
    outcomes = []
    for name, command in checks:
        say("\n== {0}: {1}".format(name, " ".join(command)))
        start = time.time()
        code = subprocess.call([python, "-m"] + command, cwd=ROOT, env=child_settings(folder))
        outcomes.append((name, code, time.time() - start))
    say()
    for name, code, seconds in outcomes:
        say("{0:6}  {1:22} {2:7.1f} s".format("ok" if code == 0 else "NOT OK", name, seconds))
    bad = [name for name, code, _ in outcomes if code != 0]
    say("All checks are well." if not bad else "To mend: " + ", ".join(bad) + ".")
    return 1 if bad else 0


def main(arguments):
    """Do what the arguments ask for; return the exit code."""
    folder = ROOT
    try:
        folder, command = read_arguments(arguments)
        if command is None:
            return show_help(folder)
        run_with_suitable_python(arguments)
        inside = os.path.normcase(os.path.realpath(sys.prefix)) == os.path.normcase(
            os.path.realpath(folder)
        )
        if inside and getattr(sys, "_base_executable", sys.executable) != sys.executable:
            # Started with the environment's own Python: step outside, in case it must be remade.
            hand_over([sys._base_executable, os.path.abspath(__file__)] + arguments, os.environ)
        prepare(folder, with_tests=command[0] == "test")
        if command[0] == "test":
            return run_checks(folder, command[1:])
        place_for_the_book(folder, command)
        # -P: no file of the folder one happens to stand in is taken for a part of Sunlit.
        sunlit = [environment_python(folder), "-P", "-m", "sunlit"]
        hand_over(sunlit + command, child_settings(folder))
    except Trouble as trouble:
        say("\n" + str(trouble))
    except KeyboardInterrupt:
        say("\nStopped. Start again whenever you like.")
        return 130
    except OSError as error:
        say("\n" + explain_os_error(error, folder))
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
