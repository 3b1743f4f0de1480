"""Personal numbers: recognise, mask, replace by a pseudonym."""
