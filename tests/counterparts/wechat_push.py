"""wechatpy plays WeChat's side of pushed messages: it seals what is sent to us, and opens what we answer."""

from line import serve
from wechatpy.crypto import WeChatCrypto
from wechatpy.utils import check_signature, to_text


def answer(asked):
    crypto = WeChatCrypto(asked["token"], asked["aes_key"], asked["appid"])
    if asked["do"] == "check":
        check_signature(asked["token"], asked["signature"], asked["timestamp"], asked["nonce"])
        return {"signed": True}
    if asked["do"] == "seal":
        return {"xml": crypto.encrypt_message(asked["message"], asked["nonce"], asked["timestamp"])}
    if asked["do"] == "open":
        message = crypto.decrypt_message(asked["xml"], asked["signature"], asked["timestamp"], asked["nonce"])
        return {"message": to_text(message)}
    raise ValueError(asked["do"])


serve(answer)
