"""Read deliveries: recognise, parse, validate and load them into the raw schema."""
