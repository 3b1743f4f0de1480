"""Iv3: budget, quarters and annual accounts per taakveld, as CBS publishes them."""
