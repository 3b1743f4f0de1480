{{ spuk_verloop('scenario') }}
