"""The API. It keeps nothing: a text is read, answered and forgotten, and never written to the log."""

import time
from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import FastAPI, Request, Response
from prometheus_client import CollectorRegistry, Counter, Histogram, make_asgi_app
from pydantic import BaseModel, Field

from .text import figures, summary

# What a page of the frontend can hold, and what is read within a second.
MAX_CHARACTERS = 100_000

Text = Annotated[str, Field(max_length=MAX_CHARACTERS)]


class AnalysisRequest(BaseModel):
    text: Text
    summary_size: Annotated[int, Field(ge=1, le=10)] = 3


class Frequency(BaseModel):
    word: str
    count: int


class Analysis(BaseModel):
    characters: int
    words: int
    sentences: int
    distinct_words: int
    seconds_to_read: int
    frequent: list[Frequency]
    summary: list[str]


def create_app() -> FastAPI:
    app = FastAPI(title="ccore-ai", version="0.1.0", docs_url="/api/docs", openapi_url="/api/openapi.json")
    registry = CollectorRegistry()
    requests = Counter("http_requests", "Requests answered.", ["method", "route", "code"], registry=registry)
    duration = Histogram("http_request_duration_seconds", "Time until the answer.", ["route"], registry=registry)

    @app.middleware("http")
    async def measure(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
        began = time.perf_counter()
        response = await call_next(request)
        # The pattern and not the path: a caller must not be able to make as many time series as it likes.
        route = getattr(request.scope.get("route"), "path", "none")
        requests.labels(request.method if route != "none" else "other", route, response.status_code).inc()
        duration.labels(route).observe(time.perf_counter() - began)
        return response

    @app.get("/healthz", include_in_schema=False)
    def health() -> dict[str, str]:
        return {"status": "ok"}

    # Plain functions: the work is counting, and belongs in a thread beside the one that answers probes.
    @app.post("/api/analysis")
    def analyse(request: AnalysisRequest) -> Analysis:
        found = figures(request.text)
        return Analysis(
            characters=found.characters,
            words=found.words,
            sentences=found.sentences,
            distinct_words=found.distinct_words,
            seconds_to_read=found.seconds_to_read,
            frequent=[Frequency(word=word, count=count) for word, count in found.frequent],
            summary=summary(request.text, request.summary_size),
        )

    app.mount("/metrics", make_asgi_app(registry))
    return app


app = create_app()
