"""The vendors' own SDKs sign what we have sent: `{"vendor", "secret", "headers", "body"}` → `{"signature"}`."""

import json
from datetime import datetime, timezone
from types import SimpleNamespace
from urllib.parse import parse_qsl

from aliyunsdkcore.auth.composer import rpc_signature_composer as aliyun
from line import serve
from tencentcloud.common import credential
from tencentcloud.sms.v20210111 import models
from tencentcloud.sms.v20210111.sms_client import SmsClient


def tencent(asked):
    headers = asked["headers"]
    # Their own model reads it: a name that they do not know would be told.
    request = models.SendSmsRequest()
    request.from_json_string(asked["body"])
    sent = SimpleNamespace(
        uri="/",
        method="POST",
        data=asked["body"],
        header={
            "Content-Type": headers["content-type"],
            "Host": headers["host"],
            "X-TC-Timestamp": headers["x-tc-timestamp"],
        },
    )
    day = datetime.fromtimestamp(int(headers["x-tc-timestamp"]), timezone.utc).strftime("%Y-%m-%d")
    client = SmsClient(credential.Credential("key", "secret"), "ap-guangzhou")
    signature = client._get_tc3_signature({}, sent, day, "sms", asked["secret"])
    return {
        "signature": signature,
        "known": headers["x-tc-version"] == client._apiVersion and json.loads(asked["body"]).keys()
        <= {name.removeprefix("_") for name in vars(request)},
    }


def aliyun_sms(asked):
    parameters = dict(parse_qsl(asked["body"], keep_blank_values=True, strict_parsing=True))
    parameters.pop("Signature")
    text = aliyun.__dict__["__compose_string_to_sign"]("POST", parameters)
    return {"signature": aliyun.__dict__["__get_signature"](text, asked["secret"]), "known": True}


serve(lambda asked: {"Tencent": tencent, "Aliyun": aliyun_sms}[asked["vendor"]](asked))
