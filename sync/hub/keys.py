"""The office's keys in files: the root's, which is taken away, and the online key beside the hub."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.hub.files import write_new
from sync.root_file import USUAL_KIB, Root, open_root, seal_root


def write_root(path: Path, root: Root, passphrase: str, memory_kib: int = USUAL_KIB) -> None:
    """Write the root file. Raises ``FileExistsError``: one is never overwritten."""
    if path.exists():
        raise FileExistsError(path)
    write_new(path, seal_root(root, passphrase, memory_kib), private=True)


def read_root(path: Path, passphrase: str) -> Root:
    """Open a root file. Raises ``FileNotFoundError``, ``SohopError(WRONG_PASSPHRASE | MALFORMED)``."""
    return open_root(path.read_bytes(), passphrase)


def write_online(path: Path, key: Ed25519PrivateKey) -> None:
    """Write the online key, readable by the hub's account only."""
    write_new(path, key.private_bytes_raw().hex().encode() + b"\n", private=True)


def read_online(path: Path) -> Ed25519PrivateKey:
    """Read the online key."""
    return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text("ascii")))


def write_box(path: Path, key: X25519PrivateKey) -> None:
    """Write a room hub's X25519 key, readable by its account only."""
    write_new(path, key.private_bytes_raw().hex().encode() + b"\n", private=True)


def read_box(path: Path) -> bytes:
    """A room hub's X25519 key (32 bytes)."""
    return bytes.fromhex(path.read_text("ascii"))


def box_seed(online: Ed25519PrivateKey) -> bytes:
    """The hub's X25519 key (32 bytes), with which it opens what laptops send by stick. It follows from the
    online key: one file is kept, and a copy of it gives no more than it did."""
    derived = HKDF(SHA256(), 32, salt=None, info=b"sohop hub box v1")
    return derived.derive(online.private_bytes_raw())


def box_public(seed: bytes) -> bytes:
    """The public half, 32 bytes: in the roster."""
    return X25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
