import pytest
from fastapi.testclient import TestClient

from ccore_api.app import MAX_CHARACTERS, create_app


@pytest.fixture
def client() -> TestClient:
    return TestClient(create_app())


def test_analyses(client: TestClient) -> None:
    answer = client.post("/api/analysis", json={"text": "Coffee is good. Coffee grows.", "summary_size": 1})
    assert answer.status_code == 200
    assert answer.json() == {
        "characters": 29,
        "words": 5,
        "sentences": 2,
        "distinct_words": 4,
        "seconds_to_read": 1,
        "frequent": [{"word": "coffee", "count": 2}, {"word": "good", "count": 1}, {"word": "grows", "count": 1}],
        "summary": ["Coffee is good."],
    }


@pytest.mark.parametrize(
    "body",
    [{}, {"text": 1}, {"text": "x" * (MAX_CHARACTERS + 1)}, {"text": "x", "summary_size": 0}, {"text": "x", "summary_size": 11}],
)
def test_refuses(client: TestClient, body: dict[str, object]) -> None:
    assert client.post("/api/analysis", json=body).status_code == 422


def test_health_and_metrics(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    client.get("/nowhere/1")
    metrics = client.get("/metrics/").text
    assert 'http_requests_total{code="200",method="GET",route="/healthz"} 1.0' in metrics
    assert 'http_requests_total{code="404",method="other",route="none"} 1.0' in metrics
    assert "/nowhere/1" not in metrics
