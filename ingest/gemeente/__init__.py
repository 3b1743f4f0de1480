"""Municipal exports: workbooks with crosstabs."""
