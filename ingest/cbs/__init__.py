"""CBS and RvIG: gemeenten, inwoners, herindelingen and boundaries."""
