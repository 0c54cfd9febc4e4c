"""A program that is not linked with the library, but loads it RTLD_LOCAL, converts with its plugins."""


def run(place):
    if place.option("default_library") == "static":
        place.skip("there is no shared library")
    place.copy("tests/guest/local.c")
    place.copy("docs/sample/anfrage.html")
    place.shell("cc -std=gnu11 local.c -o local $(pkg-config --cflags libanfrage) -ldl")
    place.shell("./local anfrage.html", says="Wie kommen Radwege an Landesstraßen im Kreis Lippe voran?")
