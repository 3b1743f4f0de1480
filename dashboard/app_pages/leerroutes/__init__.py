"""The page on leerroutes."""
