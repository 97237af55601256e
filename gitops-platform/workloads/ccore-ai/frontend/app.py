"""The page."""

import streamlit as st

from ccore_frontend.client import ApiError, analyse

st.set_page_config(page_title="ccore-ai", page_icon="📝")
st.title("What is this text about?")

with st.form("text"):
    text = st.text_area("Text", height=240, max_chars=100_000)
    size = st.slider("Sentences of the summary", 1, 10, 3)
    submitted = st.form_submit_button("Analyse")

if submitted and not text.strip():
    st.warning("Write or paste a text first.")
elif submitted:
    try:
        found = analyse(text, size)
    except ApiError as error:
        st.error(str(error))
    else:
        columns = st.columns(4)
        for column, (label, key) in zip(
            columns,
            [("Words", "words"), ("Sentences", "sentences"), ("Distinct words", "distinct_words"), ("Seconds to read", "seconds_to_read")],
            strict=True,
        ):
            column.metric(label, found[key])
        st.subheader("Summary")
        # As text: what stands in it must not be read as Markdown.
        for sentence in found["summary"]:
            st.text(sentence)
        st.subheader("Frequent words")
        st.dataframe(found["frequent"], hide_index=True)
