"""SPUK and gemeentefonds: beschikkingen and prices."""
