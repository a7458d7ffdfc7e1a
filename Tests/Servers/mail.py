"""A server of mail, aiosmtpd, that wants TLS and a login, and misbehaves on demand.

    mail.py FOLDER starttls|tls|plain CERTIFICATE KEY

writes its port to FOLDER/ready, then serves until it is killed. Each letter that was taken goes as a line of JSON, read by
Python's own parser of mail, into FOLDER/arrived.ndjson before the answer leaves. The first line of FOLDER/script is used up for
each letter: ok, STATUS (after the letter), rcpt=STATUS, hang, die (after the letter was taken), slow.
"""

import asyncio
import email
import email.policy
import fcntl
import json
import os
import ssl
import sys
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder, mode, certificate, key = sys.argv[1:5]
USER, PASSWORD = "monitor@example.gov.cn", "p@ss w0rd"


def behaviour(use):
    try:
        with open(os.path.join(folder, "script"), "r+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            first, *rest = file.read().splitlines() or ["ok"]
            if use(first):
                file.seek(0)
                file.truncate()
                file.write("\n".join(rest))
            return first or "ok"
    except FileNotFoundError:
        return "ok"


def note(line):
    with open(os.path.join(folder, "arrived.ndjson"), "a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def described(envelope):
    letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
    parts = list(letter.walk())
    text = next(part for part in parts if part.get_content_type() == "text/plain")
    page = next((part for part in parts if part.get_content_type() == "text/html" and not part.is_attachment()), None)
    return {
        "id": letter["Message-ID"], "subject": letter["Subject"], "from": str(letter["From"]), "to": str(letter["To"]),
        "date": letter["Date"].datetime.isoformat(), "text": text.get_content().replace("\r\n", "\n"),
        "html": page.get_content() if page else "", "recipients": envelope.rcpt_tos, "sender": envelope.mail_from,
        "attachments": {p.get_filename(): len(p.get_content()) for p in parts if p.is_attachment()},
        "defects": [str(defect) for part in parts for defect in part.defects],
        "longest": max(len(line) for line in envelope.content.split(b"\r\n")),
        "words": [line.decode("ascii") for line in envelope.content.split(b"\r\n") if b"=?UTF-8?B?" in line],
    }


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        first = behaviour(lambda word: word.startswith("rcpt="))
        if first.startswith("rcpt="):
            return first[5:] + " mailbox is not there"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        first = behaviour(lambda word: True)
        if first[:1].isdigit():
            return first + " said " + PASSWORD
        if first == "hang":
            await asyncio.sleep(600)
        if first == "slow":
            await asyncio.sleep(0.05)
        note({**described(envelope), "at": time.time(), "behaviour": first})
        if first == "die":
            server.transport.abort()
            await asyncio.sleep(0)
            return "421 gone"
        return "250 taken"


def login(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and data.login == USER.encode() and data.password == PASSWORD.encode()
    return AuthResult(success=True) if good else AuthResult(success=False, handled=False)


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)


class Server(Controller):
    def factory(self):
        if mode == "plain":
            return SMTP(self.handler)
        return SMTP(
            self.handler, require_starttls=mode == "starttls", tls_context=context if mode == "starttls" else None,
            auth_required=True, authenticator=login, auth_require_tls=mode == "starttls")


# A port that is free now, as the controller wants to know it beforehand.
import socket
with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
controller = Server(Handler(), hostname="127.0.0.1", port=port, ssl_context=context if mode == "tls" else None)
controller.start()
with open(os.path.join(folder, "port"), "w") as file:
    file.write(str(port))
os.rename(os.path.join(folder, "port"), os.path.join(folder, "ready"))
while True:
    time.sleep(60)
