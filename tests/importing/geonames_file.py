"""Invented lines in the layout of a GeoNames country file."""

from __future__ import annotations

import io
import zipfile


def line(
    number: int,
    name: str,
    names: str = "",
    *,
    lat: str = "40.1",
    lon: str = "45.1",
    kind: str = "P.PPL",
    country: str = "AM",
    region: str = "09",
    people: str = "0",
) -> str:
    """Write one line of 19 columns."""
    group, code = kind.split(".")
    cells = [str(number), name, name, names, lat, lon, group, code, country, "", region]
    cells += ["", "", "", people, "", "900", "Asia/Yerevan", "2020-01-01"]
    assert len(cells) == 19
    return "\t".join(cells)


def packed(text: str, *, name: str = "AM.txt") -> bytes:
    """Pack a list as its site does, with the file that explains it."""
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "Readme for GeoNames")
        archive.writestr(name, text)
    return box.getvalue()


FILE = "\n".join(
    [
        line(
            9000001, "Nmushadzor", "Nmushajor,Նմուշաձոր,Нмушадзор,لوساجور", lat="40.93", lon="45.13"
        ),
        line(9000002, "Khtsaberd", "Խծաբերդ,Хцаберд", lat="40.88", lon="45.30"),
        line(9000003, "Hadrut", "Gadruti,Հադրութ", lat="39.519", lon="47.031", region="65"),
        line(9000004, "Azokh", lat="39.62", lon="-46.978", country="AZ", region="65"),
        line(9000005, "Lutetia", lat="48.85", lon="2.35"),
        line(9000006, "Loo River", kind="H.STM"),
        line(9000007, "Vankasar", "Վանքասար", kind="T.MT", lat="40.05", lon="46.83"),
        line(9000008, "Noratus Prison", kind="S.PRN", lat="40.37", lon="45.18"),
        line(9000009, "Nowhere", lat="x"),
        "9000010\tRagged\tline",
        line(9000001, "Nmushadzor again", lat="40.93", lon="45.13"),
        line(9000011, "", lat="40.93", lon="45.13"),
        line(9000012, "Vank", "Վանք", lat="39.20", lon="46.30"),
        line(9000013, "Agarak", kind="S.FRM"),
    ]
)
