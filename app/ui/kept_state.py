"""What the window may remember between visits: plain values that can be written as JSON."""

type Json = bool | int | float | str | list[Json] | dict[str, Json] | None
