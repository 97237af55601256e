from pathlib import Path
from unittest.mock import patch

import pytest
from streamlit.testing.v1 import AppTest

from ccore_frontend.client import ApiError

FOUND = {
    "words": 5,
    "sentences": 2,
    "distinct_words": 4,
    "seconds_to_read": 1,
    "frequent": [{"word": "coffee", "count": 2}],
    "summary": ["Coffee is *good*."],
}


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_file(str(Path(__file__).parents[1] / "app.py"), default_timeout=30).run()


def submit(page: AppTest, text: str) -> AppTest:
    page.text_area[0].set_value(text)
    return page.button[0].click().run()


def test_shows_figures_and_summary(page: AppTest) -> None:
    with patch("ccore_frontend.client.analyse", return_value=FOUND) as analyse:
        submit(page, "Coffee is *good*. Coffee grows.")
    analyse.assert_called_once_with("Coffee is *good*. Coffee grows.", 3)
    assert [metric.value for metric in page.metric] == ["5", "2", "4", "1"]
    assert page.text[0].value == "Coffee is *good*."
    assert not page.exception


def test_asks_for_a_text(page: AppTest) -> None:
    with patch("ccore_frontend.client.analyse") as analyse:
        submit(page, "  ")
    analyse.assert_not_called()
    assert "first" in page.warning[0].value


def test_shows_what_went_wrong(page: AppTest) -> None:
    with patch("ccore_frontend.client.analyse", side_effect=ApiError("The API failed (503).")):
        submit(page, "Hello.")
    assert page.error[0].value == "The API failed (503)."
    assert not page.metric
