"""Calls the API, by its Service's name in the cluster."""

import os
from typing import Any

import httpx


class ApiError(Exception):
    """With a message that can be shown."""


def analyse(text: str, summary_size: int, transport: httpx.BaseTransport | None = None) -> dict[str, Any]:
    base = os.environ.get("CCORE_API_URL", "http://localhost:8000")
    try:
        with httpx.Client(base_url=base, timeout=10, transport=transport) as client:
            answer = client.post("/api/analysis", json={"text": text, "summary_size": summary_size})
    except httpx.HTTPError as error:
        raise ApiError("The API cannot be reached. Try again in a moment.") from error
    if answer.status_code == 422:
        raise ApiError("The API refused the text. It takes up to 100 000 characters.")
    if answer.is_error:
        raise ApiError(f"The API failed ({answer.status_code}).")
    return answer.json()
