"""`python -m rekenkamer …`, for when the console script is not on the path."""

from rekenkamer.cli import main

if __name__ == "__main__":
    main()
