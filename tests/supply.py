"""What the program is made of, and whether deny.toml allows it.

    python3 supply.py check        licences, bans, sources and hashes of the locked packages
    python3 supply.py bill [FILE]  the bill of materials as CycloneDX 1.5 JSON
    python3 supply.py notices FILE the licences of all packages and of the typeface, word for word

Reads `cargo metadata --locked` and Cargo.lock, for the systems that deny.toml names; asks no
network beside Cargo's own.
"""

import json
import operator
import os
import re
import subprocess
import sys
import tomllib

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
# How deny.toml may limit a ban by version; what it says otherwise is refused, not passed over.
LIMITS = {"<": operator.lt, "<=": operator.le, "=": operator.eq}


def metadata(target):
    asked = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", target]
    return json.loads(subprocess.run(asked, cwd=root, check=True, stdout=subprocess.PIPE).stdout)


def shipped(found):
    """Packages that go into the program: from its root along what is no development dependency."""
    nodes = {node["id"]: node for node in found["resolve"]["nodes"]}
    packages = {package["id"]: package for package in found["packages"]}
    reached, open_ids = set(), [found["resolve"]["root"]]
    while open_ids:
        current = open_ids.pop()
        if current in reached:
            continue
        reached.add(current)
        for dependency in nodes[current]["deps"]:
            if any(kind["kind"] != "dev" for kind in dependency["dep_kinds"]):
                open_ids.append(dependency["pkg"])
    return {identity: packages[identity] for identity in reached}


def licensed(expression, allowed):
    """An expression of SPDX: OR needs one side, AND both; WITH names an exception."""
    tokens = re.findall(r"\(|\)|[^\s()]+", expression.replace("/", " OR "))
    place = 0

    def term():
        nonlocal place
        token = tokens[place]
        place += 1
        if token == "(":
            inner = either()
            place += 1
            return inner
        if place < len(tokens) and tokens[place] == "WITH":
            token = f"{token} WITH {tokens[place + 1]}"
            place += 2
        return token in allowed

    def chain(word, part, of):
        nonlocal place
        good = part()
        while place < len(tokens) and tokens[place] == word:
            place += 1
            good = of((part(), good))
        return good

    def either():
        return chain("OR", lambda: chain("AND", term, all), any)

    return either()


def parts(version):
    return [int(part) for part in re.findall(r"\d+", version.split("-")[0])[:3]]


def banned(ban, name, version):
    """Whether a line of deny.toml (`name`, `name@<1.2`) means the package."""
    meant, _, limit = ban["crate"].partition("@")
    said = re.fullmatch(r"(<=|<|=)([\d.]+)", limit)
    if limit and not said:
        sys.exit(f"deny.toml: the limit of {ban['crate']} is none of {', '.join(LIMITS)}")
    return name == meant and (not limit or LIMITS[said[1]](parts(version), parts(said[2])))


def sources(rules):
    """The addresses of registries and repositories that deny.toml allows, as Cargo writes them."""
    for kind in ("unknown-registry", "unknown-git"):
        if rules[kind] != "deny":
            sys.exit(f"deny.toml: {kind} is {rules[kind]}, which this check does not know")
    return {f"registry+{one}" for one in rules["allow-registry"]} \
        | {f"git+{one}" for one in rules["allow-git"]}


def check(rules, found, locked):
    wrong, allowed = [], set(rules["licenses"]["allow"])
    exceptions = {entry["crate"]: set(entry["allow"])
                  for entry in rules["licenses"].get("exceptions", [])}
    known, bans = sources(rules["sources"]), rules["bans"]
    for package in found.values():
        name, version = package["name"], package["version"]
        which = f"{name} {version}"
        if package["source"] is None:
            if name != "foerderbuch":
                wrong.append(f"{which} comes from a folder")
            wrong.extend(f"{which} takes any version of {dependency['name']}"
                         for dependency in package["dependencies"]
                         if dependency["req"] == "*" and bans["wildcards"] == "deny")
            continue
        if package["source"].partition("?")[0] not in known:
            wrong.append(f"{which} comes from {package['source']}")
        if not locked.get((name, version)):
            wrong.append(f"{which} has no hash in Cargo.lock")
        if not licensed(package["license"] or "none", allowed | exceptions.get(name, set())):
            wrong.append(f"{which} has the licence {package['license']}")
        wrong.extend(f"{which} is banned: {ban['reason']}"
                     for ban in bans["deny"] if banned(ban, name, version))
    return wrong


