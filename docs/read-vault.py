#!/usr/bin/env python3
"""Reads a Cordon vault without Cordon: the format is told in vault-format.md.

  read-vault.py VAULT PASSPHRASE-FILE                       every record as a JSON line
  read-vault.py VAULT PASSPHRASE-FILE --journal             every journal entry as a JSON line
  read-vault.py VAULT PASSPHRASE-FILE --extract NUMBER OUT  the file of an evidence record, decrypted into OUT
  (--recovery: the file holds the 24 recovery words; --words FILE: their list, one word a line, as BIP-39 publishes it)

Needs: pip install PyNaCl argon2-cffi sqlcipher3-binary. Works on a copy of the database; never writes to the vault.
"""
import argparse, base64, hashlib, hmac, json, pathlib, shutil, sys, tempfile, unicodedata

import sqlcipher3
from argon2.low_level import Type, hash_secret_raw
from nacl import bindings as sodium
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

SEALED_CHUNK = 65536 + sodium.crypto_secretstream_xchacha20poly1305_ABYTES
HEADER = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES


def unseal(sealed, key, about):
    """nonce (24) ‖ XChaCha20-Poly1305 ciphertext and tag, with `about` as additional data."""
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed[24:], about.encode(), sealed[:24], key)


def derive(key, vault, use):
    """HKDF-SHA256, one block: salt = the vault's id, info = "cordon/1 " + use."""
    return hmac.new(hmac.digest(vault.encode(), key, "sha256"), b"cordon/1 " + use.encode() + b"\x01", hashlib.sha256).digest()


def entropy_of(words, listed):
    """BIP-39: 24 words are 256 bits and 8 bits of checksum."""
    if len(words) != 24 or not set(words) <= set(listed):
        sys.exit("these are not 24 words of the list")
    bits = "".join(f"{listed.index(word):011b}" for word in words)
    octets = bytes(int(bits[at : at + 8], 2) for at in range(0, 264, 8))
    return octets[:32] if hashlib.sha256(octets[:32]).digest()[0] == octets[32] else sys.exit("these words do not belong together")


def passphrase_of(typed):
    """Without the line end of the file. NFC of UTF-8; other bytes are a key file and taken as they are."""
    typed = typed.removesuffix(b"\n").removesuffix(b"\r")
    try:
        return unicodedata.normalize("NFC", typed.decode()).encode()
    except UnicodeDecodeError:
        return typed


def kek_of(slot, vault, secret):
    if slot["kind"] == "recovery":
        return derive(secret, vault, "recovery")
    kdf = slot["kdf"]
    if not (64 <= kdf["memoryMiB"] <= 2048 and 3 <= kdf["passes"] <= 50):
        sys.exit("the costs of a slot are out of bounds")
    return hash_secret_raw(secret, base64.b64decode(kdf["salt"]), time_cost=kdf["passes"], memory_cost=kdf["memoryMiB"] * 1024, parallelism=1, hash_len=32, type=Type.ID)


def open_slot(content, kind, secret):
    """The payload of the slot that this secret opens, and the slot; None when it opens none."""
    for slot in (one for one in content["slots"] if one["kind"] == kind):
        try:
            return unseal(base64.b64decode(slot["key"]), kek_of(slot, content["id"], secret), f"cordon/1 slot {content['id']} {slot['id']} {kind}"), slot
        except CryptoError:
            continue


def is_authentic(content, master):
    """Under the MAC is RFC 8785; for what slots hold (ASCII, integers, lists, objects) that is sorted and compact."""
    rest = json.dumps({name: content[name] for name in ("format", "generation", "id", "slots")}, sort_keys=True, separators=(",", ":")).encode()
    return hmac.compare_digest(hmac.digest(derive(master, content["id"], "slot mac"), rest, "sha256"), base64.b64decode(content["mac"]))


