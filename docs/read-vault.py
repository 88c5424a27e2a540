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
from nacl.public import PrivateKey, SealedBox

CHUNK = 65536
OVER = sodium.crypto_secretstream_xchacha20poly1305_ABYTES
HEADER = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES


def canonical(value):
    """RFC 8785 for what slot files hold: strings of ASCII, integers, lists and objects."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def unseal(sealed, key, about):
    """nonce (24) ‖ XChaCha20-Poly1305 ciphertext and tag, with `about` as additional data."""
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(sealed[24:], about.encode(), sealed[:24], key)


def derive(key, vault, use):
    """HKDF-SHA256, one block: salt = the vault's id, info = "cordon/1 " + use."""
    extracted = hmac.new(vault.encode(), key, hashlib.sha256).digest()
    return hmac.new(extracted, b"cordon/1 " + use.encode() + b"\x01", hashlib.sha256).digest()


def entropy_of(words, listed):
    """BIP-39: 24 words are 256 bits and 8 bits of checksum."""
    bits = "".join(f"{listed.index(word):011b}" for word in words)
    octets = bytes(int(bits[at : at + 8], 2) for at in range(0, 264, 8))
    if len(words) != 24 or hashlib.sha256(octets[:32]).digest()[0] != octets[32]:
        sys.exit("these are not 24 words that belong together")
    return octets[:32]


def kek_of(slot, vault, secret):
    if slot["kind"] == "recovery":
        return derive(secret, vault, "recovery")
    kdf = slot["kdf"]
    if not (64 <= kdf["memoryMiB"] <= 2048 and 3 <= kdf["passes"] <= 50):
        sys.exit("the costs of a slot are out of bounds")
    return hash_secret_raw(secret, base64.b64decode(kdf["salt"]), time_cost=kdf["passes"], memory_cost=kdf["memoryMiB"] * 1024, parallelism=1, hash_len=32, type=Type.ID)


def unlock(folder, kind, secret):
    """The master key and the compartment keys of whoever this secret belongs to."""
    copies = []
    for name in ("slots.a", "slots.b"):
        try:
            copies.append(json.loads((folder / name).read_bytes()))
        except (OSError, ValueError):
            print(f"{name} cannot be read", file=sys.stderr)
    for content in sorted(copies, key=lambda copy: -copy["generation"]):
        vault = content["id"]
        for slot in (one for one in content["slots"] if one["kind"] == kind):
            try:
                payload = unseal(base64.b64decode(slot["key"]), kek_of(slot, vault, secret), f"cordon/1 slot {vault} {slot['id']} {kind}")
            except Exception:
                continue
            master, box = payload[:32], PrivateKey.from_seed(payload[-32:])
            rest = {name: content[name] for name in ("format", "generation", "id", "slots")}
            if not hmac.compare_digest(hmac.new(derive(master, vault, "slot mac"), canonical(rest), hashlib.sha256).digest(), base64.b64decode(content["mac"])):
                sys.exit("the slots were not written by this vault")
            return vault, master, {name: SealedBox(box).decrypt(base64.b64decode(sealed)) for name, sealed in slot["grants"].items()}
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


def blob_chunks(folder, db, vault, master, sha256):
    row = db.execute("SELECT name, bytes, key FROM blob WHERE sha256 = ?", (sha256,)).fetchone()
    if not row:
        sys.exit("the vault has no such file")
    name, length, wrapped = row
    key = unseal(wrapped, derive(master, vault, "blob wrap"), f"cordon/1 blob {vault} {name} {sha256}")
    state, total = sodium.crypto_secretstream_xchacha20poly1305_state(), 0
    with open(folder / "blobs" / name[:2] / name, "rb") as file:
        sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, file.read(HEADER), key)
        tag = None
        while tag != sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL:
            chunk, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(state, file.read(CHUNK + OVER))
            total += len(chunk)
            yield chunk
        if file.read(1) or total != length:
            sys.exit("the file was changed")


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("vault", type=pathlib.Path)
    asked.add_argument("secret", type=pathlib.Path)
    asked.add_argument("--recovery", action="store_true")
    asked.add_argument("--words", type=pathlib.Path)
    asked.add_argument("--journal", action="store_true")
    asked.add_argument("--extract", nargs=2, metavar=("NUMBER", "OUT"))
    asked = asked.parse_args()
    text = asked.secret.read_text().rstrip("\r\n")
    secret = entropy_of(text.lower().split(), asked.words.read_text().split()) if asked.recovery else unicodedata.normalize("NFC", text).encode()
    vault, master, compartments = unlock(asked.vault, "recovery" if asked.recovery else "person", secret)
    open_sealed = lambda name, sealed: json.loads(unseal(sealed, compartments[name], f"cordon/1 compartment {vault} {name}")) if name in compartments else {"sealed": name}
    with tempfile.TemporaryDirectory() as place:
        db = open_database(asked.vault, derive(master, vault, "database"), place)
        if asked.extract:
            (body,) = db.execute("SELECT body FROM record WHERE number = ?", asked.extract[:1]).fetchone() or sys.exit("no such record")
            fields = (open_sealed("people", body) if isinstance(body, bytes) else json.loads(body)).get("fields", {})
            digest = hashlib.sha256()
            with open(asked.extract[1], "xb") as out:
                for chunk in blob_chunks(asked.vault, db, vault, master, fields["sha256"]):
                    digest.update(chunk)
                    out.write(chunk)
            sys.exit(None if digest.hexdigest() == fields["sha256"] else "the file is not the one that was taken in")
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