def bill(found, locked):
    own = next(package for package in found.values() if package["source"] is None)
    components = [{
        "type": "library", "bom-ref": f"pkg:cargo/{package['name']}@{package['version']}",
        "name": package["name"], "version": package["version"],
        "purl": f"pkg:cargo/{package['name']}@{package['version']}",
        "licenses": [{"expression": (package["license"] or "NOASSERTION").replace("/", " OR ")}],
        "hashes": [{"alg": "SHA-256", "content": locked[package["name"], package["version"]]}],
    } for package in sorted(found.values(), key=lambda one: (one["name"], one["version"]))
        if package["source"] is not None]
    return {
        "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
        "metadata": {"component": {
            "type": "application", "name": own["name"], "version": own["version"],
            "licenses": [{"expression": own["license"]}]}},
        "components": components,
    }


def notices(found):
    """What the licences of others ask to be handed on: each text once, with those it is for."""
    said, without = {}, []
    licence = os.path.join(root, "assets", "fonts", "LICENSE-IBM-Plex.txt")
    with open(licence, encoding="utf-8") as file:
        said[file.read().strip()] = ["IBM Plex Sans (typeface, OFL-1.1)"]
    for package in sorted(found.values(), key=lambda one: (one["name"], one["version"])):
        if package["source"] is None:
            continue
        which = f"{package['name']} {package['version']} ({package['license']})"
        folder = os.path.dirname(package["manifest_path"])
        names = [name for name in sorted(os.listdir(folder))
                 if re.match(r"(?i)(licen[cs]e|copying|copyright|notice|unlicense)", name)
                 and os.path.isfile(os.path.join(folder, name))]
        for name in names:
            with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
                said.setdefault(file.read().strip(), []).append(which)
        if not names:
            by = ", ".join(package["authors"]) or package["repository"] or ""
            without.append(f"{which}, by {by}" if by else which)
    rule = "\n\n" + "=" * 80 + "\n\n"
    parts = ["\n".join([*dict.fromkeys(names), "", text]) for text, names in said.items()]
    if without:
        parts.append("\n".join(["Packages without a text of their own; their licence is named:", "",
                                *without]))
    return rule.join(["What Foerderbuch contains of others.", *parts]) + "\n"


with open(os.path.join(root, "deny.toml"), "rb") as file:
    rules = tomllib.load(file)
with open(os.path.join(root, "Cargo.lock"), "rb") as file:
    locked = {(package["name"], package["version"]): package.get("checksum")
              for package in tomllib.load(file)["package"]}
found = {}
for target in rules["graph"]["targets"]:
    found.update(shipped(metadata(target)))
if sys.argv[1:2] == ["bill"]:
    text = json.dumps(bill(found, locked), indent=2, ensure_ascii=False) + "\n"
    if len(sys.argv) > 2:
        with open(sys.argv[2], "w", encoding="utf-8") as file:
            file.write(text)
    else:
        print(text, end="")
elif sys.argv[1:2] == ["notices"]:
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(notices(found))
else:
    wrong = check(rules, found, locked)
    for line in wrong:
        print(line)
    if wrong:
        sys.exit(f"{len(wrong)} of {len(found)} packages are not as deny.toml wants them")
    print(f"{len(found)} packages of {len(rules['graph']['targets'])} systems: licences, sources, "
          "hashes and bans as deny.toml wants them")
