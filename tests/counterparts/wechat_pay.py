"""WeChat Pay's side, by `cryptography`: it makes the keys, verifies what a merchant signs, signs and seals what is sent to one.
And wechatpayv3, a merchant's side, which what either side makes is held against."""

import datetime
import json
import os
import tempfile
from base64 import b64decode, b64encode

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID
from line import serve
from wechatpayv3 import WeChatPay, WeChatPayType

MERCHANT, PLATFORM = (rsa.generate_private_key(public_exponent=65537, key_size=2048) for _ in range(2))
ASSOCIATED = "transaction"


def certificate():
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Tenpay.com sign")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(PLATFORM.public_key())
    made = made.serial_number(x509.random_serial_number())
    made = made.not_valid_before(datetime.datetime(2025, 1, 1)).not_valid_after(datetime.datetime(2040, 1, 1))
    return made.sign(PLATFORM, SHA256())


CERTIFICATE = certificate()


def private(key):
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def public(key):
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def keys(_):
    return {
        "merchant": private(MERCHANT),
        "platform": public(PLATFORM),
        "certificate": CERTIFICATE.public_bytes(Encoding.PEM).decode(),
        "serial": format(CERTIFICATE.serial_number, "X"),
    }


def verify(asked):
    MERCHANT.public_key().verify(
        b64decode(asked["signature"]), asked["message"].encode(), padding.PKCS1v15(), SHA256()
    )
    return {"signed": True}


def sign(asked):
    signature = PLATFORM.sign(asked["message"].encode(), padding.PKCS1v15(), SHA256())
    return {"signature": b64encode(signature).decode()}


def seal(asked):
    nonce = os.urandom(6).hex()
    text = AESGCM(asked["key"].encode()).encrypt(nonce.encode(), asked["text"].encode(), ASSOCIATED.encode())
    return {
        "algorithm": "AEAD_AES_256_GCM",
        "ciphertext": b64encode(text).decode(),
        "associated_data": ASSOCIATED,
        "nonce": nonce,
    }


def sdk(asked):
    known = {}
    if asked.get("public_key_id"):
        known = {"public_key": public(PLATFORM), "public_key_id": asked["public_key_id"]}
    else:
        known = {"cert_dir": tempfile.mkdtemp()}
        with open(f"{known['cert_dir']}/one.pem", "w", encoding="utf-8") as file:
            file.write(keys(None)["certificate"])
    return WeChatPay(
        wechatpay_type=WeChatPayType.JSAPI,
        mchid=asked["mchid"],
        private_key=private(MERCHANT),
        cert_serial_no=asked["serial"],
        apiv3_key=asked["key"],
        appid="wx1",
        notify_url="https://hall.example",
        **known,
    )


def sdk_sign(asked):
    return {"signature": sdk(asked).sign(asked["parts"])}


def sdk_callback(asked):
    told = sdk(asked).callback(asked["headers"], asked["body"])
    return {"told": json.loads(json.dumps(told))}


CAN = {"keys": keys, "verify": verify, "sign": sign, "seal": seal, "sdk_sign": sdk_sign, "sdk_callback": sdk_callback}

serve(lambda asked: CAN[asked["do"]](asked))
