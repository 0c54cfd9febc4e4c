"""The program of docs/embedding.md, compiled and run as the page says: by each compiler, as each language."""
LANGUAGES = [("gcc", "c99"), ("gcc", "c11"), ("gcc", "c++17"), ("clang", "c99"), ("clang", "c11"), ("clang", "c++17")]


def compiler(name, language):
    """What stands for "cc -std=c99" in the page's command."""
    if language.startswith("c++"):
        return f"{name.replace('gcc', 'g++').replace('clang', 'clang++')} -x c++ -std={language}"
    return f"{name} -std={language}"


def run(place):
    place.needs("gcc", "g++", "clang", "clang++")
    page = place.page("docs/embedding.md")
    place.write("embed.c", page.code("c"))
    section = "Static linking" if place.option("default_library") == "static" else "Compile it"
    compile_it = page.section(section).command("cc -std=c99 ")
    for name, language in LANGUAGES:
        command = compile_it.replace("cc -std=c99", compiler(name, language))
        printed = place.shell(command + "\n" + page.section("Compile it").command("./embed"))
        for words in ["1.\tWie viele sind es?", "Es sind vier.", "<akomaNtoso ", "</akomaNtoso>"]:
            place.check(words in printed, f"{command}\nthe program does not say {words}:\n{printed}")
