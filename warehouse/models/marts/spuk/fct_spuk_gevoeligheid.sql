{{ spuk_verloop('variant') }}
