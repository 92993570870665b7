"""Words for places: what they are, how exactly they are known (domain.md 3.3, 4.8)."""

from enum import StrEnum


class PlaceKind(StrEnum):
    """What kind of place it is (domain.md 4.8)."""

    SETTLEMENT = "SETTLEMENT"
    DISTRICT = "DISTRICT"
    REGION = "REGION"
    COUNTRY = "COUNTRY"
    MOUNTAIN = "MOUNTAIN"
    MONASTERY = "MONASTERY"
    ROAD = "ROAD"
    CROSSING = "CROSSING"
    AIRPORT = "AIRPORT"
    DETENTION = "DETENTION"
    HOSPITAL = "HOSPITAL"
    MORGUE = "MORGUE"
    POSITION = "POSITION"


class PlacePrecision(StrEnum):
    """How exactly the place of an event was said (domain.md 3.3)."""

    EXACT = "EXACT"
    SETTLEMENT = "SETTLEMENT"
    DISTRICT = "DISTRICT"
    REGION = "REGION"
    COUNTRY = "COUNTRY"
    UNKNOWN = "UNKNOWN"


class PlaceNameKind(StrEnum):
    """Whose name for the place it is (domain.md 4.8); none implies a position on status."""

    OFFICIAL_A = "OFFICIAL_A"
    OFFICIAL_B = "OFFICIAL_B"
    SOVIET = "SOVIET"
    LOCAL = "LOCAL"
    EXONYM = "EXONYM"
    VARIANT = "VARIANT"


class PlaceLanguage(StrEnum):
    """The languages names of places are kept in; Azerbaijani of 1958 had letters of its own."""

    ARMENIAN = "hy"
    ENGLISH = "en"
    RUSSIAN = "ru"
    AZERBAIJANI = "az"
    AZERBAIJANI_CYRILLIC = "az-Cyrl"
    GEORGIAN = "ka"
    TURKISH = "tr"
    PERSIAN = "fa"
    FRENCH = "fr"


class CoordinateConfidence(StrEnum):
    """How far the coordinates can be trusted (domain.md 4.9)."""

    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"
    NONE = "NONE"