def unlock(folder, kind, secret):
    """The vault's id, its master key, and the compartment keys of whoever this secret belongs to. The newest authentic copy says who that is."""
    copies = []
    for name in ("slots.a", "slots.b"):
        try:
            copies.append(json.loads((folder / name).read_bytes()))
        except (OSError, ValueError):
            print(f"{name} cannot be read", file=sys.stderr)
    if any(copy["format"] > 1 for copy in copies):
        sys.exit("this vault is newer than what I can read")
    for tried in sorted(copies, key=lambda copy: -copy["generation"]):
        if found := open_slot(tried, kind, secret):
            newest = max((copy for copy in copies if copy["id"] == tried["id"] and is_authentic(copy, found[0][:32])), key=lambda copy: copy["generation"], default=None)
            payload, slot = (found if newest is tried else newest and open_slot(newest, kind, secret)) or sys.exit("this key was taken away, or the slots were not written by this vault")
            box = SealedBox(PrivateKey.from_seed(payload[-32:]))
            return tried["id"], payload[:32], {name: box.decrypt(base64.b64decode(sealed)) for name, sealed in slot["grants"].items()}
    sys.exit("the passphrase opens no slot")


def open_database(folder, key, place):
    """SQLCipher 4 with a raw key. On a copy, because opening a database that was not closed folds its log in."""
    for name in ("vault.db", "vault.db-wal"):
        if (folder / name).exists():
            shutil.copy(folder / name, place)
    db = sqlcipher3.connect(str(pathlib.Path(place) / "vault.db"))
    db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    db.execute("PRAGMA temp_store = MEMORY")
    return db


def extract(folder, db, vault, master, sha256, out):
    name, length, wrapped = db.execute("SELECT name, bytes, key FROM blob WHERE sha256 = ?", (sha256,)).fetchone() or sys.exit("no bytes of it are in this vault")
    key = unseal(wrapped, derive(master, vault, "blob wrap"), f"cordon/1 blob {vault} {name} {sha256}")
    state, digest, tag = sodium.crypto_secretstream_xchacha20poly1305_state(), hashlib.sha256(), None
    with open(folder / "blobs" / name[:2] / name, "rb") as file, open(out, "xb") as plain:
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, file.read(HEADER), key)
        while tag != sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL:
            chunk, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(state, file.read(SEALED_CHUNK))
            digest.update(chunk)
            plain.write(chunk)
        if file.read(1) or plain.tell() != length or digest.hexdigest() != sha256:
            pathlib.Path(out).unlink()
            sys.exit("the file is not the one that was taken in")


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("vault", type=pathlib.Path)
    asked.add_argument("secret", type=pathlib.Path)
    asked.add_argument("--recovery", action="store_true")
    asked.add_argument("--words", type=pathlib.Path)
    asked.add_argument("--journal", action="store_true")
    asked.add_argument("--extract", nargs=2, metavar=("NUMBER", "OUT"))
    asked = asked.parse_args()
    secret = entropy_of(asked.secret.read_text().lower().split(), asked.words.read_text().split()) if asked.recovery else passphrase_of(asked.secret.read_bytes())
    vault, master, compartments = unlock(asked.vault, "recovery" if asked.recovery else "person", secret)
    open_sealed = lambda name, sealed: json.loads(unseal(sealed, compartments[name], f"cordon/1 compartment {vault} {name}")) if name in compartments else {"sealed": name}
    with tempfile.TemporaryDirectory() as place:
        db = open_database(asked.vault, derive(master, vault, "database"), place)
        if asked.extract:
            (body,) = db.execute("SELECT body FROM record WHERE number = ?", asked.extract[:1]).fetchone() or sys.exit("no such record")
            fields = (open_sealed("people", body) if isinstance(body, bytes) else json.loads(body)).get("fields", {})
            return extract(asked.vault, db, vault, master, fields.get("original", {}).get("sha256"), asked.extract[1])
        if asked.journal:
            for head, image, compartment in db.execute("SELECT head, image, compartment FROM journal ORDER BY seq"):
                content = None if image is None else open_sealed(compartment, image) if compartment else json.loads(image)
                print(json.dumps({**json.loads(head), "content": content}, ensure_ascii=False))
            return
        for number, kind, body in db.execute("SELECT number, kind, body FROM record ORDER BY rowid"):
            record = open_sealed("people", body) if isinstance(body, bytes) else json.loads(body)
            print(json.dumps(record if "number" in record else {"number": number, "kind": kind, **record}, ensure_ascii=False))


if __name__ == "__main__":
    main()
