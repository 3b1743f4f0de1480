"""Run and command line of the rekenkamer data warehouse."""
