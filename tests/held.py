"""What text holds of an inquiry in JSON: the list of docs/formats.md, as tests/project.c has it for generated ones."""
import json

MARKS = {"emphasis", "strong", "underline", "strike", "superscript", "subscript"}
LOST = {"level", "colspan", "rowspan"}


def head_rows(table):
    """How many rows at the start are of header cells only."""
    count = 0
    for row in (child for child in table["children"] if child["type"] == "row"):
        if not all(cell.get("header") for cell in row["children"]):
            break
        count += 1
    return count


def joined(children):
    """Two texts are never neighbours."""
    result = []
    for child in children:
        if isinstance(child, str) and result and isinstance(result[-1], str):
            result[-1] += child
        else:
            result.append(child)
    return result


def held_node(node, preformatted=False):
    """What takes the place of a node: some of them."""
    if isinstance(node, str):
        return [node]
    kind = node["type"]
    if kind == "break" and preformatted:
        return ["\n"]
    preformatted = kind == "preformatted" or (preformatted and kind != "footnote")
    children = joined(h for child in node.get("children") or [] for h in held_node(child, preformatted))
    if kind in MARKS:
        return children
    held = {key: value for key, value in node.items() if key not in LOST} | {"children": children}
    if kind == "table":
        rows = [child for child in children if child["type"] == "row"]
        for row in rows[head_rows(node):]:
            for cell in row["children"]:
                cell["header"] = False
    return [held]


def held(line):
    """The same for an inquiry on a line of its own."""
    record = json.loads(line)
    record["content"] = joined(h for node in record["content"] for h in held_node(node))
    record["provenance"] = None
    return json.dumps(record, ensure_ascii=False) + "\n"
