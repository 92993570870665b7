"""Says places: a point in two ways, why a text is no point, what is odd about one, a gazetteer."""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import Translator
from app.shapes.gazetteers import Namesake, PlacesReport
from app.shapes.places import PlaceView
from app.wording.vocabulary import label
from models.vocabulary.coordinates import (
    CoordinateDoubt,
    CoordinateFault,
    Point,
    in_decimal,
    in_degrees,
)
from models.vocabulary.places import CoordinateConfidence


def point_in_degrees(point: Point, t: Translator) -> str:
    """Say a point in degrees, minutes and seconds, with the letters of the language."""
    lat, lon = in_degrees(point.lat), in_degrees(point.lon)
    if point.lat >= 0 and point.lon >= 0:
        return t.say("{lat} N, {lon} E", lat=lat, lon=lon)
    if point.lat >= 0:
        return t.say("{lat} N, {lon} W", lat=lat, lon=lon)
    if point.lon >= 0:
        return t.say("{lat} S, {lon} E", lat=lat, lon=lon)
    return t.say("{lat} S, {lon} W", lat=lat, lon=lon)


def where_in_words(place: PlaceView, t: Translator) -> str:
    """Say what a place is and where: "settlement, Hadrut district"; tells homonyms apart."""
    kind = label("place_kind", place.kind, t.lang)
    district = place.district(t.lang) or (
        label("country", place.country, t.lang) if place.country else ""
    )
    return t.say("{kind}, {district}", kind=kind, district=district) if district else kind


def place_line(place: PlaceView, t: Translator) -> str:
    """Say a place in one line: its names, what and where it is, its point."""
    names = " · ".join((place.name(t.lang), *place.other_names(t.lang)[:4]))
    line = t.say("{names}: {where}", names=names, where=where_in_words(place, t))
    if place.lat is None or place.lon is None:
        return line
    point = in_decimal(Point(place.lat, place.lon, place.coord_precision_m))
    return t.say("{place}; {point}", place=line, point=point)


def exactness_in_words(place: PlaceView, t: Translator) -> str:
    """Say how exact the point of a place is, and how far it can be trusted."""
    trust = label("coordinate_confidence", place.coord_confidence, t.lang)
    if place.coord_precision_m is None or place.coord_confidence is CoordinateConfidence.MEDIUM:
        return trust  # which says how far: about 2 km
    within = distance_in_words(place.coord_precision_m, t)
    return t.say("within {distance}, {trust}", distance=within, trust=trust)


def source_in_words(place: PlaceView, t: Translator) -> str:
    """Say where the point of a place comes from; what the office wrote itself is left as it is."""
    ours = {
        "published source": t.say("published source"),
        "general knowledge; to be checked": t.say("general knowledge; to be checked"),
        "uncertain; to be checked": t.say("uncertain; to be checked"),
        "not found": t.say("not found"),
        "not known": t.say("not known"),
        "an area, not a point": t.say("an area, not a point"),
    }
    return ours.get(place.coord_source, place.coord_source)


def distance_in_words(metres: float, t: Translator) -> str:
    """Say a distance: "350 m", "4.1 km", "182 km"."""
    if metres < 1_000:
        return t.say("{n} m", n=t.number(round(metres)))
    if metres < 10_000:
        tenths = f"{metres / 1_000:.1f}".removesuffix(".0")
        return t.say("{n} km", n=tenths if t.lang == "en" else tenths.replace(".", ","))
    return t.say("{n} km", n=t.number(round(metres / 1_000)))


def coordinate_sentence(fault: CoordinateFault, data: Mapping[str, object], t: Translator) -> str:
    """Say why a text is no point, and what to write."""
    text = str(data.get("text", ""))
    said = {
        CoordinateFault.EMPTY: t.say(
            "Type latitude and longitude, like 39.5458, 46.7708 or 39°32′45″N 46°46′15″E."
        ),
        CoordinateFault.UNREADABLE: t.say(
            "“{text}” cannot be read as coordinates. Write them like 39.5458, 46.7708 or "
            "39°32′45″N 46°46′15″E.",
            text=text,
        ),
        CoordinateFault.ONE_NUMBER: t.say(
            "A point needs two numbers: latitude, then longitude, like 39.5458, 46.7708."
        ),
        CoordinateFault.ONE_LETTER: t.say(
            "Only one of the two numbers has its side of the world. Give N or S and E or W to "
            "both, or to neither."
        ),
        CoordinateFault.SAME_TWICE: t.say(
            "Both numbers are of the same kind. One must be N or S, the other E or W."
        ),
        CoordinateFault.SIXTY: t.say(
            "{number} is too much: minutes and seconds end at 59.", number=data.get("number", "")
        ),
        CoordinateFault.OFF_THE_GLOBE: t.say(
            "These coordinates lie outside the globe. Check the order: latitude, then longitude."
        ),
        CoordinateFault.SWAPPED: t.say(
            "The numbers seem to stand the wrong way round. Write latitude first, then longitude."
        ),
    }
    return said[fault]


