"""What is installed, and that it works where it is."""


def run(place):
    place.copy("docs/sample/anfrage.html")
    place.shell("anfrage convert -t akn anfrage.html", says="<akomaNtoso ")
