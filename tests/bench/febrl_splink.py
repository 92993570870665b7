"""Links FEBRL 4a × 4b with splink in its own interpreter; prints the pairs it holds to be one.

Started by `tests.bench.febrl`, imports nothing of ours. Comparisons after splink's own example for
these data, with blocks as wide as ours and without the security number.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

HELD_TO_BE_ONE = 0.5


def table(file: Path) -> pd.DataFrame:
    """Read a file with every cell as text, gaps as nothing."""
    read = pd.read_csv(file, dtype=str, skipinitialspace=True, keep_default_na=False)
    read.columns = [name.strip() for name in read.columns]
    cells = read.apply(lambda column: column.str.strip()).replace("", None)
    return cells.drop(columns=["soc_sec_id"])


def settings() -> SettingsCreator:
    """Say what is compared, and how."""
    rarer = {"term_frequency_adjustments": True}
    return SettingsCreator(
        unique_id_column_name="rec_id",
        link_type="link_only",
        probability_two_random_records_match=1 / 5000,
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname"),
            block_on("date_of_birth"),
            block_on("postcode", "substr(surname,1,2)"),
            block_on("postcode", "substr(given_name,1,2)"),
            block_on("suburb", "given_name"),
            block_on("suburb", "surname"),
            block_on("suburb", "postcode"),
            block_on("address_1"),
            block_on("address_2"),
            block_on("given_name", "substr(date_of_birth,1,4)"),
            block_on("surname", "substr(date_of_birth,1,4)"),
        ],
        comparisons=[
            cl.ForenameSurnameComparison("given_name", "surname"),
            cl.DamerauLevenshteinAtThresholds("date_of_birth", [1, 2]),
            cl.ExactMatch("street_number").configure(**rarer),
            cl.JaroWinklerAtThresholds("address_1", [0.9, 0.8]),
            cl.JaroWinklerAtThresholds("address_2", [0.9, 0.8]),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]),
            cl.JaroWinklerAtThresholds("suburb", [0.9, 0.8]).configure(**rarer),
            cl.ExactMatch("state"),
        ],
    )


def main(folder: Path) -> None:
    """Train and predict as splink's manual says; the last line printed is the pairs."""
    api = DuckDBAPI()
    tables = [api.register(table(folder / name)) for name in ("dataset4a.csv", "dataset4b.csv")]
    linker = Linker(tables, settings())
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("date_of_birth"), block_on("given_name", "surname")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=HELD_TO_BE_ONE)
    pairs = found.as_pandas_dataframe()[["rec_id_l", "rec_id_r"]].itertuples(index=False)
    print(json.dumps([[one.rec_id_l, one.rec_id_r] for one in pairs]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