def doubt_sentence(doubt: CoordinateDoubt, t: Translator) -> str:
    """Ask about a point that lies outside the theatre, by its likely slip."""
    said = {
        CoordinateDoubt.MIRRORED_WEST: t.say(
            "This point lies in the Atlantic: the longitude says West. With East it lies here, as "
            "it should. Change W to E, or take the minus sign away."
        ),
        CoordinateDoubt.MIRRORED_SOUTH: t.say(
            "This point lies in the southern half of the globe. Change S to N, or take the minus "
            "sign away."
        ),
        CoordinateDoubt.SWAPPED: t.say(
            "The numbers seem to stand the wrong way round. Write latitude first, then longitude."
        ),
        CoordinateDoubt.OUTSIDE: t.say(
            "This point lies outside the area this register is about (latitude 38.3 to 41.9, "
            "longitude 43.4 to 51.0). Is it right?"
        ),
    }
    return said[doubt]


def line_sentence(reason: str, t: Translator) -> str:
    """Say why a line of a file of places did not come in."""
    said = {
        "ragged": t.say("the line does not have 19 columns"),
        "no_number": t.say("its number in GeoNames cannot be read"),
        "no_name": t.say("it has no name"),
        "no_point": t.say("its coordinates cannot be read"),
        "off_the_globe": t.say("its coordinates lie outside the globe"),
        "mirrored_west": t.say("its longitude says West, where East is meant"),
        "mirrored_south": t.say("its latitude says South, where North is meant"),
        "swapped": t.say("latitude and longitude stand the wrong way round"),
        "twice": t.say("its number stands in the file twice"),
    }
    return said[reason]


def namesake_sentence(one: Namesake, t: Translator) -> str:
    """Say that a place bears the name of another: same name, other place."""
    at = ("en", "hy", "ru").index(t.lang) if t.lang in {"hy", "ru"} else 0
    district, other = one.district[at], one.other[at]
    place = f"{one.name}, {district}" if district else one.name
    if one.km is None:
        return t.say(
            "{place}: same name as {other}, of which no point is known.",
            place=place,
            other=other,
        )
    return t.say(
        "{place}: same name as {other}, other place, {km} km away.",
        place=place,
        other=other,
        km=t.number(one.km),
    )


def report_sentences(report: PlacesReport, t: Translator) -> list[str]:
    """Say what a file of places brought, or would bring: one sentence a count."""
    said = [
        t.say_n("{n} line was read.", "{n} lines were read.", report.lines),
        t.say_n("{n} place is new.", "{n} places are new.", report.new),
        t.say_n("{n} place was known already.", "{n} places were known already.", report.known),
    ]
    if report.learnt:
        said.append(
            t.say_n(
                "{n} place of ours gets further names.",
                "{n} places of ours get further names.",
                report.learnt,
            )
        )
    if report.outside:
        said.append(
            t.say_n(
                "{n} place lies outside the area this register is about and is left out.",
                "{n} places lie outside the area this register is about and are left out.",
                report.outside,
            )
        )
    if report.passed:
        said.append(
            t.say_n(
                "{n} line is of a kind that is not kept: a river, a field, a spring.",
                "{n} lines are of kinds that are not kept: rivers, fields, springs.",
                report.passed,
            )
        )
    if report.namesakes and not report.namesakes_taken:
        said.append(
            t.say_n(
                "{n} place elsewhere bears the name of one of ours and is held back.",
                "{n} places elsewhere bear the names of ours and are held back.",
                len(report.namesakes),
            )
        )
    if report.refused:
        said.append(
            t.say_n("{n} line was refused.", "{n} lines were refused.", len(report.refused))
        )
    return said
