import json

import httpx
import pytest

from ccore_frontend.client import ApiError, analyse


def answering(answer: httpx.Response | Exception) -> httpx.MockTransport:
    def handle(request: httpx.Request) -> httpx.Response:
        assert str(request.url) == "http://api:8000/api/analysis"
        assert json.loads(request.content) == {"text": "Hello.", "summary_size": 2}
        if isinstance(answer, Exception):
            raise answer
        return answer

    return httpx.MockTransport(handle)


@pytest.fixture(autouse=True)
def address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCORE_API_URL", "http://api:8000")


def test_asks_the_api() -> None:
    assert analyse("Hello.", 2, answering(httpx.Response(200, json={"words": 1}))) == {"words": 1}


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (httpx.ConnectError("refused"), "cannot be reached"),
        (httpx.ReadTimeout("slow"), "cannot be reached"),
        (httpx.Response(422), "refused the text"),
        (httpx.Response(503), r"failed \(503\)"),
    ],
)
def test_says_what_went_wrong(answer: httpx.Response | Exception, message: str) -> None:
    with pytest.raises(ApiError, match=message):
        analyse("Hello.", 2, answering(answer))
