"""Open a delivered file of any kind, safely, as sheets of printed cells."""
