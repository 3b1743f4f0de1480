"""Files for readers, made from plain rows: no database, no Streamlit, no clock."""
