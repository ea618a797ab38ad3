"""Real servers on loopback with configurations of their own, and a proxy that breaks connections."""
import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def program(name):
    found = shutil.which(name, path=os.environ["PATH"] + ":/usr/sbin:/usr/local/sbin")
    assert found, f"{name} is missing: Scripts/test installs it"
    return found


@contextlib.contextmanager
def open_folder():
    """A folder that a server's own user can reach, which pytest's can't."""
    with tempfile.TemporaryDirectory(prefix="styrdok-server-") as name:
        os.chmod(name, 0o755)
        yield Path(name)


@contextlib.contextmanager
def running(command, port, log, **options):
    with open(log, "wb") as out:
        process = subprocess.Popen([str(part) for part in command], stdout=out, stderr=out, **options)
    try:
        deadline = time.monotonic() + 20
        while True:
            assert process.poll() is None, Path(log).read_text(errors="replace")
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            assert time.monotonic() < deadline, Path(log).read_text(errors="replace")
            time.sleep(0.02)
        yield process
    finally:
        process.terminate()
        process.wait(20)


class SSH:
    """OpenSSH's server, and an agent that has the only key it lets in."""

    def __init__(self, folder, port, environment):
        self.folder, self.port, self.environment = folder, port, environment
        self.root = folder / "webb plats å"
        self.root.mkdir()

    def url(self, port=None):
        user = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
        return f"sftp://{user}@127.0.0.1:{port or self.port}" + str(self.root).replace(" ", "%20").replace("å", "%C3%A5")

    @property
    def options(self):
        return ["--ssh-config", self.folder / "ssh_config"]


@contextlib.contextmanager
def ssh_server():
    with open_folder() as folder:
        port = free_port()
        for name in ("host", "user"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
        shutil.copy(folder / "user.pub", folder / "authorized")
        (folder / "known_hosts").write_text("provserver " + (folder / "host.pub").read_text())
        (folder / "ssh_config").write_text(f"Host *\n  HostKeyAlias provserver\n  UserKnownHostsFile {folder}/known_hosts\n  GlobalKnownHostsFile /dev/null\n")
        (folder / "sshd_config").write_text(
            f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nPidFile {folder}/pid\nAuthorizedKeysFile {folder}/authorized\n"
            "StrictModes no\nUsePAM no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin yes\n"
            "MaxStartups 100\nSubsystem sftp internal-sftp\n")
        if os.geteuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)
        agent = subprocess.Popen(["ssh-agent", "-D", "-a", str(folder / "agent")], stdout=subprocess.DEVNULL)
        try:
            while not (folder / "agent").exists():
                time.sleep(0.01)
            environment = {"SSH_AUTH_SOCK": str(folder / "agent")}
            subprocess.run(["ssh-add", "-q", folder / "user"], env={**os.environ, **environment}, check=True, capture_output=True)
            # From here the key is with the agent alone.
            (folder / "user").unlink()
            with running([program("sshd"), "-D", "-e", "-f", folder / "sshd_config"], port, folder / "log"):
                yield SSH(folder, port, environment)
        finally:
            agent.terminate()
            agent.wait(10)


class DAV:
    user, password = "publicerare", "hemligt-\"lösen\\ord-8471"

    def __init__(self, name, folder, port):
        self.name, self.folder, self.port = name, folder, port
        self.root = folder / "webb"
        self.environment = {"STYRDOK_WEBDAV_USER": self.user, "STYRDOK_WEBDAV_PASSWORD": self.password}
        self.options = []

    def url(self, port=None):
        return f"http://127.0.0.1:{port or self.port}/doku%20ment"

    @property
    def site(self):
        return self.root / "doku ment"

    def requests(self, method):
        """What the server says that it was asked, by method."""
        return [line for line in (self.folder / "access").read_text().splitlines() if f'"{method} ' in line]


