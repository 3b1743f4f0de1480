"""TVS/COA: taakstelling and realisatie of housing."""
