"""Services that take messages as their documentation says they do, and misbehave on demand.

    services.py FOLDER [--certificate FILE --key FILE]

prints the port, then serves POST until it is killed. Each request is looked at by what is documented of the service, and what
is found goes as a line of JSON into FOLDER/arrived.ndjson before the answer leaves. Misbehaviour is read anew for each
request from the first line of FOLDER/script, which is used up: ok, STATUS, STATUS/SECONDS (with Retry-After), code=N (a code of
the service with status 200), hang, die (after the request was taken), drop (before), slow, garbage, empty. Without a script
all is well.

    webhook    the README of this project, "Receivers"
    wecom      developer.work.weixin.qq.com/document/path/91770
    dingtalk   open.dingtalk.com/document/robots/customize-robot-security-settings
    feishu     open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
"""

import argparse
import base64
import fcntl
import hashlib
import hmac
import http.server
import json
import os
import socket
import ssl
import time
import urllib.parse

SECRET = os.environ.get("SERVICE_SECRET", "this is secret")
TOKEN = os.environ.get("SERVICE_TOKEN", "token-of-the-robot")


def webhook(request):
    stamp = request.headers.get("X-Monitor-Timestamp", "")
    signed = stamp.encode() + b"." + request.content
    expected = "sha256=" + hmac.new(SECRET.encode(), signed, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Monitor-Signature", "")):
        return {"problem": "signature"}
    body = json.loads(request.content)
    return {"key": request.headers["Idempotency-Key"], "alerts": [a["fingerprint"] for a in body["alerts"]]}


def wecom(request):
    if request.query.get("key") != [TOKEN]:
        return {"problem": "key", "code": 93000}
    body = json.loads(request.content)
    text = body["markdown"]["content"]
    if body["msgtype"] != "markdown" or len(text.encode()) > 4096:
        return {"problem": "length", "code": 40058}
    return {"text": text}


def dingtalk(request):
    stamp = request.query["timestamp"][0]
    if abs(int(stamp) / 1000 - request.clock) > 3600:
        return {"problem": "timestamp", "code": 310000}
    mac = hmac.new(SECRET.encode("utf-8"), f"{stamp}\n{SECRET}".encode("utf-8"), digestmod=hashlib.sha256)
    # A query that was encoded as the documentation asks gives the signature itself back.
    if request.query["sign"] != [base64.b64encode(mac.digest()).decode()]:
        return {"problem": "signature", "code": 310000}
    if request.query["access_token"] != [TOKEN]:
        return {"problem": "token", "code": 300001}
    body = json.loads(request.content)
    if body["msgtype"] != "markdown" or len(request.content) > 20000:
        return {"problem": "length", "code": 460101}
    return {"text": body["markdown"]["text"], "everybody": body.get("at", {}).get("isAtAll", False)}


def feishu(request):
    body = json.loads(request.content)
    key = f"{body['timestamp']}\n{SECRET}"
    sign = base64.b64encode(hmac.new(key.encode("utf-8"), b"", digestmod=hashlib.sha256).digest()).decode()
    if body["sign"] != sign or abs(int(body["timestamp"]) - request.clock) > 3600:
        return {"problem": "signature", "code": 19021}
    if not request.path.endswith("/" + TOKEN):
        return {"problem": "token", "code": 19001}
    if body["msg_type"] != "post" or len(request.content) > 20 * 1024:
        return {"problem": "length", "code": 11246}
    post = body["content"]["post"]["zh_cn"]
    elements = [element for line in post["content"] for element in line]
    return {
        "text": "\n".join([post["title"]] + [element["text"] for element in elements]),
        "tags": sorted({element["tag"] for element in elements}),
    }


SERVICES = {"/webhook": webhook, "/cgi-bin": wecom, "/robot": dingtalk, "/open-apis": feishu}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        behaviour = self.server.behaviour()
        if behaviour == "drop":
            return self.leave()
        length = int(self.headers["Content-Length"])
        self.content = self.rfile.read(length)
        if len(self.content) < length:
            return self.leave()
        if behaviour == "hang":
            time.sleep(600)
        # Tests may live in another time than this machine.
        self.clock = float(os.environ.get("SERVICE_CLOCK", time.time()))
        address = urllib.parse.urlparse(self.path)
        self.path = address.path
        self.query = urllib.parse.parse_qs(address.query, strict_parsing=False)
        name, service = next((p, s) for p, s in SERVICES.items() if address.path.startswith(p))
        found = service(self)
        code = found.get("code", 0)
        status, wait = 200, None
        if behaviour.startswith("code="):
            code = int(behaviour[5:])
        elif behaviour[:1].isdigit():
            status, _, wait = behaviour.partition("/")
        elif behaviour == "slow":
            time.sleep(0.05)
        taken = "problem" not in found and code == 0 and int(status) == 200
        self.server.note({
            "service": name.strip("/"), "behaviour": behaviour, "taken": taken, "at": time.time(),
            "bytes": len(self.content), **found})
        if behaviour == "die":
            return self.leave()
        status = 401 if name == "/webhook" and "problem" in found else int(status)
        words = {"garbage": b"<html>", "empty": b""}.get(behaviour)
        if words is None:
            # What a service says may repeat what it was told.
            said = f"said {TOKEN} {SECRET}" if code or status != 200 else "ok"
            names = ("code", "msg") if name == "/open-apis" else ("errcode", "errmsg")
            words = json.dumps({names[0]: code, names[1]: said}).encode()
        self.send_response(status)
        if wait:
            self.send_header("Retry-After", wait)
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)

    def leave(self):
        self.close_connection = True
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.connection.close()

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, folder):
        self.folder = folder
        super().__init__(("127.0.0.1", 0), Handler)

    def handle_error(self, request, client_address):
        pass  # The client was killed, or we have hung up.

    def behaviour(self):
        path = os.path.join(self.folder, "script")
        try:
            with open(path, "r+") as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                first, *rest = file.read().splitlines() or ["ok"]
                file.seek(0)
                file.truncate()
                file.write("\n".join(rest))
                return first or "ok"
        except FileNotFoundError:
            return "ok"

    def note(self, line):
        with open(os.path.join(self.folder, "arrived.ndjson"), "a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    options = parser.parse_args()
    server = Server(options.folder)
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    with open(os.path.join(options.folder, "port"), "w") as file:
        file.write(str(server.server_address[1]))
    os.rename(os.path.join(options.folder, "port"), os.path.join(options.folder, "ready"))
    server.serve_forever()