def dav_folder(folder):
    (folder / "webb" / "doku ment").mkdir(parents=True)
    (folder / "tmp").mkdir()
    # The salted digest that both servers know.
    done = subprocess.run(["openssl", "passwd", "-apr1", "-stdin"], input=DAV.password, capture_output=True, text=True, check=True)
    (folder / "users").write_text(f"{DAV.user}:{done.stdout.strip()}\n", encoding="utf-8")
    if os.geteuid() == 0:
        for path in [folder, *folder.rglob("*")]:
            shutil.chown(path, "www-data", "www-data")


@contextlib.contextmanager
def apache():
    with open_folder() as folder:
        port = free_port()
        dav_folder(folder)
        modules = "mpm_event authn_core authn_file authz_core authz_user auth_basic dav dav_fs"
        loads = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in modules.split())
        owner = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
        (folder / "conf").write_text(
            f"ServerRoot {folder}\nServerName localhost\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nErrorLog {folder}/error\n{loads}{owner}"
            f'LogFormat "%h \\"%r\\" %s" short\nCustomLog {folder}/access short\nDocumentRoot {folder}/webb\nDAVLockDB {folder}/tmp/lock\n'
            f"<Directory {folder}/webb>\nDav On\nAuthType Basic\nAuthName prov\nAuthUserFile {folder}/users\n"
            "Require valid-user\n</Directory>\n")
        with running([program("apache2"), "-DFOREGROUND", "-f", folder / "conf"], port, folder / "log"):
            yield DAV("apache", folder, port)


NGINX = """daemon off;
pid {folder}/pid;
error_log {folder}/error;
{owner}events {{}}
http {{
  log_format short '$remote_addr "$request" $status';
  access_log {folder}/access short;
  client_body_temp_path {folder}/tmp/body;
  proxy_temp_path {folder}/tmp/proxy;
  fastcgi_temp_path {folder}/tmp/fastcgi;
  uwsgi_temp_path {folder}/tmp/uwsgi;
  scgi_temp_path {folder}/tmp/scgi;
  client_max_body_size 50m;
  server {{
    listen 127.0.0.1:{port};
    {location}
  }}
}}
"""


@contextlib.contextmanager
def nginx(folder, port, location):
    owner = "user www-data;\n" if os.geteuid() == 0 else ""
    (folder / "conf").write_text(NGINX.format(folder=folder, port=port, owner=owner, location=location))
    with running([program("nginx"), "-c", folder / "conf", "-e", folder / "error"], port, folder / "log"):
        yield


@contextlib.contextmanager
def nginx_dav():
    with open_folder() as folder:
        port = free_port()
        dav_folder(folder)
        rules = f"auth_basic prov; auth_basic_user_file {folder}/users; dav_methods PUT DELETE MKCOL COPY MOVE;"
        with nginx(folder, port, f"location / {{ root {folder}/webb; {rules} }}"):
            yield DAV("nginx", folder, port)


@contextlib.contextmanager
def nginx_reading(site):
    """Gives readers what `current` leads to."""
    with open_folder() as folder:
        port = free_port()
        (folder / "tmp").mkdir()
        with nginx(folder, port, f'location / {{ root "{site}/current"; }}'):
            yield f"http://127.0.0.1:{port}"


class BreakingProxy:
    """Passes on a connection, and breaks each once the client has sent so many bytes in all."""

    def __init__(self, port, most):
        self.target, self.left = port, most
        self.lock = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.broken = 0
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                client, _ = self.listener.accept()
                try:
                    server = socket.create_connection(("127.0.0.1", self.target))
                except OSError:
                    client.close()
                    continue
                for pair in ((client, server, True), (server, client, False)):
                    threading.Thread(target=self.pump, args=pair, daemon=True).start()

    def pump(self, source, sink, counted):
        with contextlib.suppress(OSError):
            while data := source.recv(4096):
                if counted:
                    with self.lock:
                        data = data[:max(0, self.left)]
                        self.left -= len(data)
                    if self.left <= 0:
                        sink.sendall(data)
                        self.broken += 1
                        break
                sink.sendall(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.listener.close()
