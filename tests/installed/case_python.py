"""docs/examples/python/, which a researcher copies, run as docs/embedding.md says."""


def run(place):
    if place.option("default_library") == "static":
        place.skip("a script loads a shared library")
    place.needs("python3")
    place.copy("docs/examples/python/inquiries.py")
    place.copy("docs/sample/anfrage.html")
    place.shell(place.page("docs/embedding.md").section("From a script").command("python3 "))
    table = place.shell("cat inquiries.csv").splitlines()
    place.check(table == [
        "page,number,title,parties,questions,answers",
        "anfrage.html,18/9412,Wie kommen Radwege an Landesstraßen im Kreis Lippe voran?,SPD,3,3",
    ], "\n".join(table))
    place.write("other.txt", "Ein Rezept für Apfelkuchen.\n")
    place.shell("python3 inquiries.py other.txt missing.html >other.csv", status=1, says="missing.html: cannot be read")
